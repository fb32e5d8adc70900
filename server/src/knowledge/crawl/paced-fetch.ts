import { Fault } from "@parley/contracts";
import type { Clock, FetchPublic, Limits, PublicResponse } from "../../platform/index.ts";

export interface PacedFetchDeps {
  fetchPublic: FetchPublic;
  limits: Pick<Limits, "take">;
  clock: Clock;
}

export interface PacedFetchOptions {
  /** Requests a second to an address's host, the same for everybody who crawls it; undefined for no limit. */
  perSecond: (url: string) => number | undefined;
  /** What goes with each request to where it belongs. */
  headersFor?: (url: string) => Record<string, string>;
  trustedOrigins: readonly string[];
  signal: AbortSignal;
}

export interface PacedRequest {
  headers?: Record<string, string>;
  maxBytes: number;
  timeoutMs: number;
  /** JSON that is posted. */
  body?: string;
}

/** Fetches one address without following redirects, in its turn; what fails for the moment is tried once more, and what is posted is not. */
export type PacedFetch = (url: string, request: PacedRequest) => Promise<PublicResponse>;

const RETRY_AFTER_MS = 1_500;
/** A site may ask for a longer pause; a page is not waited for longer than this. */
const LONGEST_PAUSE_MS = 30_000;

export function createPacedFetch(
  deps: PacedFetchDeps,
  { perSecond: paceOf, headersFor, trustedOrigins, signal }: PacedFetchOptions,
): PacedFetch {
  const { fetchPublic, limits, clock } = deps;

  async function turn(url: string): Promise<void> {
    const perSecond = paceOf(url);
    if (perSecond === undefined) return;
    const key = `crawl:${new URL(url).host}`;
    for (;;) {
      signal.throwIfAborted();
      const { allowed, retryAfterMs } = await limits.take(key, { burst: 1, perSecond });
      if (allowed) return;
      await clock.sleep(retryAfterMs, signal);
    }
  }

  async function once(url: string, request: PacedRequest): Promise<PublicResponse> {
    await turn(url);
    signal.throwIfAborted();
    // What opens a site to a reader is not lent to what its scripts send.
    const headers = { ...request.headers, ...(request.body === undefined ? headersFor?.(url) : {}) };
    return fetchPublic(url, {
      ...request,
      headers,
      maxRedirects: 0,
      mayFollow: () => false,
      trustedOrigins,
      signal,
    });
  }

  return async (url, request) => {
    if (request.body !== undefined) return once(url, request);
    const first = await attempt(() => once(url, request), signal);
    if (first.ok && !isPassing(first.value.status)) return first.value;
    if (!first.ok && !isPassingFault(first.error)) throw first.error;
    await clock.sleep(first.ok ? pauseOf(first.value, clock.now()) : RETRY_AFTER_MS, signal);
    return once(url, request);
  };
}

async function attempt<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
): Promise<{ ok: true; value: T } | { ok: false; error: unknown }> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    signal.throwIfAborted();
    return { ok: false, error };
  }
}

export function isPassing(status: number): boolean {
  return status === 408 || status === 425 || status === 429 || status >= 500;
}

function isPassingFault(error: unknown): boolean {
  return error instanceof Fault && error.code === "connection_failed";
}

function pauseOf({ headers }: PublicResponse, now: number): number {
  const said = headers["retry-after"] ?? "";
  const seconds = /^\d+$/.test(said) ? Number(said) : (Date.parse(said) - now) / 1_000;
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(LONGEST_PAUSE_MS, seconds * 1_000) : RETRY_AFTER_MS;
}
