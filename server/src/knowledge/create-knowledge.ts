import type { Clock, Database, Events, Log, Scope, Tx } from "../platform/index.ts";
import { createDocuments } from "./documents.ts";
import { createIndexes } from "./indexes.ts";
import { indexDocuments, type DocumentItem, type IndexedDocument } from "./index-documents.ts";
import { indexSummary } from "./index-summary.ts";
import { removeDocuments } from "./remove-documents.ts";
import { detectLanguage } from "./language.ts";
import { createSearch } from "./search.ts";
import { createTidy } from "./tidy.ts";

export interface KnowledgeDeps {
  db: Database;
  events: Events;
  clock: Clock;
  log: Log;
}

/** What an agent knows: its documents and passages, and the search in them. */
export function createKnowledge(deps: KnowledgeDeps) {
  const { db, log } = deps;
  const indexes = createIndexes({ db });
  const tidy = createTidy({ db, clock: deps.clock, failed: () => log.warn({}, "vacuum of the passages failed") });
  const indexing = { ...deps, indexes, tidy };

  return {
    documents: createDocuments({ ...indexing, detectLanguage }),
    search: createSearch({ db, indexes }),

    /** Within the transaction that makes an agent: the place where its passages go. */
    openIndex: (tx: Tx, scope: Scope, agentId: string): Promise<void> => indexes.open(tx, scope, agentId),

    indexSummary: (scope: Scope, agentId: string) => indexSummary(deps, scope, agentId),

    indexDocuments: (scope: Scope, agentId: string, items: readonly DocumentItem[]): Promise<IndexedDocument[]> =>
      indexDocuments(indexing, scope, { agentId, items }),

    removeDocuments: (scope: Scope, documentIds: readonly string[]): Promise<void> =>
      removeDocuments(indexing, scope, documentIds),

    /** Ends the upkeep that runs in the background. */
    stop: (): void => tidy.stop(),
  };
}

export type Knowledge = ReturnType<typeof createKnowledge>;
