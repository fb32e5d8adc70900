/** What two passages have in common, without comparing each with each: runs of words, and the least of their hashes. */
import { plainText } from "../plain-text.ts";
import { primary } from "../analyse/stop-words.ts";
import { tokenise } from "../analyse/tokenise.ts";

const RUN = 3;
/** Shorter ones say too little to be the same by more than chance. */
const FEWEST_WORDS = 12;
const BANDS = 6;
const ROWS = 3;
/** So much of the runs of two passages together is in both when they say the same. */
export const SAME = 0.8;

/** Hashes of runs of words, each once, in order. */
export type Shingles = Int32Array;

/** Of every run of three words; empty for a passage that is too short to be told from others. */
export function shinglesOf(text: string, language: string): Shingles {
  const words = tokenise(plainText(text), primary(language)).map(({ word }) => hashText(word));
  if (words.length < FEWEST_WORDS) return new Int32Array();
  const shingles = new Set<number>();
  for (let at = 0; at + RUN <= words.length; at += 1) {
    let hash = 0;
    for (let next = at; next < at + RUN; next += 1) hash = mix(Math.imul(hash, 31) ^ (words[next] ?? 0));
    shingles.add(hash);
  }
  return Int32Array.from(shingles).sort();
}

/** Two passages that say the same share at least one of these, but for one in a hundred; others seldom do. */
export function bandsOf(shingles: Shingles): number[] {
  if (shingles.length === 0) return [];
  return Array.from({ length: BANDS }, (_, band) => {
    let [high, low] = [band + 1, band + 101];
    for (let row = 0; row < ROWS; row += 1) {
      const least = leastOf(shingles, Math.imul(band * ROWS + row + 1, 0x9e3779b1));
      high = mix(high ^ least);
      low = mix(Math.imul(low, 31) ^ least);
    }
    return whole(high, low);
  });
}

function leastOf(shingles: Shingles, seed: number): number {
  let least = 0xffffffff;
  for (const shingle of shingles) {
    const hash = mix(shingle ^ seed) >>> 0;
    if (hash < least) least = hash;
  }
  return least;
}

/** From 0 to 1. */
export function likenessOf(one: Shingles, other: Shingles): number {
  let both = 0;
  for (let here = 0, there = 0; here < one.length && there < other.length;) {
    const difference = (one[here] ?? 0) - (other[there] ?? 0);
    if (difference === 0) both += 1;
    if (difference <= 0) here += 1;
    if (difference >= 0) there += 1;
  }
  const all = one.length + other.length - both;
  return all === 0 ? 0 : both / all;
}

/** A number that JavaScript and the database hold exactly. */
const whole = (high: number, low: number): number => (high >>> 0) * 2 ** 20 + (low >>> 12);

export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mix(hash);
}

/** Of a text, as wide as `whole`. */
export const hashWide = (text: string): number => whole(hashText(text), hashText(`${text}\u0001`));

function mix(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
