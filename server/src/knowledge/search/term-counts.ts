import type { TermStatistic } from "../types.ts";

export interface TermCounts {
  of(index: number): CountedTerms | undefined;
  /** What a search of the index has found when it was of this size. */
  learn(index: number, size: string, terms: readonly TermStatistic[]): void;
}

export interface CountedTerms {
  /** Passages and tokens: an index that has changed is of another size. */
  size: string;
  /** In how many passages each term is. */
  terms: ReadonlyMap<string, number>;
}

/** Rarer ones are counted in no time. */
const COMMON = 400;
const MOST_TERMS = 3_000;
const MOST_INDEXES = 200;

/**
 * How many passages of an index hold its common terms. To count them takes half of a search in a large index, and the
 * same few stand in most questions. One that changed without another size costs a weight that is off by next to nothing.
 */
export function createTermCounts(): TermCounts {
  const indexes = new Map<number, { size: string; terms: Map<string, number> }>();
  return {
    of: (index) => indexes.get(index),
    learn(index, size, terms) {
      const common = terms.filter(({ passages }) => passages >= COMMON);
      if (common.length === 0) return;
      const known = indexes.get(index);
      const held = known?.size === size ? known : { size, terms: new Map<string, number>() };
      if (known !== held && indexes.size >= MOST_INDEXES) indexes.clear();
      if (held.terms.size >= MOST_TERMS) held.terms.clear();
      for (const { term, passages } of common) held.terms.set(term, passages);
      indexes.set(index, held);
    },
  };
}
