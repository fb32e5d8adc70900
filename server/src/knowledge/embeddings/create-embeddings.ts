import type { EmbeddingModel, EmbeddingState, Reranker } from "@parley/contracts";
import {
  type Clock,
  type Database,
  type Jobs,
  type Live,
  type Log,
  envelopeScope,
  type Scope,
  SYSTEM,
} from "../../platform/index.ts";
import type { Indexes } from "../indexes.ts";
import type { Tidy } from "../tidy.ts";
import { createMeaning } from "./create-meaning.ts";
import { dropOwn, embedPassages } from "./embed-passages.ts";
import type { Meaning } from "./meaning.ts";
import { readSets, setOf } from "./vector-store.ts";

export interface EmbeddingsDeps {
  db: Database;
  clock: Clock;
  log: Log;
  live: Live;
  indexes: Indexes;
  tidy: Pick<Tidy, "wrote">;
  /** Left out: nothing is made in the background, as in a benchmark that asks for it itself. */
  jobs?: Jobs | undefined;
  /** What the environment names; null: words alone. */
  model: EmbeddingModel | null;
  /** The same or another that served before, by `vendor/name`. */
  modelOf(id: string): EmbeddingModel | undefined;
  reranker?: Reranker | undefined;
  /** What organizations have chosen of their own. */
  own?: OwnEmbeddings | undefined;
  /** What it cost. */
  count(scope: Scope, agentId: string, tokens: number): void;
}

/** Models of an organization's own, by ids that begin with their connection's. */
export interface OwnEmbeddings {
  chosen(scope: Scope): Promise<EmbeddingModel | null>;
  modelOf(scope: Scope, id: string): Promise<EmbeddingModel | undefined>;
  all(): Promise<{ organization: number; model: string }[]>;
  /** As people know it. */
  nameOf(id: string): string;
  onChange(listener: (scope: Scope) => void): void;
}

interface Envelope {
  organization: number;
  organizationId: string;
  agentId: string;
  index: number;
}

const QUEUE = "knowledge.embed";
const LOOK = "knowledge.embed-look";
const EXPIRE_S = 6 * 3_600;
const OWN = /^con_/u;

/** Vectors of passages, made in the background once their text is searchable by its words. */
export function createEmbeddings(deps: EmbeddingsDeps) {
  const { db, jobs, model, log, own } = deps;
  const running = new Set<{ organization: number; model: string; stop: AbortController }>();
  const told = (scope: Scope, agentId: string) => {
    deps.tidy.wrote(1);
    deps.live.changed(scope, { resource: "embeddings", agentId });
  };

  /** The organization's own, or else the server's. */
  const wanted = async (scope: Scope): Promise<EmbeddingModel | null> => (await own?.chosen(scope)) ?? model;
  const nameOf = (id: string): string => (OWN.test(id) && own !== undefined ? own.nameOf(id) : id);
  const modelOf = async (scope: Scope, id: string): Promise<EmbeddingModel | undefined> =>
    OWN.test(id) ? own?.modelOf(scope, id) : deps.modelOf(id);

  async function work(envelope: Envelope, signal: AbortSignal): Promise<void> {
    const { organization, organizationId, agentId, index } = envelope;
    const scope = envelopeScope(organization, organizationId, "embeddings");
    const present = await wanted(scope);
    // Of a model that nobody wants any more nothing is kept.
    if (present === null) return dropOwn(db, scope, index);
    const run = { organization, model: present.id, stop: new AbortController() };
    running.add(run);
    try {
      const either = AbortSignal.any([signal, run.stop.signal]);
      // Passages that were written while the last ones were put in order: their own job was not taken beside this one.
      while (await embedPassages({ ...deps, told }, { scope, agentId, index, model: present, signal: either }));
    } catch (error) {
      if (!run.stop.signal.aborted || signal.aborted) throw error;
    } finally {
      running.delete(run);
    }
    if (run.stop.signal.aborted) await work(envelope, signal);
  }

  /** What is being made with a model that was given up ends, and what lacks vectors of the new one gets them. */
  async function rechoose(scope: Scope): Promise<void> {
    const present = (await wanted(scope))?.id;
    for (const run of running) if (run.organization === scope.organization && run.model !== present) run.stop.abort();
    await look(scope.organization);
  }

  /** Indexes with passages beyond the last vector, after a start with another model most of all. */
  async function look(organization: number | null = null): Promise<void> {
    if ((model === null && own === undefined) || jobs === undefined) return;
    const chosen = (await own?.all()) ?? [];
    const values = [
      model?.id ?? null,
      chosen.map((one) => one.organization),
      chosen.map((one) => one.model),
      organization,
    ];
    const [rows = []] = await db.batch(SYSTEM, [{ text: behind, values }]);
    for (const row of rows)
      await send({
        organization: Number(row["organization"]),
        organizationId: String(row["organization_id"]),
        agentId: String(row["agent_id"]),
        index: Number(row["number"]),
      });
  }

  async function send(envelope: Envelope): Promise<void> {
    await jobs?.send(QUEUE, envelope, { singletonKey: `${envelope.organization}/${envelope.index}` });
  }

  if (jobs !== undefined) {
    jobs.define<Envelope>(QUEUE, { concurrency: 2, retryLimit: 50, expireInS: EXPIRE_S }, work);
    jobs.define(LOOK, { concurrency: 1, retryLimit: 2, expireInS: 300 }, () => look());
    if (model !== null || own !== undefined) jobs.schedule(LOOK, "*/2 * * * *");
  }
  own?.onChange((scope) => {
    rechoose(scope).catch((err: unknown) => log.warn({ err }, "Vectors of another model could not be ordered yet"));
  });

  const meaning: Meaning | undefined =
    model === null && own === undefined && deps.reranker === undefined
      ? undefined
      : createMeaning({
          ...deps,
          reranker: deps.reranker,
          isWanted: async (scope) => (await wanted(scope)) !== null,
          modelOf,
          failed: (err) => log.warn({ err }, "A search went without its vectors or its reranker"),
        });

  return {
    meaning,

    /** Passages of an agent were written. Sent again if it is lost: a look every other minute finds what is behind. */
    wrote(scope: Scope, agentId: string, index: number): void {
      if ((model === null && own === undefined) || jobs === undefined) return;
      send({ organization: scope.organization, organizationId: scope.organizationId, agentId, index }).catch(
        (err: unknown) => log.warn({ err }, "Vectors could not be ordered yet"),
      );
    },

    /** Makes all that are missing, now. */
    async embedNow(scope: Scope, agentId: string, signal: AbortSignal): Promise<void> {
      const { number } = await deps.indexes.find(scope, agentId);
      const { organization, organizationId } = scope;
      await work({ organization, organizationId, agentId, index: number }, signal);
    },

    /** How far they are. Throws `not_found`. */
    async state(scope: Scope, agentId: string): Promise<EmbeddingState> {
      const [{ number }, present] = await Promise.all([deps.indexes.find(scope, agentId), wanted(scope)]);
      const [rows = [], [counted] = []] = await db.batch(scope, [
        readSets(scope, number),
        { text: counts, values: [scope.organization, number, present?.id ?? null] },
      ]);
      const sets = rows.map(setOf);
      const serving = sets.findLast(({ state }) => state === "serving")?.model;
      return {
        model: present === null ? null : nameOf(present.id),
        serving: serving === undefined || present === null ? null : nameOf(serving),
        passages: Number(counted?.["passages"] ?? 0),
        embedded: Number(counted?.["embedded"] ?? 0),
        problem: sets.find((set) => set.model === present?.id)?.problem ?? null,
      };
    },

    /** How far those of all agents are. */
    async progress(scope: Scope) {
      const present = await wanted(scope);
      const [[counted] = []] = await db.batch(scope, [
        { text: countsOfAll, values: [scope.organization, present?.id ?? null] },
      ]);
      const problem = counted?.["problem"];
      return {
        server: model?.id ?? null,
        passages: Number(counted?.["passages"] ?? 0),
        embedded: Number(counted?.["embedded"] ?? 0),
        problem: typeof problem === "string" ? problem : null,
      };
    },

    start: (): Promise<void> => look(),
  };
}

