import type { Clock, Database, Scope } from "../../platform/index.ts";
import { analyseQuery } from "../analyse/analyse.ts";
import { findPassages } from "./find-passages.ts";
import type { Indexes } from "../indexes.ts";
import { createRescore } from "./rescore.ts";
import type { SearchOutcome } from "../types.ts";

export interface SearchDeps {
  db: Database;
  /** Verified answers have their time. */
  clock: Pick<Clock, "now">;
  indexes: Indexes;
}

export interface SearchRequest {
  agentId: string;
  query: string;
  /** Passages, at most. */
  limit: number;
  /** The visitor's, if known (BCP 47): passages in it come first among equals. All languages are searched in any case. */
  language?: string;
  /** As the visitor put it: a verified answer to it is looked for in the same round trip. */
  question?: string;
  signal?: AbortSignal;
}

export type Search = (scope: Scope, request: SearchRequest) => Promise<SearchOutcome>;

/** So many of the best are ranked anew by where the words of the question stand in them. */
const RESCORED = 16;

/**
 * The passages that answer a question best, in one round trip. It is analysed in every language that the index
 * holds. Throws `not_found` for a foreign or unknown agent, and the signal's reason when it has aborted.
 */
export function createSearch({ db, clock, indexes }: SearchDeps): Search {
  const rescore = createRescore();

  return async function search(scope, { agentId, query, limit, language, question, signal }) {
    const handle = await indexes.find(scope, agentId);
    const wanted = Math.max(limit, RESCORED);
    const ask = (languages: readonly string[]) => {
      signal?.throwIfAborted();
      const at = new Date(clock.now()).toISOString();
      const asked = question === undefined ? undefined : { agentId, question, languages, language, at };
      const terms = analyseQuery(query, languages);
      return findPassages(db, scope, { index: handle.number, terms, limit: wanted, asked });
    };
    let found = await ask(handle.languages);
    if (!sameSet(found.languages, handle.languages)) {
      indexes.learn(scope, agentId, found.languages);
      if (!isWithin(found.languages, handle.languages)) found = await ask(found.languages);
    }
    const passages = rescore(query, found.outcome, { most: RESCORED, language });
    return { ...found.outcome, passages: passages.slice(0, limit) };
  };
}

function isWithin(some: readonly string[], all: readonly string[]): boolean {
  return some.every((language) => all.includes(language));
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return isWithin(one, other) && isWithin(other, one);
}
