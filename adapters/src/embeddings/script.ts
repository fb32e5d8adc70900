import { type EmbeddingModel, Fault } from "@parley/contracts";
import { estimateTokens } from "./read-vectors.ts";

const DIMENSIONS = 384;

/**
 * A model that needs no vendor: words and their parts, hashed to directions and added up. What shares words or parts
 * of them is near, and nothing else is. For tests, demonstrations and benchmarks.
 */
export function createScriptEmbedding({ name = "words" }: { name?: string } = {}): EmbeddingModel {
  return {
    id: `script/${name}`,
    atOnce: 64,
    async embed(texts, { signal }) {
      signal.throwIfAborted();
      if (name === "failing")
        throw new Fault("vendor_failed", "The scripted embedding model failed, as it was told to.");
      if (name === "slow") await waitFor(2_000, signal);
      return { vectors: texts.map(name === "noise" ? noise : embed), tokens: estimateTokens(texts) };
    },
  };
}

function embed(text: string): Float32Array {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []) {
    add(counts, word, 1);
    const padded = `^${word}$`;
    for (let at = 0; at + 4 <= padded.length; at += 1) add(counts, padded.slice(at, at + 4), 0.4);
  }
  const vector = new Float32Array(DIMENSIONS);
  for (const [part, count] of counts) spread(vector, part, Math.sqrt(count) * Math.min(1, part.length / 6));
  return vector;
}

/** What says nothing at all: a model that does not fit. */
function noise(text: string): Float32Array {
  const vector = new Float32Array(DIMENSIONS);
  spread(vector, text, 1);
  return vector;
}

function add(counts: Map<string, number>, part: string, count: number): void {
  counts.set(part, (counts.get(part) ?? 0) + count);
}

/** Adds a direction of its own for each part. */
function spread(vector: Float32Array, part: string, weight: number): void {
  const signs = signsOf(part);
  for (let at = 0; at < vector.length; at += 1) vector[at] = (vector[at] ?? 0) + weight * (signs[at] ?? 0);
}

/** Few parts make up most of all texts: making their directions anew would take most of the time. */
const known = new Map<string, Int8Array>();
const MOST_KNOWN = 20_000;

/** 1 and -1, from a small generator that the text of the part seeds. */
function signsOf(part: string): Int8Array {
  const found = known.get(part);
  if (found !== undefined) return found;
  const signs = new Int8Array(DIMENSIONS);
  let state = 2_166_136_261;
  for (let at = 0; at < part.length; at += 1) state = Math.imul(state ^ part.charCodeAt(at), 16_777_619);
  for (let at = 0; at < signs.length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    signs[at] = ((state >>> 15) & 2) - 1;
  }
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(part, signs);
  return signs;
}

function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        reject(signal.reason);
      },
      { once: true },
    );
  });
}
