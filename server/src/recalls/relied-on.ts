import { wordsOf } from "../knowledge/index.ts";

/** So many words in a row: fewer stand in many places, more are seldom left as they were. */
const ROW = 4;

/**
 * Whether an answer that cited `cited` relied on something that is not there any more: some words in a row of it stand
 * in `before` and not in `after`. What changed elsewhere on the page is nothing to it. `before` null: not known; `after`
 * null: the page is gone.
 */
export function reliedOn(cited: string, { before, after }: { before: Rows | null; after: Rows | null }): boolean {
  if (after === null) return true;
  const rows = rowsOf(cited);
  if (rows.length === 0) return false;
  const lost = rows.filter((row) => !after.has(row) && (before === null || before.has(row)));
  // Without the old text a row may be missing because it never stood so: then more of them must be.
  return before === null ? lost.length > rows.length / 4 : lost.length > 0;
}

/** What stands in a text, to be read once for all answers that cite it. */
export type Rows = ReadonlySet<string>;
export const readRows = (text: string): Rows => new Set(rowsOf(text));

/** A text of fewer words than a row is one row. Links and marks of Markdown are no words. */
function rowsOf(text: string): string[] {
  const words = wordsOf(text.replace(/\]\([^()\s]*(?:\s+"[^"]*")?\)/g, "] ").toLowerCase()).filter((word) =>
    /[\p{L}\p{N}]/u.test(word),
  );
  if (words.length === 0) return [];
  const rows = [];
  const size = Math.min(ROW, words.length);
  for (let at = 0; at + size <= words.length; at += 1) rows.push(words.slice(at, at + size).join(" "));
  return rows;
}
