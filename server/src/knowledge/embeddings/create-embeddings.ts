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
import { embedPassages } from "./embed-passages.ts";
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
  /** What it cost. */
  count(scope: Scope, agentId: string, tokens: number): void;
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

/** Vectors of passages, made in the background once their text is searchable by its words. */
export function createEmbeddings(deps: EmbeddingsDeps) {
  const { db, jobs, model, log } = deps;
  const told = (scope: Scope, agentId: string) => {
    deps.tidy.wrote(1);
    deps.live.changed(scope, { resource: "embeddings", agentId });
  };

  async function work(envelope: Envelope, signal: AbortSignal): Promise<void> {
    if (model === null) return;
    const { organization, organizationId, agentId, index } = envelope;
    const scope = envelopeScope(organization, organizationId, "embeddings");
    await embedPassages({ ...deps, told }, { scope, agentId, index, model, signal });
  }

  /** Indexes with passages beyond the last vector, after a start with another model most of all. */
  async function look(): Promise<void> {
    if (model === null || jobs === undefined) return;
    const [rows = []] = await db.batch(SYSTEM, [{ text: behind, values: [model.id] }]);
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
    jobs.define(LOOK, { concurrency: 1, retryLimit: 2, expireInS: 300 }, look);
    if (model !== null) jobs.schedule(LOOK, "*/2 * * * *");
  }

  const meaning: Meaning | undefined =
    model === null && deps.reranker === undefined
      ? undefined
      : createMeaning({
          ...deps,
          reranker: deps.reranker,
          failed: (err) => log.warn({ err }, "A search went without its vectors or its reranker"),
        });

  return {
    meaning,

    /** Passages of an agent were written. Sent again if it is lost: a look every other minute finds what is behind. */
    wrote(scope: Scope, agentId: string, index: number): void {
      if (model === null || jobs === undefined) return;
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
      const { number } = await deps.indexes.find(scope, agentId);
      const [rows = [], [counted] = []] = await db.batch(scope, [
        readSets(scope, number),
        { text: counts, values: [scope.organization, number, model?.id ?? null] },
      ]);
      const sets = rows.map(setOf);
      return {
        model: model?.id ?? null,
        serving: sets.findLast(({ state }) => state === "serving")?.model ?? null,
        passages: Number(counted?.["passages"] ?? 0),
        embedded: Number(counted?.["embedded"] ?? 0),
        problem: sets.find((set) => set.model === model?.id)?.problem ?? null,
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

/** The newest passage of an index against the newest vector: both are the end of an index of the database. */
const behind = `
select i.organization, o.id as organization_id, i.agent_id, i.number from knowledge_indexes i
join organizations o on o.number = i.organization
left join knowledge_vector_sets s on s.organization = i.organization and s.index_number = i.number and s.model = $1::text
where coalesce(s.state, 'building') = 'building' and exists (
    select 1 from knowledge_chunks c where c.organization = i.organization and c.index_number = i.number)
  or coalesce((select max(c.number) from knowledge_chunks c
      where c.organization = i.organization and c.index_number = i.number), 0)
    > coalesce((select max(v.chunk) from knowledge_chunk_vectors v
      where v.organization = s.organization and v.set_number = s.number), 0)
limit 1000`;
