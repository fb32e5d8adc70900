import { newId } from "@parley/contracts";
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
  makeAgent(items: readonly DocumentItem[]): Promise<{ agentId: string; indexingMs: number; passages: number }>;
  close(): Promise<void>;
}

/** The knowledge room on a database of its own, without the rest of the house. */
export async function openKnowledge(engine: EngineName): Promise<KnowledgeBench> {
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
  const knowledge = createPassages({ db, events, clock, log, audit: nobody, live: nobody });
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
      await db.vacuum(["knowledge_postings", "knowledge_chunks", "knowledge_documents"]);
      return { agentId, indexingMs, passages: stored.reduce((sum, { chunks }) => sum + chunks, 0) };
    },
    async close() {
      await knowledge.stop();
      await events.stop();
      await db.close();
      await place.remove();
    },
  };
}
