import type { SearchFilter, Substitution } from "@parley/contracts";
import type { Clock, Database, Scope } from "../../platform/index.ts";
import { analyseQuery } from "../analyse/analyse.ts";
import type { Meaning } from "../embeddings/meaning.ts";
import { type Expansion, mendWords } from "./expand/mend-words.ts";
import { type AskedWord, readQuestion } from "./expand/read-question.ts";
import { spellOut } from "./expand/spell-out.ts";
import { useSynonyms } from "./expand/use-synonyms.ts";
import { findPassages, type Found } from "./find-passages.ts";
import type { IndexHandle, Indexes } from "../indexes.ts";
import { createRescore } from "./rescore.ts";
import { createTermCounts, type TermCounts } from "./term-counts.ts";
import type { SearchOutcome } from "../types.ts";

export interface SearchDeps {
  db: Database;
  clock: Clock;
  indexes: Indexes;
  /** Searches by meaning beside; left out where no embedding model is configured. */
  meaning?: Meaning | undefined;
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
  /** Which documents are searched, in the database. */
  filter?: SearchFilter | undefined;
  signal?: AbortSignal;
}

export type Search = (scope: Scope, request: SearchRequest) => Promise<SearchOutcome>;

/** So many of the best are ranked anew by where the words of the question stand in them. */
const RESCORED = 16;

/**
 * The passages that answer a question best. One round trip for a question whose words the index knows; one or two
 * more where a word must be mended, or where there are vectors. It is analysed in every language that the index
 * holds. Throws `not_found` for a foreign or unknown agent, and the signal's reason when it has aborted.
 */
export function createSearch({ db, clock, indexes, meaning }: SearchDeps): Search {
  const rescore = createRescore();
  const counts = createTermCounts();

  return async function search(scope, request) {
    const { agentId, query, limit, language, filter, signal } = request;
    const handle = await indexes.find(scope, agentId);
    const wanted = Math.max(limit, RESCORED);
    const near = meaning?.begin(scope, { agentId, index: handle.number, query, filter, signal });
    const asking = createAsking({ db, clock, indexes, counts }, scope, { request, wanted });
    const { found, expansions } = await asking.ask(handle);
    signal?.throwIfAborted();
    const ranked = rescore(query, { ...found.outcome, expansions }, { most: RESCORED, language });
    const passages = (await near?.blend(ranked, found.outcome)) ?? ranked;
    const outcome = { ...found.outcome, passages: passages.slice(0, limit) };
    if (expansions.length === 0) return outcome;
    const corrected = spellOut(query, expansions, outcome);
    return {
      ...outcome,
      substitutions: toldOnce(expansions),
      ...(corrected === query ? {} : { corrected }),
    };
  };
}

/** A synonym of several words is several terms, in each language of the index. */
function toldOnce(expansions: readonly Expansion[]): Substitution[] {
  return [...new Map(expansions.map(({ told }) => [`${told.word} ${told.instead} ${told.by}`, told])).values()];
}

interface Asking {
  found: Found;
  expansions: readonly Expansion[];
}

/** Asks the index until it has been asked in its languages, with the present synonyms, and for mended words. */
function createAsking(
  { db, clock, indexes, counts }: Pick<SearchDeps, "db" | "clock" | "indexes"> & { counts: TermCounts },
  scope: Scope,
  { request, wanted }: { request: SearchRequest; wanted: number },
) {
  const { agentId, query, question, language, filter, signal } = request;

  function find(index: number, languages: readonly string[], expansions: readonly Expansion[]): Promise<Found> {
    signal?.throwIfAborted();
    const at = new Date(clock.now()).toISOString();
    const asked = question === undefined ? undefined : { agentId, question, languages, language, at };
    const terms = analyseQuery(query, languages);
    return findPassages(db, scope, { index, agentId, terms, expansions, filter, limit: wanted, asked, counts });
  }

  return {
    async ask(handle: IndexHandle): Promise<Asking> {
      const index = handle.number;
      let languages = handle.languages;
      let rules = handle.synonyms?.rules ?? [];
      let expansions = useSynonyms(query, languages, rules);
      let found = await find(index, languages, expansions);
      const isNew = found.synonyms !== (handle.synonyms?.version ?? 0);
      if (isNew) rules = await indexes.learnSynonyms(scope, agentId, found.synonyms);
      const isOther = !isWithin(found.languages, languages);
      if (!sameSet(found.languages, languages)) {
        indexes.learn(scope, agentId, found.languages);
        languages = found.languages;
      }
      if (isNew || isOther) {
        const had = expansions.length > 0;
        expansions = useSynonyms(query, languages, rules);
        if (isOther || had || expansions.length > 0) found = await find(index, languages, expansions);
      }
      const mended = await mend(index, { languages, found, expansions });
      if (mended.length === 0) return { found, expansions };
      expansions = [...expansions, ...mended];
      return { found: await find(index, languages, expansions), expansions };
    },
  };

  async function mend(
    index: number,
    { languages, found, expansions }: Asking & { languages: readonly string[] },
  ): Promise<Expansion[]> {
    if (found.outcome.indexSize === 0) return [];
    const held = new Map(found.outcome.terms.map(({ term, passages }) => [term, passages]));
    const meant = new Set(expansions.flatMap(({ stands }) => stands));
    const isUnknown = ({ terms }: AskedWord) => terms.every((term) => held.get(term) === 0 && !meant.has(term));
    if (!found.outcome.terms.some(({ passages }) => passages === 0)) return [];
    const asked = readQuestion(query, languages);
    const unknown = asked.filter(isUnknown);
    return unknown.length === 0 ? [] : mendWords(db, scope, { index, languages, asked, unknown });
  }
}

function isWithin(some: readonly string[], all: readonly string[]): boolean {
  return some.every((language) => all.includes(language));
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return isWithin(one, other) && isWithin(other, one);
}
