import type { Citation, ContentPart } from "@parley/contracts";
import { CITE_CLOSE, CITE_OPEN } from "./parse-inline.ts";

/** An answer's text with its citations marked in place, and each source once, by number. */
export function joinParts(parts: ContentPart[]): { text: string; sources: Citation[] } {
  let text = "";
  const sources = new Map<number, Citation>();
  for (const part of parts) {
    if (part.type === "text") {
      text += part.text.replace(/[\uE000\uE001]/g, "");
    } else if (part.type === "citation") {
      text = placeAfterSentence(text, `${CITE_OPEN}${part.citation.number}${CITE_CLOSE}`);
      if (!sources.has(part.citation.number)) sources.set(part.citation.number, part.citation);
    }
  }
  return { text, sources: [...sources.values()].sort((a, b) => a.number - b.number) };
}

/** The chip belongs to the words before it, so it goes in front of the white space, outside of a table's last bar. */
function placeAfterSentence(text: string, mark: string): string {
  const end = /\s*$/.exec(text)?.index ?? text.length;
  const row = text.slice(text.lastIndexOf("\n", end - 1) + 1, end);
  const at = /^\|.*\|$/.test(row) ? end - 1 : end;
  if (/^\s*(```|~~~)/.test(row)) return `${text.slice(0, end)}\n\n${mark}${text.slice(end)}`;
  return text.slice(0, at) + mark + text.slice(at);
}
