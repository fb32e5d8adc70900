import type { KnowledgeSummary } from "@parley/contracts";
import type {
  Clock,
  Database,
  Events,
  FetchPublic,
  Files,
  Jobs,
  Limits,
  Live,
  Log,
  Realtime,
  Scope,
  Secrets,
} from "../platform/index.ts";
import type { Audit } from "../tenants/index.ts";
import { createCatalogue } from "./catalogue/create-catalogue.ts";
import {
  checkSelection,
  type ConnectedAccounts,
  connectedRunner,
  createConnected,
} from "./connectors/create-connected.ts";
import { knowledgeParts } from "./archive/knowledge-parts.ts";
import type { ArchivePart } from "./archive/part.ts";
import { runFeed } from "./catalogue/run-feed.ts";
import { countKnowledge } from "./count-knowledge.ts";
import { createPassages, type EmbeddingModels } from "./create-passages.ts";
import { createFiles } from "./files/create-files.ts";
import { createReaders } from "./files/create-readers.ts";
import { createReadPicture, type TesseractChoice } from "./files/read-picture.ts";
import { createIndexes } from "./indexes.ts";
import { detectLanguage } from "./language.ts";
import { createPreview } from "./preview/create-preview.ts";
import { createRenderer } from "./render/create-renderer.ts";
import { createOverlaps } from "./overlaps/overlaps.ts";
import { readSources } from "./sources/source-store.ts";
import { createSources } from "./sources/sources.ts";
import { createTellSource } from "./sources/tell-source.ts";
import { createVerifiedAnswers } from "./verified/verified-answers.ts";
import { createWholeAgents } from "./whole-agents.ts";

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
  audit: Audit;
  live: Live;
  secrets: Secrets;
  /** Accounts elsewhere that documents are followed from. */
  accounts: ConnectedAccounts;
  /** `PARLEY_CHROMIUM`: a path, `off`, or null to look for one; and where to look. */
  chromium: { path: string | null; searchPath: string };
  userAgent: string;
  /** How pages can be reached from outside; null where nobody said. */
  publicUrl: string | null;
  tesseract: TesseractChoice;
  /** Left out: search by words alone. */
  embedding?: EmbeddingModels;
}

/** What an agent knows: its documents and passages, and the search in them. */
export function createKnowledge(deps: KnowledgeDeps) {
  const passages = createPassages(deps);
  const catalogue = createCatalogue({ ...deps, indexes: createIndexes(deps), detectLanguage });
  const renderer = createRenderer(deps);
  const readers = createReaders({ clock: deps.clock, readPicture: createReadPicture(deps.tesseract, deps.clock) });
  const files = createFiles({ ...deps, ...passages, readers, detectLanguage });
  const { accounts } = deps;
  const connected = connectedRunner({ ...deps, indexing: passages, readers, detectLanguage });
  const sources = createSources({
    ...deps,
    renderer,
    readers,
    indexing: {
      indexDocuments: passages.indexDocuments,
      takeProducts: catalogue.takePages,
      async removeDocuments(scope, documentIds) {
        await catalogue.forgetPages(scope, documentIds);
        await passages.removeDocuments(scope, documentIds);
      },
    },
    tell: createTellSource(deps),
    runners: {
      "google-drive": connected,
      intercom: connected,
      catalogue: (run) => runFeed({ ...deps, catalogue }, run),
    },
    alsoRemove: (scope, sourceId) => files.removeAll(scope, { sourceId }),
    forgetProducts: catalogue.forgetSource,
    checkSelection: (scope, wanted) => checkSelection(accounts, scope, wanted),
  });
  const verified = createVerifiedAnswers({ ...deps, detectLanguage });
  const overlaps = createOverlaps({ ...deps, indexes: createIndexes(deps) });
  let endCrawls: (() => Promise<void>) | undefined;

  return {
    ...passages,
    ...createWholeAgents({ ...deps, passages, sources, verified, catalogue, uploads: files }),
    catalogue,
    uploads: files,
    sources,
    preview: createPreview({ ...deps, renderer, readers }),
    connected: createConnected({ db: deps.db, accounts, sources }),
    verified,
    overlaps,

    /** What an agent knows, as parts of its archive, in the order in which they are read. */
    archiveParts: (): ArchivePart[] =>
      knowledgeParts({ ...deps, verified, catalogue, indexDocuments: passages.indexDocuments }),

    /** How much an agent knows, for its members. Throws `not_found`. */
    async summary(scope: Scope, agentId: string): Promise<KnowledgeSummary> {
      const [{ documents, passages: all, languages, reading }, counts] = await Promise.all([
        passages.indexSummary(scope, agentId),
        countKnowledge(deps.db, scope, agentId),
      ]);
      return { documents, passages: all, languages, reading, ...counts };
    },

    /** How far the first reading of an agent's sites is; null when none is going on. */
    async reading(scope: Scope, agentId: string): Promise<{ pages: number } | null> {
      const { rows } = await readSources(deps.db, scope, { agentId, limit: 100, after: null });
      const open = rows.filter((row) => row.run === 1 && (row.status === "queued" || row.status === "running"));
      return open.length === 0 ? null : { pages: open.reduce((sum, row) => sum + row.progress.indexed, 0) };
    },

    /** Takes up crawls that were cut off. */
    async start(): Promise<void> {
      endCrawls = await sources.start();
      await passages.embeddings.start();
      await overlaps.start();
    },

    /** Ends the crawls, which go on where they are at the next start, and the upkeep in the background. */
    async stop(): Promise<void> {
      await endCrawls?.();
      await renderer.stop();
      await readers.stop();
      await passages.stop();
    },
  };
}

export type Knowledge = ReturnType<typeof createKnowledge>;
