/** What reads a source of one type. Each type has one, in the registry that create-knowledge fills. */
import type { CrawlProgress, SourceType } from "@parley/contracts";
import type { Holder } from "../crawl/page-store.ts";
import type { SourceRow } from "./source-row.ts";

export interface SourceRun {
  source: SourceRow;
  /** Whose run it is: what it stores goes by statements that change nothing once the lease is lost. */
  holder: Holder;
  /** Aborts when the run is paused, cancelled, lost to another process, or this process ends. */
  signal: AbortSignal;
  /** Until when to hold the lease with whatever is stored next. */
  leaseUntil(): number;
  /** Tells the screens how far it is. */
  tell(progress: CrawlProgress): void;
}

export interface SourceEnd {
  status: "done" | "failed";
  code: string | null;
  /** A sentence for people; null when all is well. */
  message: string | null;
  progress: CrawlProgress;
}

/**
 * Reads a source, or goes on where an earlier run was cut off. Resolves with how it ended, or with undefined when it
 * was stopped before its end. A `Fault` that it throws is told to people; anything else is a failure on our side.
 */
export type SourceRunner = (run: SourceRun) => Promise<SourceEnd | undefined>;

/** A type without a runner has nothing to be read again, such as a place for uploads. */
export type SourceRunners = Partial<Record<SourceType, SourceRunner>>;
