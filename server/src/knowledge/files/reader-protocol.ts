import type { ParseCode, ParsedFile } from "./parse/types.ts";

export type ToReader =
  | { kind: "read"; name: string; bytes: Uint8Array; canSee: boolean }
  /** The words of the picture that was asked for last. */
  | { kind: "seen"; text: string };

export type FromReader =
  | { kind: "read"; file: ParsedFile }
  | { kind: "fault"; code: ParseCode; message: string }
  | { kind: "picture"; picture: Uint8Array };