export type Embeddings = ReturnType<typeof createEmbeddings>;

const counts = `
select (select coalesce(sum(chunks), 0)::int from knowledge_index_statistics
    where organization = $1::int and index_number = $2::int) as passages,
  (select count(*)::int from knowledge_vector_sets s
    join knowledge_chunk_vectors v on v.organization = s.organization and v.set_number = s.number
    where s.organization = $1::int and s.index_number = $2::int and s.model = $3::text) as embedded`;

const countsOfAll = `
select (select coalesce(sum(chunks), 0)::int from knowledge_index_statistics where organization = $1::int) as passages,
  (select count(*)::int from knowledge_vector_sets s
    join knowledge_chunk_vectors v on v.organization = s.organization and v.set_number = s.number
    where s.organization = $1::int and s.model = $2::text) as embedded,
  (select problem from knowledge_vector_sets where organization = $1::int and model = $2::text and problem is not null
    order by index_number limit 1) as problem`;

/**
 * The newest passage of an index against the newest vector: both are the end of an index of the database. Also indexes
 * that still have vectors of a model that was given up. $1 the server's model,
 * $2 and $3 organizations with what they have chosen, $4 one organization or null for all.
 */
const behind = `
select i.organization, o.id as organization_id, i.agent_id, i.number from knowledge_indexes i
join organizations o on o.number = i.organization
left join unnest($2::int[], $3::text[]) as mine(organization, model) on mine.organization = i.organization
left join knowledge_vector_sets s on s.organization = i.organization and s.index_number = i.number
  and s.model = coalesce(mine.model, $1::text)
where ($4::int is null or i.organization = $4::int) and case when coalesce(mine.model, $1::text) is null
  then exists (select 1 from knowledge_vector_sets v where v.organization = i.organization
    and v.index_number = i.number and v.model like 'con\\_%')
  else coalesce(s.state, 'building') = 'building' and exists (
      select 1 from knowledge_chunks c where c.organization = i.organization and c.index_number = i.number)
    or coalesce((select max(c.number) from knowledge_chunks c
        where c.organization = i.organization and c.index_number = i.number), 0)
      > coalesce((select max(v.chunk) from knowledge_chunk_vectors v
        where v.organization = s.organization and v.set_number = s.number), 0)
    or s.state = 'serving' and exists (select 1 from knowledge_vector_sets v where v.organization = i.organization
      and v.index_number = i.number and v.number <> s.number) end
limit 1000`;
