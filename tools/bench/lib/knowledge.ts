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
  });
  const events = createEvents({ db, clock });
  const nobody = { record: async () => {}, changed: () => {} };
  const log = createLog({ level: "silent", pretty: false });
  const knowledge = createPassages({ db, events, clock, log, audit: nobody, live: nobody, ...embeddingBy(model) });
  const scope = await makeOrganization(db);
  return {
    db,
    knowledge,
    scope,
    async makeAgent(items) {
      const agentId = newId("agent");
      await db.transaction(scope, (tx) => knowledge.openIndex(tx, scope, agentId));
      const since = performance.now();
      const stored = await knowledge.indexDocuments(scope, agentId, items);
      const indexingMs = performance.now() - since;
      const vectors = performance.now();
      if (model !== undefined) await knowledge.embeddings.embedNow(scope, agentId, AbortSignal.timeout(3_600_000));
      const embeddingMs = performance.now() - vectors;
      await db.vacuum([
        "knowledge_postings",
        "knowledge_chunks",
        "knowledge_documents",
        "knowledge_chunk_vectors",
        "knowledge_vector_cells",
      ]);
      return { agentId, indexingMs, embeddingMs, passages: stored.reduce((sum, { chunks }) => sum + chunks, 0) };
    },
    async close() {
      await knowledge.stop();
      await events.stop();
      await db.close();
      await place.remove();
    },
  };
}

function embeddingBy(model: EmbeddingModel | undefined) {
  if (model === undefined) return {};
  return { embedding: { model, modelOf: (id: string) => (id === model.id ? model : undefined), count: () => {} } };
}
