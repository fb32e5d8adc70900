import { gunzipSync } from "node:zlib";
import { decodeHtml } from "../../extract/decode-body.ts";
import { detectMagic, textType, zipType } from "./detect-type.ts";
import { parseLimits } from "./limits.ts";
import { parseCsv } from "./parse-csv.ts";
import { parseDocx } from "./parse-docx.ts";
import { parseEml } from "./parse-eml.ts";
import { parseEpub } from "./parse-epub.ts";
import { parseHtmlFile } from "./parse-html-file.ts";
import { parseJson, readJson } from "./parse-json.ts";
import { parseOdf } from "./parse-odf.ts";
import { parsePptx } from "./parse-pptx.ts";
import { parseText } from "./parse-text.ts";
import { parseXlsx } from "./parse-xlsx.ts";
import {
  ParseFault,
  type FileToRead,
  type ParseContext,
  type ParsedDocument,
  type ParsedFile,
  type SkippedPart,
} from "./types.ts";
import { openZip, type Archive } from "./unzip.ts";
import { createWriter, escapeStart, tooMuchText } from "./write-document.ts";

/**
 * A file of any kind as documents. Pure but for time and memory: nothing is fetched, nothing written. Throws a
 * `ParseFault` that says what is wrong; within an archive or a mail that concerns the one part alone.
 */
export async function parseFile(file: FileToRead, context: ParseContext = {}): Promise<ParsedFile> {
  const parsed = await parseOne(file, context, 0);
  const documents = parsed.documents.filter(({ content }) => content.trim() !== "");
  if (documents.length === 0) throw nothingIn(parsed.skipped);
  if (documents.length > parseLimits.documents)
    throw new ParseFault(
      "too_large",
      `It holds more than ${parseLimits.documents} texts. Split it into smaller files.`,
    );
  if (documents.reduce((sum, { content }) => sum + content.length, 0) > parseLimits.outputChars) throw tooMuchText();
  return { ...parsed, documents };
}

function nothingIn(skipped: readonly SkippedPart[]): ParseFault {
  const [first] = skipped;
  return first && skipped.length === 1
    ? new ParseFault(first.code, `${first.entry}: ${first.message}`)
    : new ParseFault("empty", skipped.length > 0 ? "Nothing in it could be read." : "There is no text in it.");
}

const plain = (type: ParsedFile["type"], documents: ParsedDocument[]): ParsedFile => ({
  type,
  documents,
  pages: null,
  skipped: [],
});

async function parseOne({ name, bytes }: FileToRead, context: ParseContext, depth: number): Promise<ParsedFile> {
  if (bytes.length === 0) throw new ParseFault("empty", "The file is empty.");
  const title = titleOf(name);
  const magic = detectMagic(bytes, name);
  if (magic === "pdf") {
    const { parsePdf } = await import("./pdf/parse-pdf.ts");
    const { document, pages } = await parsePdf(bytes, title, context);
    return { type: "pdf", documents: [document], pages, skipped: [] };
  }
  if (magic === "zip") return parseZip(openZip(bytes), { title, context, depth });
  if (magic === "gzip") return parseOne({ name: name.replace(/\.gz$/i, ""), bytes: gunzip(bytes) }, context, depth + 1);
  if (magic === "image") return parseImage(bytes, title, context);
  return parseTextual({ name, bytes }, context, depth);
}

async function parseTextual({ name, bytes }: FileToRead, context: ParseContext, depth: number): Promise<ParsedFile> {
  const title = titleOf(name);
  if (bytes.length > parseLimits.textBytes)
    throw new ParseFault("too_large", "The text is longer than can be read from one file. Split it into smaller ones.");
  const text = decodeHtml(bytes, undefined).replace(/^\ufeff/, "");
  const type = textType(text, name);
  if (type === "html") return plain(type, [await parseHtmlFile(text, title)]);
  if (type === "json") return plain(type, [parseJson(readJson(text), title)]);
  if (type === "csv") return plain(type, [parseCsv(text, title)]);
  if (type === "eml") return parseMail(bytes, { title, context, depth });
  return plain(type, [parseText(text, { title, name })]);
}

interface Within {
  title: string;
  context: ParseContext;
  /** 0 for the file itself, 1 for what it holds. */
  depth: number;
}

