import { createHash } from "node:crypto";
import type { DocumentItem } from "../documents/index-documents.ts";
import type { PlaceAt } from "../documents/place-of-chunk.ts";
import type { FileRow } from "./file-store.ts";
import { parseLimits } from "./parse/limits.ts";
import type { ParsedDocument, ParsedFile } from "./parse/types.ts";

/** So much of a document tells its language. */
const LANGUAGE_SAMPLE = 4_000;
const LONGEST_ENTRY = 300;

/** What is indexed of a file; long documents in parts. Names stay the same when the file is replaced. */
export function itemsOf(
  file: Pick<FileRow, "id" | "sourceId">,
  { documents }: ParsedFile,
  { detectLanguage, url }: { detectLanguage(text: string): string; url: string | null },
): DocumentItem[] {
  return documents.flatMap((document) => {
    const { title, entry } = document;
    const language = detectLanguage(`${title}\n${document.content.slice(0, LANGUAGE_SAMPLE)}`);
    return partsOf(document).map(({ content, places }, at): DocumentItem => {
      const name = [...(entry === "" ? [] : [shortEntry(entry)]), ...(at === 0 ? [] : [`part ${at + 1}`])].join("/");
      return {
        sourceId: file.sourceId,
        externalId: name === "" ? file.id : `${file.id}/${name}`,
        url,
        title: title.slice(0, 500),
        language,
        content,
        contentHash: createHash("sha256").update(content).update(JSON.stringify(places)).digest("hex"),
        places,
      };
    });
  });
}

function shortEntry(entry: string): string {
  const clean = entry.replace(/[\p{Cc}\p{Cf}]/gu, "");
  if (clean.length <= LONGEST_ENTRY) return clean;
  return `${clean.slice(0, LONGEST_ENTRY)}~${createHash("sha256").update(entry).digest("hex").slice(0, 16)}`;
}

/** Cut between blocks, and a table with its head in each part. */
function partsOf({ content, places }: ParsedDocument): { content: string; places: PlaceAt[] }[] {
  const most = parseLimits.documentChars;
  if (content.length <= most) return [{ content, places }];
  const parts: { content: string; places: PlaceAt[] }[] = [];
  let from = 0;
  while (from < content.length) {
    const to = content.length - from <= most ? content.length : cutAt(content, from, from + most);
    const head = headAt(content, from);
    const shift = head.length - from;
    const before = places.findLast(({ at }) => at <= from);
    const within = places.filter(({ at }) => at > from && at < to).map(({ at, place }) => ({ at: at + shift, place }));
    parts.push({
      content: head + content.slice(from, to).trimEnd(),
      places: [...(before ? [{ at: 0, place: before.place }] : []), ...within],
    });
    from = to;
  }
  return parts;
}

function cutAt(content: string, from: number, to: number): number {
  for (const mark of ["\n\n", "\n", " "]) {
    const at = content.lastIndexOf(mark, to);
    if (at > from + (to - from) / 2) return at + mark.length;
  }
  return to;
}

/** The head of the table that goes on here. */
function headAt(content: string, at: number): string {
  if (at === 0 || content[at] !== "|" || content[at - 2] === "\n") return "";
  const start = content.lastIndexOf("\n\n", at);
  const lines = content.slice(start < 0 ? 0 : start + 2, at).split("\n", 2);
  return lines.length === 2 && /^\|(?: --- \|)+$/.test(lines[1] ?? "") ? `${lines.join("\n")}\n` : "";
}
