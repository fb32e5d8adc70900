import { newId } from "@parley/contracts";
import type { Clock, Database, Scope } from "../../platform/index.ts";

/** Gives one agent the synonyms of another; those that it has already stay as they are. */
export async function copySynonyms(
  { db, clock }: { db: Database; clock: Clock },
  scope: Scope,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const { actor, organization } = scope;
  const by = JSON.stringify({ type: actor.type, id: actor.id, name: actor.name ?? null });
  const [rows = []] = await db.batch(scope, [{ text: missing, values: [organization, from, to] }]);
  if (rows.length === 0) return;
  const theirs = rows.map(({ id }) => String(id));
  const own = rows.map(() => newId("synonym", clock.now()));
  await db.transaction(scope, (tx) =>
    tx.batch([
      { text: copy, values: [organization, to, theirs, own, new Date(clock.now()).toISOString(), by] },
      // Searches that hold older ones read them again.
      {
        text: "update knowledge_indexes set synonyms = synonyms + 1 where organization = $1::int and agent_id = $2::text",
        values: [organization, to],
      },
    ]),
  );
}

/** Oldest first, so that the copy lists them in the same order. */
const missing = `
select o.id from knowledge_synonyms o where o.organization = $1::int and o.agent_id = $2::text and not exists (
  select 1 from knowledge_synonyms n where n.organization = o.organization and n.agent_id = $3::text
    and n.words = o.words and n.meanings = o.meanings and n.direction = o.direction
    and n.language is not distinct from o.language)
order by o.id`;

const copy = `
insert into knowledge_synonyms (organization, id, agent_id, words, meanings, direction, language, created_at, updated_at,
  updated_by)
select $1::int, x.own, $2::text, o.words, o.meanings, o.direction, o.language, $5::timestamptz, $5::timestamptz, $6::jsonb
from unnest($3::text[], $4::text[]) as x(theirs, own)
join knowledge_synonyms o on o.organization = $1::int and o.id = x.theirs`;
