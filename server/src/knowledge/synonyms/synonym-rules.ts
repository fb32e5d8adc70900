import type { Row, Scope, Statement } from "../../platform/index.ts";
import type { SynonymRule } from "../search/expand/use-synonyms.ts";

/** What a search needs to know of an agent's synonyms. */
export function synonymRules(scope: Scope, agentId: string): Statement {
  return {
    text: `select words, meanings, direction, language from knowledge_synonyms
      where organization = $1::int and agent_id = $2::text order by id`,
    values: [scope.organization, agentId],
  };
}

export function ruleOf(row: Row): SynonymRule {
  const list = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);
  return {
    words: list(row["words"]),
    meanings: list(row["meanings"]),
    direction: row["direction"] === "one-way" ? "one-way" : "both",
    language: typeof row["language"] === "string" ? row["language"] : null,
  };
}
