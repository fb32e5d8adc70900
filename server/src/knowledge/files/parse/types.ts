/** What reading a file gives. Plain data: it crosses from a thread. */
import type { PlaceAt } from "../../documents/place-of-chunk.ts";

export interface ParsedDocument {
  /** Which part of the file; empty for the file itself. Stays the same when the file is replaced. */
  entry: string;
  title: string;
  /** Markdown. */
  content: string;
  places: PlaceAt[];
  /** What the file says of its language (BCP 47 or near it). */
  language?: string;
}

/** A part of a file (an entry of an archive, an attachment) that could not be read. */
export interface SkippedPart {
  entry: string;
  code: ParseCode;
  message: string;
}

export interface ParsedFile {
  type: FileType;
  documents: ParsedDocument[];
  /** Of what has pages or slides. */
  pages: number | null;
  skipped: SkippedPart[];
}

export type FileType =
  | "pdf"
  | "docx"
  | "pptx"
  | "xlsx"
  | "csv"
  | "html"
  | "markdown"
  | "text"
  | "json"
  | "epub"
  | "eml"
  | "odt"
  | "ods"
  | "odp"
  | "zip"
  | "image";

export interface FileToRead {
  /** As the person called it; a hint only. */
  name: string;
  bytes: Uint8Array;
}

export type ParseCode =
  | "encrypted"
  | "damaged"
  | "empty"
  | "no_text"
  | "too_large"
  | "too_slow"
  | "unsupported"
  | "failed";

/** Why a file cannot be read, in a sentence that says what to do. */
export class ParseFault extends Error {
  readonly code: ParseCode;

  constructor(code: ParseCode, message: string) {
    super(message);
    this.name = "ParseFault";
    this.code = code;
  }
}

/** How the words in pictures are read, where the machine can. `text` is empty where nothing was seen. */
export type ReadPicture = (picture: Uint8Array) => Promise<string>;

export interface ParseContext {
  /** Absent where no program for it is installed. */
  readPicture?: ReadPicture | undefined;
}
