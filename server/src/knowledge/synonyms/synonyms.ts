import {
  Fault,
  newId,
  type Synonym,
  type SynonymChange,
  type SynonymInput,
  type SynonymQuery,
} from "@parley/contracts";
import {
  assertSeen,
  type Clock,
  type Database,
  type Live,
  type Row,
  type Scope,
  type Tx,
} from "../../platform/index.ts";
import type { Audit } from "../../tenants/index.ts";
import { likePart } from "../like-part.ts";
import { ruleOf } from "./synonym-rules.ts";

export interface SynonymsDeps {
  db: Database;
  clock: Clock;
  audit: Audit;
  live: Live;
}

/** An agent's searches look through all of them. */
const MOST = 1_000;

/** What an owner says to mean the same. Searches know of a change with the next question, in every process. */
export function createSynonyms({ db, clock, audit, live }: SynonymsDeps) {
  const told = (scope: Scope, agentId: string, id: string) =>
    live.changed(scope, { resource: "synonyms", agentId, id });

  /** The agent's line is locked and its count of changes grows: searches that hold older synonyms read them again. */
  async function open(tx: Tx, scope: Scope, agentId: string): Promise<void> {
    const [rows = []] = await tx.batch([
      {
        text: `update knowledge_indexes set synonyms = synonyms + 1
          where organization = $1::int and agent_id = $2::text returning synonyms`,
        values: [scope.organization, agentId],
      },
    ]);
    if (rows.length === 0) throw new Fault("not_found", "There is no such agent.");
  }

  async function lock(tx: Tx, scope: Scope, { agentId, id, revision }: Place): Promise<Synonym> {
    await open(tx, scope, agentId);
    const [rows = []] = await tx.batch([
      {
        text: `select * from knowledge_synonyms where organization = $1::int and agent_id = $2::text and id = $3::text
          for update`,
        values: [scope.organization, agentId, id],
      },
    ]);
    const before = found(rows[0]);
    assertSeen(revision, before.revision);
    return before;
  }

  return {
    async create(scope: Scope, agentId: string, input: SynonymInput): Promise<Synonym> {
      const id = newId("synonym", clock.now());
      const made = await db.transaction(scope, async (tx) => {
        await open(tx, scope, agentId);
        const [rows = []] = await tx.batch([
          {
            text: insertSynonym,
            values: [scope.organization, id, agentId, ...columnsOf(checked(input)), at(), byOf(scope), MOST],
          },
        ]);
        if (rows.length === 0)
          throw new Fault("conflict", `An agent has ${MOST} synonyms at most. Put some of them together.`);
        const synonym = found(rows[0]);
        await record(tx, scope, { action: "synonym.created", synonym, after: factsOf(synonym) });
        return synonym;
      });
      told(scope, agentId, id);
      return made;
    },

    /** Newest first. Throws `not_found`. */
    async list(scope: Scope, agentId: string, { limit, cursor, q }: SynonymQuery) {
      if (cursor !== undefined && !/^syn_\w{1,40}$/.test(cursor))
        throw new Fault("invalid_request", "That is not a cursor of this list.", { field: "cursor" });
      const [[known] = [], rows = []] = await db.batch(scope, [
        {
          text: "select 1 from knowledge_indexes where organization = $1::int and agent_id = $2::text",
          values: [scope.organization, agentId],
        },
        {
          text: `select * from knowledge_synonyms where organization = $1::int and agent_id = $2::text
            and ($3::text is null or id < $3::text)
            and ($4::text is null or lower(array_to_string(words || meanings, ' ')) like $4::text)
            order by id desc limit $5::int`,
          values: [
            scope.organization,
            agentId,
            cursor ?? null,
            q === undefined || q === "" ? null : likePart(q.toLowerCase()),
            limit + 1,
          ],
        },
      ]);
      if (!known) throw new Fault("not_found", "There is no such agent.");
      const data = rows.slice(0, limit).map(synonymOf);
      return { data, next: rows.length > limit ? (data.at(-1)?.id ?? null) : null };
    },

    async get(scope: Scope, { agentId, id }: Omit<Place, "revision">): Promise<Synonym> {
      const [rows = []] = await db.batch(scope, [
        {
          text: "select * from knowledge_synonyms where organization = $1::int and agent_id = $2::text and id = $3::text",
          values: [scope.organization, agentId, id],
        },
      ]);
      return found(rows[0]);
    },

    /** @throws Fault stale when `revision` is not the present one; null asks nothing. */
    async change(scope: Scope, place: Place, change: SynonymChange): Promise<Synonym> {
      const after = await db.transaction(scope, async (tx) => {
        const before = await lock(tx, scope, place);
        const wanted = checked({ ...factsOf(before), ...change });
        const [rows = []] = await tx.batch([
          {
            text: `update knowledge_synonyms set words = $3::text[], meanings = $4::text[], direction = $5::text,
                language = $6::text, updated_at = $7::timestamptz, updated_by = $8::jsonb, revision = revision + 1
              where organization = $1::int and id = $2::text returning *`,
            values: [scope.organization, place.id, ...columnsOf(wanted), at(), byOf(scope)],
          },
        ]);
        const synonym = found(rows[0]);
        await record(tx, scope, {
          action: "synonym.changed",
          synonym,
          before: factsOf(before),
          after: factsOf(synonym),
        });
        return synonym;
      });
      told(scope, place.agentId, place.id);
      return after;
    },

    async remove(scope: Scope, place: Place): Promise<void> {
      await db.transaction(scope, async (tx) => {
        const synonym = await lock(tx, scope, place);
        await tx.batch([
          {
            text: "delete from knowledge_synonyms where organization = $1::int and id = $2::text",
            values: [scope.organization, place.id],
          },
        ]);
        await record(tx, scope, { action: "synonym.deleted", synonym, before: factsOf(synonym) });
      });
      told(scope, place.agentId, place.id);
    },
  };

  function at(): string {
    return new Date(clock.now()).toISOString();
  }

  async function record(
    tx: Tx,
    scope: Scope,
    { action, synonym, ...facts }: { action: string; synonym: Synonym; before?: object; after?: object },
  ): Promise<void> {
    const target = { type: "synonym", id: synonym.id, name: synonym.words[0] ?? "" };
    await audit.record(tx, scope, { action, target, ...facts });
  }
}

