import { Fault, type Source, type SourceChange } from "@parley/contracts";
import type { Live, Log, Scope, Secrets } from "../../platform/index.ts";
import type { Audit } from "../../tenants/index.ts";
import { createAdding } from "./add-source.ts";
import { createCrawler, type CrawlerDeps } from "./create-crawler.ts";
import { createSchedule } from "../schedule/create-schedule.ts";
import { createSourceHooks } from "../schedule/source-hooks.ts";
import { type ChangeSourceDeps, changeSource, removeSource } from "./change-source.ts";
import { createSourceRemoval } from "./remove-source.ts";
import { countSourceLog, type LogQuery, readSourceLog } from "./source-log.ts";
import { presentSource, type SourceRow } from "./source-row.ts";
import { readSource, readSources } from "./source-store.ts";
import { createSteering } from "./steer-source.ts";

export interface SourcesDeps extends CrawlerDeps, Pick<ChangeSourceDeps, "checkSelection"> {
  audit: Audit;
  live: Live;
  secrets: Secrets;
  log: Pick<Log, "info" | "warn">;
  /** What else belongs to a source, such as files, when it is taken away. */
  alsoRemove?: (scope: Scope, sourceId: string) => Promise<void>;
  /** Products that it brought. */
  forgetProducts?: (scope: Scope, sourceId: string) => Promise<void>;
}

type Verb = (scope: Scope, id: string) => Promise<SourceRow>;

export type Sources = ReturnType<typeof createSources>;

/** What agents read: how sources are added, how their reading goes on, and their log. */
export function createSources(deps: SourcesDeps) {
  const { db } = deps;
  const crawler = createCrawler(deps);
  const steering = createSteering({ ...deps, crawler });
  let moved: ChangeSourceDeps["moved"] = async () => {};
  const { send, halt } = crawler;
  const removal = createSourceRemoval({ ...deps, removeDocuments: deps.indexing.removeDocuments, halt });
  const changing: ChangeSourceDeps = { ...deps, removal, send, halt, moved: (...move) => moved(...move) };

  const shown = (verb: Verb) => async (scope: Scope, id: string) => presentSource(await verb(scope, id));

  const schedule = createSchedule({ ...deps, send });
  const hooks = createSourceHooks({ ...deps, begin: schedule.begin });

  return {
    ...createAdding(deps, { send, recrawl: steering.recrawl }),

    async get(scope: Scope, id: string): Promise<Source> {
      return presentSource(await readSource(db, scope, id));
    },

    async list(scope: Scope, agentId: string, page: { limit: number; cursor?: string | undefined }) {
      const { known, rows } = await readSources(db, scope, {
        agentId,
        limit: page.limit + 1,
        after: page.cursor ?? null,
      });
      if (!known) throw new Fault("not_found", "There is no such agent.");
      const shown = rows.slice(0, page.limit);
      return { data: shown.map(presentSource), next: rows.length > page.limit ? (shown.at(-1)?.id ?? null) : null };
    },

    /** The log: a line for each address, in the order in which they were met or the newest first. */
    pages: (scope: Scope, id: string, query: LogQuery) => readSourceLog(db, scope, { ...query, id }),

    pageCounts: (scope: Scope, id: string) => countSourceLog(db, scope, id),

    /** See `changeSource`. Faults: stale, already_exists, invalid_url, private_address, host_not_found. */
    async change(scope: Scope, id: string, change: { revision: number | null; change: SourceChange }): Promise<Source> {
      const changed = await changeSource(changing, scope, { ...change, id });
      if (change.change.selection === undefined) return presentSource(changed);
      // What is being read was chosen before.
      if (OPEN.has(changed.status)) await steering.cancel(scope, id);
      return presentSource(await steering.recrawl(scope, id));
    },

    remove: (scope: Scope, id: string): Promise<void> => removeSource(changing, scope, id),

    /** Told within the transaction when a source gets another address; may throw to refuse. */
    onMoved(told: ChangeSourceDeps["moved"]): void {
      moved = told;
    },

    pause: shown(steering.pause),

    resume: shown(steering.resume),

    cancel: shown(steering.cancel),

    /** Reads the site again: only what changed is indexed anew. One that is being read is left to it. */
    recrawl: shown(steering.recrawl),

    /** Told what a site says of itself. The rooms above keep it. */
    onProfile: crawler.onProfile,

    /** Crawls now what nobody else does; resolves at its end. For jobs, and for whoever wants to wait. */
    crawl: crawler.crawl,

    /** Begins a source whose time has come, or that was pinged; true when this process did. */
    beginDue: schedule.begin,

    /** Addresses that have a source read again. */
    hooks,

    /** Takes up what was cut off and begins what is due, now and from time to time. Call the result to stop. */
    async start(): Promise<() => Promise<void>> {
      const stopCrawls = await crawler.start();
      const stopSchedule = schedule.start();
      return async () => {
        stopSchedule();
        await stopCrawls();
      };
    },
  };
}

const OPEN: ReadonlySet<string> = new Set(["queued", "running", "paused"]);