async function parseZip(archive: Archive, within: Within): Promise<ParsedFile> {
  const { title } = within;
  const type = zipType(archive);
  if (type === "docx") {
    const { document, pages } = parseDocx(archive, title);
    return { type, documents: [document], pages, skipped: [] };
  }
  if (type === "pptx") {
    const { document, pages } = parsePptx(archive, title);
    return { type, documents: [document], pages, skipped: [] };
  }
  if (type === "xlsx") return plain(type, parseXlsx(archive, title));
  if (type === "odt" || type === "ods" || type === "odp")
    return { type, skipped: [], ...parseOdf(archive, type, title) };
  if (type === "epub") return plain(type, [await parseEpub(archive, title)]);
  if (within.depth > 0)
    throw new ParseFault("unsupported", "An archive within an archive is not opened. Upload it by itself.");
  return parseParts("zip", entriesOf(archive), within);
}

/** Not what systems and editors leave behind. */
function* entriesOf(archive: Archive): Generator<Part> {
  for (const { name, isDirectory } of archive.entries) {
    const last = name.split("/").at(-1) ?? "";
    if (isDirectory || /^(?:__MACOSX|\.git)\//.test(name) || /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/i.test(last))
      continue;
    yield { entry: name, read: () => archive.read(name) ?? new Uint8Array() };
  }
}

interface Part {
  entry: string;
  read(): Uint8Array;
}

async function parseMail(bytes: Uint8Array, within: Within): Promise<ParsedFile> {
  const { document, attachments } = await parseEml(bytes, within.title);
  if (within.depth > 1) return plain("eml", document ? [document] : []);
  const parts = attachments.map(({ name, bytes: part }) => ({ entry: name, read: () => part }));
  const parsed = await parseParts("eml", parts, within);
  return { ...parsed, documents: [...(document ? [document] : []), ...parsed.documents] };
}

/** Each by itself: what is wrong with one is told of that one. */
async function parseParts(type: "zip" | "eml", parts: Iterable<Part>, within: Within): Promise<ParsedFile> {
  const documents: ParsedDocument[] = [];
  const skipped: SkippedPart[] = [];
  const taken = new Map<string, number>();
  let chars = 0;
  for (const { entry, read } of parts) {
    const again = taken.get(entry) ?? 0;
    taken.set(entry, again + 1);
    const unique = again === 0 ? entry : `${entry} (${again + 1})`;
    try {
      const parsed = await parseOne(
        { name: entry.split("/").at(-1) ?? entry, bytes: read() },
        within.context,
        within.depth + 1,
      );
      for (const document of parsed.documents) {
        if (document.content.trim() === "") continue;
        documents.push({ ...document, entry: [unique, document.entry].filter((part) => part !== "").join("#") });
        chars += document.content.length;
      }
      skipped.push(...parsed.skipped.map((one) => ({ ...one, entry: `${unique}#${one.entry}` })));
    } catch (error) {
      if (!(error instanceof ParseFault)) throw error;
      skipped.push({ entry: unique, code: error.code, message: error.message });
      // What unpacks without end does so in its next part too.
      if (error.code === "too_large" && skipped.filter(({ code }) => code === "too_large").length > 3) throw error;
    }
    if (chars > parseLimits.outputChars) throw tooMuchText();
  }
  return { type, documents, pages: null, skipped };
}

async function parseImage(bytes: Uint8Array, title: string, { readPicture }: ParseContext): Promise<ParsedFile> {
  if (!readPicture)
    throw new ParseFault("unsupported", "Words in pictures are read only where Tesseract is installed on the server.");
  const text = await readPicture(bytes);
  if (text.trim() === "") throw new ParseFault("no_text", "No words were found in this picture.");
  const writer = createWriter();
  writer.block(escapeStart(text));
  return plain("image", [writer.finish({ entry: "", title })]);
}

function gunzip(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: parseLimits.textBytes });
  } catch (error) {
    if (error instanceof RangeError)
      throw new ParseFault("too_large", "It unpacks to more than can be read. Split it into smaller files.");
    throw new ParseFault("damaged", "The file is packed and damaged. Pack it anew and upload it again.");
  }
}

/** The name without its ending. */
export function titleOf(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? name;
  return base.replace(/(?<=.)\.[A-Za-z0-9]{1,8}$/, "") || base;
}