export type Synonyms = ReturnType<typeof createSynonyms>;

interface Place {
  agentId: string;
  id: string;
  revision: number | null;
}

const byOf = ({ actor }: Scope): string => JSON.stringify({ type: actor.type, id: actor.id, name: actor.name ?? null });

const insertSynonym = `
insert into knowledge_synonyms (organization, id, agent_id, words, meanings, direction, language,
  created_at, updated_at, updated_by)
select $1::int, $2::text, $3::text, $4::text[], $5::text[], $6::text, $7::text, $8::timestamptz, $8::timestamptz, $9::jsonb
where (select count(*) from knowledge_synonyms where organization = $1::int and agent_id = $3::text) < $10::int
returning *`;

const columnsOf = ({ words, meanings, direction, language }: SynonymInput) => [words, meanings, direction, language];

const factsOf = ({ words, meanings, direction, language }: SynonymInput): SynonymInput => ({
  words,
  meanings,
  direction,
  language,
});

/** Each once; what is on both sides says nothing. */
function checked(input: SynonymInput): SynonymInput {
  const words = distinct(input.words);
  const meanings = distinct(input.meanings).filter(
    (meaning) => !words.some((word) => word.toLowerCase() === meaning.toLowerCase()),
  );
  if (meanings.length === 0)
    throw new Fault("invalid_request", "Give at least one other word that means the same.", { field: "meanings" });
  return { ...input, words, meanings };
}

function distinct(words: readonly string[]): string[] {
  return [...new Map(words.map((word) => [word.toLowerCase(), word.replace(/\s+/gu, " ")])).values()];
}

function found(row: Row | undefined): Synonym {
  if (row === undefined) throw new Fault("not_found", "There is no such synonym.");
  return synonymOf(row);
}

function synonymOf(row: Row): Synonym {
  const by: unknown = row["updated_by"];
  const field = (key: string): string | null => {
    const value: unknown = typeof by === "object" && by !== null ? Reflect.get(by, key) : null;
    return typeof value === "string" ? value : null;
  };
  const { words, meanings, direction, language } = ruleOf(row);
  return {
    id: String(row["id"]),
    agentId: String(row["agent_id"]),
    words: [...words],
    meanings: [...meanings],
    direction,
    language,
    updatedAt: new Date(String(row["updated_at"])).toISOString(),
    updatedBy: { type: field("type") ?? "", id: field("id") ?? "", name: field("name") },
    revision: Number(row["revision"]),
  };
}
