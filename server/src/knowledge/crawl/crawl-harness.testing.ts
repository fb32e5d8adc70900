import { crawlProgress, newId, type EventType } from "@parley/contracts";
import { z } from "zod";
import {
  createClock,
  createFetchPublic,
  createLimits,
  createLog,
  createSecrets,
  type Clock,
  type Database,
  type Events,
  type FetchPublic,
  type LiveNews,
  type Scope,
} from "../../platform/index.ts";
import { makeOrganization } from "../../testing/index.ts";
import { createKnowledge, type Knowledge } from "../create-knowledge.ts";
import type { SiteProfile } from "../types.ts";

export interface CrawlHarness {
  scope: Scope;
  agentId: string;
  knowledge: Knowledge;
  /** What was published, in order. */
  told: { type: EventType; data: unknown }[];
  /** The last profile saved. */
  profile: () => SiteProfile | undefined;
  files: Map<string, { bytes: Uint8Array; contentType: string }>;
  /** Progress as announced, in order. */
  progress: { found: number; fetched: number; indexed: number; failed: number }[];
  /** What members' screens were told. */
  live: LiveNews[];
}

/** A knowledge room on a test database, with jobs that wait to be run and events that are kept. */
export async function makeCrawlHarness(
  db: Database,
  own: { fetchPublic?: FetchPublic; clock?: Clock; chromium?: string } = {},
): Promise<CrawlHarness> {
  const clock = own.clock ?? createClock();
  const told: CrawlHarness["told"] = [];
  const files: CrawlHarness["files"] = new Map();
  const progress: CrawlHarness["progress"] = [];
  const live: LiveNews[] = [];
  let profile: SiteProfile | undefined;
  const events: Events = {
    publish: async (_tx, _scope, type, data) => void told.push({ type, data }),
    insertion: () => {
      throw new Error("not used here");
    },
    wake: () => {},
    consume: () => {},
    consumeTogether: () => {},
    start: async () => {},
    stop: async () => {},
  };
  const knowledge = createKnowledge({
    db,
    clock,
    events,
    log: createLog({ level: "fatal", pretty: false }),
    jobs: { define: () => {}, send: async () => {}, schedule: () => {}, start: async () => {}, stop: async () => {} },
    realtime: {
      subscribe: () => () => {},
      publish: (_topic, data) => {
        const news = z.object({ progress: crawlProgress }).safeParse(data);
        if (news.success) progress.push(news.data.progress);
      },
      start: async () => {},
      stop: async () => {},
    },
    limits: createLimits({ clock }),
    files: {
      write: async (name, bytes, contentType) => void files.set(name, { bytes, contentType }),
      read: async (name) => files.get(name),
      remove: async (name) => void files.delete(name),
      receive: nothing,
      open: nothing,
      list: async function* () {
        yield* files.keys();
      },
    },
    audit: { record: async () => {} },
    accounts: { get: nothing, connector: nothing },
    live: { changed: (_scope, news) => void live.push(news) },
    secrets: createSecrets("a secret for tests that is long enough"),
    chromium: { path: own.chromium ?? "off", searchPath: "" },
    userAgent: "ParleyBot/test",
    tesseract: { path: "off", searchPath: "", languages: null },
    publicUrl: null,
    fetchPublic: own.fetchPublic ?? createFetchPublic({ allow: [], userAgent: "ParleyBot/test" }),
  });
  knowledge.sources.onProfile(async (_scope, _agentId, found) => void (profile = found));
  const scope = await makeOrganization(db);
  const agentId = newId("agent");
  await db.transaction(scope, (tx) => knowledge.openIndex(tx, scope, agentId));
  return { scope, agentId, knowledge, told, files, progress, live, profile: () => profile };
}

async function nothing(): Promise<never> {
  throw new Error("not used here");
}
