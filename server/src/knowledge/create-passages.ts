import type { Clock, Database, Events, Jobs, Live, Log, Scope, Tx } from "../platform/index.ts";
import type { Audit } from "../tenants/index.ts";
import { createDocuments } from "./documents/documents.ts";
import { createExternalDocuments } from "./documents/external-documents.ts";
import { createEmbeddings, type EmbeddingsDeps } from "./embeddings/create-embeddings.ts";
import { createExplainSearch } from "./search/explain-search.ts";
import { createFindMissed } from "./search/find-missed.ts";
import { createIndexes } from "./indexes.ts";
import {
  indexDocuments,
  type DocumentItem,
  type IndexedDocument,
  type IndexingDeps,
} from "./documents/index-documents.ts";
import { indexSummary } from "./index-summary.ts";
import { detectLanguage } from "./language.ts";
import { removeDocuments } from "./documents/remove-documents.ts";
import { createSearch } from "./search/search.ts";
import { createSourceLabels } from "./sources/label-source.ts";
import { createSynonyms } from "./synonyms/synonyms.ts";
import { createTidy } from "./tidy.ts";
import { createVersions } from "./versions/versions.ts";

export interface PassagesDeps {
  db: Database;
  events: Pick<Events, "publish" | "wake">;
  clock: Clock;
  log: Log;
  audit: Audit;
  live: Live;
  /** With what passages are searched by meaning too; left out: by words alone. */
  embedding?: EmbeddingModels;
  /** Left out: vectors are made only when asked for. */
  jobs?: Jobs;
}

export type EmbeddingModels = Pick<EmbeddingsDeps, "model" | "modelOf" | "own" | "reranker" | "count">;

const NO_MODELS: EmbeddingModels = { model: null, modelOf: () => undefined, count: () => {} };

/** Documents, their passages and the search in them, wherever the documents come from. */
export function createPassages(deps: PassagesDeps) {
  const { db, log } = deps;
  const indexes = createIndexes({ db });
  const tidy = createTidy({
    db,
    clock: deps.clock,
    failed: (err) => log.warn({ err }, "passages could not be vacuumed"),
  });
  const versions = createVersions({
    ...deps,
    indexDocuments: (scope, agentId, items) => indexDocuments(indexing, scope, { agentId, items }),
  });
  const embeddings = createEmbeddings({ ...deps, ...(deps.embedding ?? NO_MODELS), indexes, tidy });
  const synonyms = createSynonyms(deps);
  const indexing: IndexingDeps = {
    ...deps,
    indexes,
    tidy,
    versioned: versions.prune,
    wrote: embeddings.wrote,
  };

  const documents = createDocuments({ ...deps, ...indexing, detectLanguage });
  return {
    documents,
    externalDocuments: createExternalDocuments({ ...deps, ...indexing, detectLanguage, documents }),
    versions,
    embeddings,
    synonyms,
    sourceLabels: createSourceLabels(deps),
    search: createSearch({ db, clock: deps.clock, indexes, meaning: embeddings.meaning }),
    explainSearch: createExplainSearch({ db, indexes }),
    findMissed: createFindMissed({ db, clock: deps.clock, indexes, meaning: embeddings.meaning }),

    /** Within the transaction that makes an agent: the place where its passages go. */
    openIndex: (tx: Tx, scope: Scope, agentId: string): Promise<void> => indexes.open(tx, scope, agentId),

    indexSummary: (scope: Scope, agentId: string) => indexSummary(deps, scope, agentId),

    /** See `indexDocuments`: searchable when it resolves, nothing written for what is unchanged. */
    indexDocuments: (scope: Scope, agentId: string, items: readonly DocumentItem[]): Promise<IndexedDocument[]> =>
      indexDocuments(indexing, scope, { agentId, items }),

    removeDocuments: (scope: Scope, documentIds: readonly string[]): Promise<void> =>
      removeDocuments(indexing, scope, documentIds),

    /** Ends the upkeep in the background; resolves when nothing of it is under way. */
    async stop(): Promise<void> {
      await versions.settle();
      await tidy.stop();
    },
  };
}

export type Passages = ReturnType<typeof createPassages>;
