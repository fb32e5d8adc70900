import type { EmbeddingModel } from "@parley/contracts";

/** As many as models of vendors give. */
const DIMENSIONS = 1_024;
const MOST_KNOWN = 40_000;

/** Words hashed to directions and added up: as long as real vectors, and a hundred thousand of them take a minute. */
export function createQuickEmbedding(): EmbeddingModel {
  const known = new Map<string, Int8Array>();

  function directionOf(word: string): Int8Array {
    const found = known.get(word);
    if (found) return found;
    const signs = new Int8Array(DIMENSIONS);
    let state = 2_166_136_261;
    for (let at = 0; at < word.length; at += 1) state = Math.imul(state ^ word.charCodeAt(at), 16_777_619);
    for (let at = 0; at < signs.length; at += 1) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
      signs[at] = ((state >>> 15) & 2) - 1;
    }
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(word, signs);
    return signs;
  }

  function embed(text: string): Float32Array {
    const vector = new Float32Array(DIMENSIONS);
    for (const word of new Set(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]{3,}/gu))) {
      const signs = directionOf(word);
      const weight = Math.min(1, word.length / 6);
      for (let at = 0; at < vector.length; at += 1) vector[at] = (vector[at] ?? 0) + weight * (signs[at] ?? 0);
    }
    return vector;
  }

  return {
    id: "script/quick",
    atOnce: 64,
    embed: async (texts) => ({ vectors: texts.map(embed), tokens: 0 }),
  };
}
