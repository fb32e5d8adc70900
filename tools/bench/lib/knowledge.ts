import { type EmbeddingModel, newId } from "@parley/contracts";
import { createPassages, type Passages } from "../../../server/src/knowledge/create-passages.ts";
import type { DocumentItem } from "../../../server/src/knowledge/index.ts";
import {
  createClock,
  createEvents,
  createLog,
  openDatabase,
  type Database,
  type Scope,
} from "../../../server/src/platform/index.ts";
import { makeOrganization } from "../../../server/src/testing/make-organization.ts";
import { makePlace, type EngineName } from "./server.ts";

export interface KnowledgeBench {
  db: Database;
  knowledge: Passages;
  scope: Scope;
  /** A new agent that knows these documents, vacuumed. Says how long storing took, in ms. */
  makeAgent(
    items: readonly DocumentItem[],
  ): Promise<{ agentId: string; indexingMs: number; embeddingMs: number; passages: number }>;
  /** Stores more of them, as the product does, and vacuums; how many passages, and how long storing took, in ms. */
  store(agentId: string, items: readonly DocumentItem[]): Promise<{ passages: number; ms: number }>;
  /** Makes the vectors that are missing; how long that took, in ms. */
  embed(agentId: string): Promise<number>;
  /** Of its passages, as many copies; only so that they are many. */
  copy(agentId: string, times: number): Promise<void>;
  close(): Promise<void>;
}

/** The knowledge room on a database of its own, without the rest of the house. */
export async function openKnowledge(engine: EngineName, model?: EmbeddingModel): Promise<KnowledgeBench> {
  const place = await makePlace(engine);
  const clock = createClock();
  const url = engine === "postgres" ? place.env["DATABASE_URL"] : undefined;
  const db = await openDatabase({
    ...(url === undefined ? { dataDir: place.dataDir } : { url }),
    clock,
    warn: console.error,
    // Copies of a million are made by statements that take minutes.
    statementTimeoutMs: 3_600_000,
  });
  const events = createEvents({ db, clock });
  const nobody = { record: async () => {}, changed: () => {} };
  const log = createLog({ level: "silent", pretty: false });
  const knowledge = createPassages({ db, events, clock, log, audit: nobody, live: nobody, ...embeddingBy(model) });
  const scope = await makeOrganization(db);
  const vacuum = () =>
    db.vacuum([
      "knowledge_postings",
      "knowledge_chunks",
      "knowledge_documents",
      "knowledge_chunk_vectors",
      "knowledge_vector_cells",
    ]);

  const bench: KnowledgeBench = {
    db,
    knowledge,
    scope,
    async store(agentId, items) {
      const since = performance.now();
      const stored = await knowledge.indexDocuments(scope, agentId, items);
      const ms = performance.now() - since;
      await vacuum();
      return { ms, passages: stored.reduce((sum, { chunks }) => sum + chunks, 0) };
    },
    async embed(agentId) {
      const since = performance.now();
      await knowledge.embeddings.embedNow(scope, agentId, AbortSignal.timeout(3_600_000));
      const ms = performance.now() - since;
      await vacuum();
      return ms;
    },
    async makeAgent(items) {
      const agentId = newId("agent");
      await db.transaction(scope, (tx) => knowledge.openIndex(tx, scope, agentId));
      const { ms: indexingMs, passages } = await bench.store(agentId, items);
      const embeddingMs = model === undefined ? 0 : await bench.embed(agentId);
      return { agentId, indexingMs, embeddingMs, passages };
    },
    async copy(agentId, times) {
      for (let at = 1; at <= times; at += 1) await copyOnce(db, scope, { agentId, at });
      await vacuum();
    },
    async close() {
      await knowledge.stop();
      await events.stop();
      await db.close();
      await place.remove();
    },
  };
  return bench;
}

/** By statements alone, each copy with its own numbers: ten times as quick as storing. */
async function copyOnce(db: Database, scope: Scope, { agentId, at }: { agentId: string; at: number }): Promise<void> {
  const [[most] = []] = await db.batch(scope, [
    {
      text: "select max(number)::int as number from knowledge_chunks where organization = $1::int",
      values: [scope.organization],
    },
  ]);
  const step = Number(most?.["number"]);
  const values = [scope.organization, agentId, at, at === 1 ? step : Math.round(step / at)];
  const index = "(select number from knowledge_indexes where organization = $1::int and agent_id = $2::text)";
  const first = "number <= $4::int and $3::int > 0";
  await db.batch(scope, [
    {
      text: `insert into knowledge_documents (organization, id, agent_id, title, language, content_hash, content, words, chunk_count, token_count)
        select organization, id || '_' || $3::int, agent_id, title, language, content_hash, content, words, chunk_count, token_count
        from knowledge_documents where organization = $1::int and agent_id = $2::text and external_id is not null and $4::int > 0`,
      values,
    },
    {
      text: `insert into knowledge_chunks (organization, number, index_number, document_id, position, headings, text, language, tokens, analysis)
        overriding system value
        select organization, number + $3::int * $4::int, index_number, document_id || '_' || $3::int, position, headings, text, language, tokens, analysis
        from knowledge_chunks where organization = $1::int and index_number = ${index} and ${first}`,
      values,
    },
    {
      text: `insert into knowledge_postings (organization, index_number, chunk, term, tf, len)
        select organization, index_number, chunk + $3::int * $4::int, term, tf, len from knowledge_postings
        where organization = $1::int and index_number = ${index} and chunk <= $4::int and $3::int > 0`,
      values,
    },
    {
      text: `insert into knowledge_index_statistics (organization, index_number, language, chunks, tokens)
        select $1::int, index_number, language, count(*), sum(tokens) from knowledge_chunks
        where organization = $1::int and index_number = ${index} and ${first} group by index_number, language`,
      values,
    },
  ]);
}

function embeddingBy(model: EmbeddingModel | undefined) {
  if (model === undefined) return {};
  return { embedding: { model, modelOf: (id: string) => (id === model.id ? model : undefined), count: () => {} } };
}
