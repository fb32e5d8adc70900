import { Fault } from "@parley/contracts";
import type { Database, Scope, Tx } from "../platform/index.ts";
import type { SynonymRule } from "./search/expand/use-synonyms.ts";
import { ruleOf, synonymRules } from "./synonyms/synonym-rules.ts";

/** What a search needs to know of an index before it can ask. */
export interface IndexHandle {
  number: number;
  /** In which languages its questions are analysed. */
  languages: readonly string[];
  /** The owner's synonyms, and how often they had been changed when they were read; null: not read yet. */
  synonyms: { version: number; rules: readonly SynonymRule[] } | null;
}

export interface Indexes {
  /** Makes the index of a new agent; does nothing when there is one. */
  open(tx: Tx, scope: Scope, agentId: string): Promise<void>;
  /** Throws `not_found` for an agent that this organization does not have. */
  find(scope: Scope, agentId: string): Promise<IndexHandle>;
  /** What the last search saw: the next question is analysed in these languages. */
  learn(scope: Scope, agentId: string, languages: readonly string[]): void;
  /** Synonyms of an agent whose changes number `version`, read once. */
  learnSynonyms(scope: Scope, agentId: string, version: number): Promise<readonly SynonymRule[]>;
}

const REMEMBERED = 10_000;

/**
 * The index of each agent. Its number never changes, so it is remembered; its languages are a guess that every
 * search checks against the statistics that it reads anyway.
 */
export function createIndexes({ db }: { db: Database }): Indexes {
  const known = new Map<string, IndexHandle>();
  const keyOf = (scope: Scope, agentId: string) => `${scope.organization} ${agentId}`;

  function remember(key: string, handle: IndexHandle): IndexHandle {
    if (known.size >= REMEMBERED) known.clear();
    known.set(key, handle);
    return handle;
  }

  return {
    async open(tx, scope, agentId) {
      await tx.batch([
        {
          text: "insert into knowledge_indexes (organization, agent_id) values ($1::int, $2::text) on conflict do nothing",
          values: [scope.organization, agentId],
        },
      ]);
    },

    async find(scope, agentId) {
      const key = keyOf(scope, agentId);
      const found = known.get(key);
      if (found) return found;
      const [rows = []] = await db.batch(scope, [{ text: findIndex, values: [scope.organization, agentId] }]);
      const [row] = rows;
      if (!row) throw new Fault("not_found", "There is no such agent.");
      return remember(key, { number: Number(row["number"]), languages: strings(row["languages"]), synonyms: null });
    },

    learn(scope, agentId, languages) {
      const found = known.get(keyOf(scope, agentId));
      if (found) remember(keyOf(scope, agentId), { ...found, languages });
    },

    async learnSynonyms(scope, agentId, version) {
      const [rows = []] = await db.batch(scope, [synonymRules(scope, agentId)]);
      const rules = rows.map(ruleOf);
      const found = known.get(keyOf(scope, agentId));
      if (found) remember(keyOf(scope, agentId), { ...found, synonyms: { version, rules } });
      return rules;
    },
  };
}

const findIndex = `
select i.number, array(
    select s.language from knowledge_index_statistics s
    where s.organization = i.organization and s.index_number = i.number
    group by s.language having sum(s.chunks) > 0 order by sum(s.chunks) desc, s.language) as languages
from knowledge_indexes i where i.organization = $1::int and i.agent_id = $2::text`;

/** A `text[]` as the database gives it. */
export function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
