import type { DifferenceHunk, TextSegment } from "@parley/contracts";
import { diffSequences } from "./diff-sequences.ts";

/**
 * What became of a Markdown text: blocks that stayed, came, went or were changed, these word by word. Joined, the hunks
 * are both texts again, each with one empty line at its end.
 */
export function compareTexts(before: string, after: string): DifferenceHunk[] {
  const [old, fresh] = [blocksOf(before), blocksOf(after)];
  return diffSequences(old, fresh).flatMap((run) => {
    const [gone, come] = [old.slice(...run.old), fresh.slice(...run.new)];
    return run.same ? [{ type: "same" as const, text: gone.join("") }] : pair(gone, come);
  });
}

/** Word by word; joined, the segments are both texts again. */
export function compareWords(before: string, after: string): TextSegment[] {
  const [old, fresh] = [wordsOf(before), wordsOf(after)];
  const segments = diffSequences(old, fresh).flatMap((run): TextSegment[] => {
    const [gone, come] = [old.slice(...run.old).join(""), fresh.slice(...run.new).join("")];
    if (run.same) return [{ type: "same", text: gone }];
    return [
      { type: "removed" as const, text: gone },
      { type: "added" as const, text: come },
    ];
  });
  return joinOverSpaces(segments);
}

/** How many words a difference has that came and that went. */
export function countWords(hunks: readonly DifferenceHunk[]): { added: number; removed: number } {
  const count = (text: string) => wordsOf(text).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  const sum = { added: 0, removed: 0 };
  for (const hunk of hunks) {
    if (hunk.type === "changed")
      for (const { type, text } of hunk.words)
        sum[type === "added" ? "added" : "removed"] += type === "same" ? 0 : count(text);
    else if (hunk.type !== "same") sum[hunk.type] += count(hunk.text);
  }
  return sum;
}

/** A line with the empty lines after it. */
function blocksOf(text: string): string[] {
  const body = text.replace(/\r\n?/g, "\n").trimEnd();
  return body === "" ? [] : (`${body}\n\n`.match(/[^\n]*\n(?:[ \t]*\n)*/g) ?? []);
}

const WORD =
  /\s+|\p{N}+(?:[.,:/]\p{N}+)*|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{M}'’])+|[^]/gu;

/** Words, figures with their points, single signs of scripts without spaces, marks and spaces. */
export function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}

/** Blocks that say much the same are one that was changed. In order, so that nothing crosses. */
function pair(gone: readonly string[], come: readonly string[]): DifferenceHunk[] {
  const hunks: DifferenceHunk[] = [];
  const words = come.map((block) => bagOf(block));
  let next = 0;
  for (const block of gone) {
    const bag = bagOf(block);
    const reach = Math.min(come.length, next + REACH);
    let at = next;
    while (at < reach && alike(bag, words[at]) < ALIKE) at += 1;
    const partner = at < reach ? come[at] : undefined;
    if (partner === undefined) {
      hunks.push({ type: "removed", text: block });
      continue;
    }
    hunks.push(...come.slice(next, at).map((text) => ({ type: "added" as const, text })));
    hunks.push({ type: "changed", before: block, after: partner, words: compareWords(block, partner) });
    next = at + 1;
  }
  return [...hunks, ...come.slice(next).map((text) => ({ type: "added" as const, text }))];
}

/** Share of the words of both that they have in common from which two blocks are one that was changed. */
const ALIKE = 0.45;
/** So many blocks further a partner is looked for. */
const REACH = 20;

const bagOf = (block: string): ReadonlySet<string> =>
  new Set(wordsOf(block.toLowerCase()).filter((word) => /[\p{L}\p{N}]/u.test(word)));

function alike(one: ReadonlySet<string>, other: ReadonlySet<string> | undefined): number {
  if (other === undefined || one.size + other.size === 0) return 0;
  let common = 0;
  for (const word of one) if (other.has(word)) common += 1;
  return (2 * common) / (one.size + other.size);
}

/** What went before what came, and no space alone between two changes: it reads better. */
function joinOverSpaces(segments: readonly TextSegment[]): TextSegment[] {
  const joined: TextSegment[] = [];
  const run = { removed: "", added: "" };
  const close = () => {
    for (const type of ["removed", "added"] as const) {
      if (run[type] !== "") joined.push({ type, text: run[type] });
      run[type] = "";
    }
  };
  for (const [at, { type, text }] of segments.entries()) {
    const within = type === "same" && run.removed !== "" && run.added !== "" && text.trim() === "";
    if (type !== "same") run[type] += text;
    else if (within && segments[at + 1] !== undefined) {
      run.removed += text;
      run.added += text;
    } else {
      close();
      joined.push({ type, text });
    }
  }
  close();
  return joined;
}
