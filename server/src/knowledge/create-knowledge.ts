import type { Clock, Database, Events, FetchPublic, Files, Jobs, Limits, Log, Realtime, Scope, Tx } from "../platform/index.ts";
import { createDocuments } from "./documents.ts";
import { createIndexes } from "./indexes.ts";
import { indexDocuments } from "./index-documents.ts";
import { indexSummary } from "./index-summary.ts";
import type { Indexing } from "./crawl/store-visits.ts";
import { removeDocuments } from "./remove-documents.ts";
import { detectLanguage } from "./language.ts";
import { createSearch } from "./search.ts";
import { readSources } from "./source-store.ts";
import { createSources } from "./sources.ts";
import { createTidy } from "./tidy.ts";

export interface KnowledgeDeps {
  db: Database;
  events: Events;
  clock: Clock;
  log: Log;
  jobs: Jobs;
  realtime: Realtime;
  limits: Limits;
  files: Files;
  fetchPublic: FetchPublic;
}

/** What an agent knows: its documents and passages, and the search in them. */
export function createKnowledge(deps: KnowledgeDeps) {
  const { db, log } = deps;
  const indexes = createIndexes({ db });
  const tidy = createTidy({ db, clock: deps.clock, failed: () => log.warn({}, "vacuum of the passages failed") });
  const indexing = { ...deps, indexes, tidy };

  const ownIndexing: Indexing = {
    indexDocuments: (scope, agentId, items) => indexDocuments(indexing, scope, { agentId, items }),
    removeDocuments: (scope, documentIds) => removeDocuments(indexing, scope, documentIds),
  };
  const sources = createSources({ ...deps, indexing: ownIndexing });
  let endCrawls: (() => Promise<void>) | undefined;

  return {
    sources,
    documents: createDocuments({ ...indexing, detectLanguage }),
    search: createSearch({ db, indexes }),

    /** Within the transaction that makes an agent: the place where its passages go. */
    openIndex: (tx: Tx, scope: Scope, agentId: string): Promise<void> => indexes.open(tx, scope, agentId),

    indexSummary: (scope: Scope, agentId: string) => indexSummary(deps, scope, agentId),

    ...ownIndexing,

    /** How far the first reading of an agent's sites is; null when none is going on. */
    async reading(scope: Scope, agentId: string): Promise<{ pages: number } | null> {
      const { rows } = await readSources(db, scope, { agentId, limit: 100, after: null });
      const open = rows.filter((row) => row.run === 1 && (row.status === "queued" || row.status === "running"));
      return open.length === 0 ? null : { pages: open.reduce((sum, row) => sum + row.progress.indexed, 0) };
    },

    /** Takes up crawls that were cut off. */
    async start(): Promise<void> {
      endCrawls = await sources.start();
    },

    /** Ends the crawls, which go on where they are at the next start, and the upkeep in the background. */
    async stop(): Promise<void> {
      await endCrawls?.();
      tidy.stop();
    },
  };
}

export type Knowledge = ReturnType<typeof createKnowledge>;
