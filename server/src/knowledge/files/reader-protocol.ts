import type { PageReading, PageSource } from "../extract/read-page.ts";
import type { ParseCode, ParsedFile } from "./parse/types.ts";

export type ToReader =
  | { kind: "read"; name: string; bytes: Uint8Array; canSee: boolean }
  | { kind: "page"; source: PageSource }
  /** The words of the picture that was asked for last. */
  | { kind: "seen"; text: string };

export type FromReader =
  | { kind: "read"; file: ParsedFile }
  | { kind: "page"; page: PageReading }
  | { kind: "fault"; code: ParseCode; message: string }
  | { kind: "picture"; picture: Uint8Array };

/** What a thread is given to do, and what comes of it. */
export type Task = Exclude<ToReader, { kind: "seen" }>;
export type Result = Extract<FromReader, { kind: "read" | "page" }>;
