import { Fault, type VerifiedAnswerFilter, type VerifiedState } from "@parley/contracts";
import type { Database, Scope } from "../../platform/index.ts";
import { likePart } from "../like-part.ts";
import { columns, type StoredAnswer, verifiedOf } from "./verified-store.ts";

const inState: Record<VerifiedState, string> = {
  off: "not enabled",
  expired: "enabled and valid_to <= $7::timestamptz",
  scheduled: "enabled and valid_from > $7::timestamptz and (valid_to is null or valid_to > $7::timestamptz)",
  active:
    "enabled and (valid_from is null or valid_from <= $7::timestamptz) and (valid_to is null or valid_to > $7::timestamptz)",
};

/** Newest first. `known`: the agent is this organization's. */
export async function listVerified(
  db: Database,
  scope: Scope,
  page: VerifiedAnswerFilter & { agentId: string; before: string | null; limit: number; at: string },
): Promise<{ known: boolean; answers: StoredAnswer[] }> {
  const like = page.q === undefined || page.q === "" ? null : likePart(page.q);
  const [agents = [], rows = []] = await db.batch(scope, [
    {
      text: "select 1 from knowledge_indexes where organization = $1::int and agent_id = $2::text",
      values: [scope.organization, page.agentId],
    },
    {
      text: `select ${columns} from knowledge_verified_answers
        where organization = $1::int and agent_id = $2::text and ($3::text is null or id < $3::text)
        and ($4::boolean is null or enabled = $4::boolean)
        and ($5::text is null or question ilike $5::text or answer ilike $5::text or variants::text ilike $5::text)
        and ($7::timestamptz is not null and ${page.state === undefined ? "true" : inState[page.state]})
        and ($8::text is null or $8::text = any(tags)) and ($9::text is null or language = $9::text)
        order by id desc limit $6::int`,
      values: [
        scope.organization,
        page.agentId,
        page.before,
        page.enabled === undefined ? null : page.enabled === "true",
        like,
        page.limit,
        page.at,
        page.tag ?? null,
        page.language ?? null,
      ],
    },
  ]);
  return { known: agents.length > 0, answers: rows.map(verifiedOf) };
}

/** The commonest first; an agent that is not there has none. */
export async function countTags(
  db: Database,
  scope: Scope,
  agentId: string,
): Promise<{ tag: string; answers: number }[]> {
  const [rows = []] = await db.batch(scope, [
    {
      text: `select t.tag, count(*)::int as answers from knowledge_verified_answers a, unnest(a.tags) as t(tag)
        where a.organization = $1::int and a.agent_id = $2::text group by t.tag order by 2 desc, 1 limit 200`,
      values: [scope.organization, agentId],
    },
  ]);
  return rows.map((row) => ({ tag: String(row["tag"]), answers: Number(row["answers"]) }));
}

/** @throws Fault not_found for an agent that this organization does not have */
export async function assertAgent(db: Database, scope: Scope, agentId: string): Promise<void> {
  const [agents = []] = await db.batch(scope, [
    {
      text: "select 1 from knowledge_indexes where organization = $1::int and agent_id = $2::text",
      values: [scope.organization, agentId],
    },
  ]);
  if (agents.length === 0) throw new Fault("not_found", "There is no such agent.");
}
