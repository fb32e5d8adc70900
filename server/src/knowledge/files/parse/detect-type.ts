import { looksLikeRows } from "./parse-csv.ts";
import { readJson } from "./parse-json.ts";
import { ParseFault, type FileType } from "./types.ts";
import type { Archive } from "./unzip.ts";

/** What the first bytes say; `text` and `zip` need a closer look. */
export type Magic = "pdf" | "zip" | "gzip" | "image" | "text";

const officeNames = /\.(?:pdf|docx?|pptx?|xls[xmb]?|od[tsp]|epub|zip|png|jpe?g|tiff?)$/i;

/** Judged by content; throws `unsupported`, `encrypted` and `damaged` for what cannot be read. The name only helps to say why. */
export function detectMagic(bytes: Uint8Array, name: string): Magic {
  const head = latin(bytes.subarray(0, 1_024));
  if (head.includes("%PDF-")) return "pdf";
  if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) return "zip";
  if (head.startsWith("\u001f\u008b")) return "gzip";
  if (/^(?:\u0089PNG|\u00ff\u00d8\u00ff|II\*\0|MM\0\*)/.test(head)) return "image";
  if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) throw oldOffice(bytes);
  if (head.startsWith("{\\rtf")) throw unsupported("RTF is not read. Save it as .docx or PDF and upload that.");
  if (/^(?:Rar!|7z\u00bc\u00af|\u00fd7zXZ|BZh|ustar)/.test(head))
    throw unsupported("Only ZIP archives are opened. Pack it as a ZIP, or upload the files themselves.");
  if (isBinary(bytes)) {
    if (officeNames.test(name)) throw notWhatItSays(name);
    throw unsupported(
      "This kind of file is not read. Upload PDF, Word, PowerPoint, Excel, CSV, HTML, text or a ZIP of these.",
    );
  }
  if (officeNames.test(name)) throw notWhatItSays(name);
  return "text";
}

const unsupported = (message: string) => new ParseFault("unsupported", message);

const notWhatItSays = (name: string) =>
  new ParseFault(
    "damaged",
    `It is called ${/\.\w+$/.exec(name)?.[0] ?? "a document"} but is none. Save it anew and upload it again.`,
  );

/** Old binary Office files, mails of Outlook, and new Office files under a password all come in the same wrapping. */
function oldOffice(bytes: Uint8Array): ParseFault {
  const names = latin(bytes.subarray(0, 4 * 1024 * 1024)).replace(/\0/g, "");
  if (names.includes("EncryptedPackage"))
    return new ParseFault("encrypted", "The file is locked with a password. Save it without one and upload it again.");
  if (names.includes("__substg1.0_"))
    return unsupported("Mails of Outlook (.msg) are not read. Save it as .eml or PDF and upload that.");
  return unsupported("It is of an old Office format. Save it as .docx, .xlsx or .pptx and upload that.");
}

export function zipType(archive: Archive): Exclude<FileType, "pdf"> {
  const mime = mimeOf(archive);
  if (mime.startsWith("application/epub")) return "epub";
  if (mime.includes("opendocument.text")) return "odt";
  if (mime.includes("opendocument.spreadsheet")) return "ods";
  if (mime.includes("opendocument.presentation")) return "odp";
  if (archive.has("[Content_Types].xml")) {
    const folders = new Set(archive.entries.map(({ name }) => name.split("/")[0]));
    if (folders.has("word")) return "docx";
    if (folders.has("ppt")) return "pptx";
    if (archive.has("xl/workbook.bin"))
      throw unsupported("It is a binary workbook (.xlsb). Save it as .xlsx and upload that.");
    if (folders.has("xl")) return "xlsx";
  }
  return archive.has("META-INF/container.xml") ? "epub" : "zip";
}

function mimeOf(archive: Archive): string {
  if (!archive.has("mimetype")) return "";
  return latin((archive.read("mimetype") ?? new Uint8Array()).subarray(0, 100));
}

export type TextType = "html" | "json" | "eml" | "csv" | "markdown" | "text";

export function textType(text: string, name: string): TextType {
  const start = text.slice(0, 2_000).trimStart();
  if (/^(?:<!doctype html|<html|<\?xml[^>]*>\s*(?:<!doctype html[^>]*>\s*)?<html|<head|<body)/i.test(start))
    return "html";
  if (/\.html?$/i.test(name) && /<[a-z][\w-]*[\s>]/i.test(text)) return "html";
  if (/\.csv$|\.tsv$|\.tab$/i.test(name)) return "csv";
  if (readJson(text) !== undefined) return "json";
  if (isMail(start)) return "eml";
  if (/\.(?:md|markdown|mdx)$/i.test(name)) return "markdown";
  if (/^<\?xml|^<[a-z][\w:-]*(?:\s[^<>]*)?>/i.test(start) && /<\/[\w:-]+>\s*$/.test(text.slice(-200))) return "html";
  if (looksLikeRows(text)) return "csv";
  return /^#{1,6} \S/m.test(text) ? "markdown" : "text";
}

const mailFields =
  /^(?:from|to|subject|date|message-id|mime-version|received|return-path|content-type|delivered-to|x-[\w-]+|dkim-signature|reply-to|cc):/gim;

function isMail(start: string): boolean {
  const head = start.split(/\r?\n\r?\n/)[0] ?? "";
  if (!/^[\w-]+:\s?\S/.test(head)) return false;
  const found = new Set((head.match(mailFields) ?? []).map((field) => field.toLowerCase()));
  return (
    found.size >= 3 &&
    (found.has("from:") || found.has("received:")) &&
    (found.has("mime-version:") || found.has("date:") || found.has("message-id:"))
  );
}

/** A character for each byte; `TextDecoder` means another alphabet by that name. */
const latin = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");

/** Bytes that no text has; UTF-16 has every other one empty, and says so at its start or by its regularity. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 8_192);
  const marked = (sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff);
  if (marked) return false;
  let empty = 0;
  let strange = 0;
  for (const byte of sample) {
    if (byte === 0) empty += 1;
    else if (byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32)) strange += 1;
  }
  if (empty > 0) {
    const odd = sample.filter((byte, at) => byte === 0 && at % 2 === 1).length;
    const regular = Math.max(odd, empty - odd) >= empty * 0.98 && empty > sample.length * 0.35;
    if (!regular) return true;
  }
  return strange > sample.length * 0.02;
}
