import type { CrawlProgress } from "@parley/contracts";
import { familyOf, findTrap } from "./find-trap.ts";
import { foldUrl } from "./normalise-url.ts";
import type { PageRecord, PageStatus } from "./page-row.ts";

/** An address of this run, with what earlier runs knew of it. */
export interface Entry {
  url: string;
  depth: number;
  status: PageStatus | "visiting";
  /** The row of an earlier run, or of this one before it was cut off. */
  known: PageRecord | undefined;
  /** Address that its text or its tag said is the page itself, for pages folded away. */
  sameAs: string | null;
  contentHash: string | null;
  /** Read it although it names another address as its own, or has the text of a page that is gone. */
  alone: boolean;
}

export interface FrontierOptions {
  startUrl: string;
  run: number;
  /** No more addresses than this are kept. */
  most: number;
  maxDepth: number | null;
}

export type Frontier = ReturnType<typeof createFrontier>;

/** Which addresses there are and which comes next: below the start path first, then by depth, then as met. */
export function createFrontier(rows: readonly PageRecord[], { startUrl, run, most, maxDepth }: FrontierOptions) {
  const entries = new Map<string, Entry>();
  const earlier = new Map<string, PageRecord>();
  const families = new Map<string, number>();
  const queues = new Map<number, Entry[]>();
  const unsaved: Entry[] = [];
  const startPath = new URL(startUrl).pathname.replace(/[^/]*$/, "");
  const counts: CrawlProgress = { found: 0, fetched: 0, indexed: 0, failed: 0 };
  let waiting = 0;

  function enqueue(entry: Entry): void {
    const below = new URL(entry.url).pathname.startsWith(startPath) ? 0 : 1;
    const level = entry.depth * 2 + below * 1_000;
    const queue = queues.get(level);
    if (queue) queue.push(entry);
    else queues.set(level, [entry]);
    waiting += 1;
  }

  function admit(url: string, depth: number, status: Entry["status"]): Entry {
    const key = foldUrl(url);
    const known = earlier.get(key);
    // The spelling of the first meeting stays, so that a page keeps its row and its document.
    const entry: Entry = {
      url: known?.url ?? url,
      depth,
      status,
      known,
      sameAs: null,
      contentHash: known?.contentHash ?? null,
      alone: false,
    };
    entries.set(key, entry);
    counts.found += 1;
    return entry;
  }

  for (const row of rows) {
    if (row.run < run) {
      earlier.set(foldUrl(row.url), row);
      continue;
    }
    const entry: Entry = { ...row, known: row, sameAs: targetOf(row.reason), alone: false };
    entries.set(foldUrl(row.url), entry);
    counts.found += 1;
    if (row.status === "queued") enqueue(entry);
    else count(counts, row.status);
  }

  return {
    counts,
    get: (url: string): Entry | undefined => entries.get(foldUrl(url)),
    entries: (): Iterable<Entry> => entries.values(),
    earlier: (): Iterable<PageRecord> => earlier.values(),
    waiting: (): number => waiting,

    /** Puts an address in line; undefined when it is there already, too deep, a trap, or one too many. */
    add(url: string, depth: number): Entry | undefined {
      if (entries.has(foldUrl(url)) || entries.size >= most || (maxDepth !== null && depth > maxDepth))
        return undefined;
      if (findTrap(url) !== undefined) return undefined;
      const family = familyOf(url);
      if (family) {
        const size = (families.get(family.key) ?? 0) + 1;
        if (size > family.most) return undefined;
        families.set(family.key, size);
      }
      const entry = admit(url, depth, "queued");
      unsaved.push(entry);
      enqueue(entry);
      return entry;
    },

    /** For the end of a redirect: an address that is visited at once. Undefined when somebody else has it. */
    claim(url: string, depth: number): Entry | undefined {
      return entries.has(foldUrl(url)) ? undefined : admit(url, depth, "visiting");
    },

    next(): Entry | undefined {
      const levels = [...queues.keys()].sort((a, b) => a - b);
      for (const level of levels) {
        const entry = queues.get(level)?.shift();
        if (!entry) {
          queues.delete(level);
          continue;
        }
        waiting -= 1;
        if (entry.status !== "queued") continue;
        entry.status = "visiting";
        return entry;
      }
      return undefined;
    },

    settle(entry: Entry, status: PageStatus): void {
      entry.status = status;
      count(counts, status);
      // It was counted at its first visit: what was told of the progress is never taken back.
      if (entry.alone) counts.fetched -= 1;
    },

    /** A page folded into one that turned out not to be there is visited once more. */
    reopen(entry: Entry): void {
      entry.status = "queued";
      entry.alone = true;
      enqueue(entry);
    },

    /** Addresses that are not yet stored. */
    takeUnsaved: (): Entry[] => unsaved.splice(0),
  };
}

/** Reasons that name another address, so that they can be read back. */
export const foldReasons = {
  redirect: "Leads on to",
  canonical: "Is the same page as",
  text: "Has the same text as",
  language: "Is in another language the same as",
} as const;

function targetOf(reason: string | null): string | null {
  const start = Object.values(foldReasons).find((text) => reason?.startsWith(`${text} `));
  return start === undefined || reason === null ? null : reason.slice(start.length + 1);
}

function count(counts: CrawlProgress, status: PageStatus): void {
  if (status === "queued") return;
  counts.fetched += 1;
  if (status === "indexed" || status === "unchanged") counts.indexed += 1;
  if (status === "failed") counts.failed += 1;
}
