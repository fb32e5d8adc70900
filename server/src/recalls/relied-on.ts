import { wordsOf } from "../knowledge/index.ts";

/** So many words in a row: fewer stand in many places, more are seldom left as they were. */
const ROW = 4;

/**
 * Whether an answer that cited `cited` relied on something that is not there any more: some words in a row of it stand
 * in `before` and not in `after`. What changed elsewhere on the page is nothing to it. `before` null: not known; `after`
 * null: the page is gone.
 */
export function reliedOn(cited: string, { before, after }: { before: string | null; after: string | null }): boolean {
  const rows = rowsOf(cited);
  if (after === null) return true;
  if (rows.length === 0) return false;
  const [old, present] = [before === null ? null : new Set(rowsOf(before)), new Set(rowsOf(after))];
  const lost = rows.filter((row) => !present.has(row) && (old === null || old.has(row)));
  // Without the old text a row may be missing because it never stood so: then more of them must be.
  return old === null ? lost.length > rows.length / 4 : lost.length > 0;
}

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
