import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface Guess {
  /** Null when no n-gram is known. */
  language: string | null;
  /** By how much it leads, 0 to 1. */
  lead: number;
}

/** How sure an n-gram makes of a language, less what the data subtracts from all. */
const BASE = 53;
const MOST_BYTES = 400;
const LONGEST_WORD = 70;

const profiles = readProfiles(readFileSync(join(import.meta.dirname, "profiles.bin")));

/**
 * The language whose n-grams a text shares most: four bytes of UTF-8 each, with word boundaries. Data and way of
 * ELD (Apache-2.0), see renew-profiles.mjs.
 */
export function guessLanguage(text: string): Guess {
  const scores = new Array<number>(profiles.codes.length).fill(0);
  for (const ngram of ngramsOf(text)) addScores(ngram, scores);
  const best = Math.max(...scores);
  if (best <= 0) return { language: null, lead: 0 };
  const at = scores.indexOf(best);
  const second = Math.max(0, ...scores.filter((_, other) => other !== at));
  return { language: profiles.codes[at] ?? null, lead: (best - second) / best };
}

/** Hashes of the n-grams, each once. */
function ngramsOf(text: string): Set<number> {
  const found = new Set<number>();
  let read = 0;
  for (const word of text.toLowerCase().split(/(?<!['`’])[^\p{L}'`’]+|(?<=['`’])[^\p{L}]+|['`’]+(?=\s|$)/u)) {
    if (word === "") continue;
    const bytes = Buffer.from(word, "utf8");
    const length = Math.min(bytes.length, LONGEST_WORD);
    let at = 0;
    for (; at + 4 < length; at += 3) found.add(hash(bytes, { from: at, to: at + 4, first: at === 0, last: false }));
    found.add(hash(bytes, { from: Math.max(0, length - 4), to: length, first: at === 0, last: true }));
    read += bytes.length + 1;
    if (read > MOST_BYTES) break;
  }
  return found;
}

/** FNV-1a over the bytes, with a space before the first and after the last of a word. */
function hash(
  bytes: Uint8Array,
  { from, to, first, last }: { from: number; to: number; first: boolean; last: boolean },
): number {
  let value = 0x811c9dc5;
  if (first) value = Math.imul(value ^ 32, 0x01000193);
  for (let at = from; at < to; at += 1) value = Math.imul(value ^ (bytes[at] ?? 0), 0x01000193);
  if (last) value = Math.imul(value ^ 32, 0x01000193);
  return value >>> 0;
}

function addScores(ngram: number, scores: number[]): void {
  const at = place(profiles.hashes, ngram);
  if (at === undefined) return;
  for (let pair = profiles.starts[at] ?? 0; pair < (profiles.starts[at + 1] ?? 0); pair += 1) {
    const language = profiles.scores[pair * 2] ?? 0;
    scores[language] = (scores[language] ?? 0) + (profiles.scores[pair * 2 + 1] ?? 0) + BASE;
  }
}

function place(sorted: Uint32Array, wanted: number): number | undefined {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const value = sorted[middle] ?? 0;
    if (value === wanted) return middle;
    if (value < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

function readProfiles(file: Buffer) {
  const count = file.readUInt32LE(0);
  const ngrams = file.readUInt32LE(4);
  const codes = file.toString("latin1", 12, 524).trim().split(" ").slice(0, count);
  const hashes = new Uint32Array(ngrams);
  const starts = new Uint32Array(ngrams + 1);
  const sizes = 524 + ngrams * 4;
  for (let at = 0; at < ngrams; at += 1) {
    hashes[at] = file.readUInt32LE(524 + at * 4);
    starts[at + 1] = (starts[at] ?? 0) + (file[sizes + at] ?? 0);
  }
  return { codes, hashes, starts, scores: file.subarray(sizes + ngrams) };
}
