import { CITE_CLOSE, CITE_OPEN } from "./parse-inline.ts";

const MARKS = new RegExp(`${CITE_OPEN}\\d*${CITE_CLOSE}?`, "g");

/** Markdown as it is read aloud or pasted into a mail. */
export function plainText(markdown: string): string {
  return markdown
    .replace(MARKS, "")
    .replace(/^\s*(```|~~~).*$/gm, "")
    .replace(/^\s{0,3}(#{1,6}|>)\s+/gm, "")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/(\*\*|__|~~|`)/g, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
