import type { CrawlSettings } from "@parley/contracts";
import { isLoopback } from "../../platform/index.ts";
import { createFileCache } from "./file-cache.ts";
import { loadRobots } from "./load-robots.ts";
import { createPacedFetch, type PacedFetch, type PacedFetchDeps } from "./paced-fetch.ts";
import type { Robots } from "./robots.ts";
import { type AccessHeaders, mayOpen } from "./site-access.ts";

export type OpenSiteDeps = PacedFetchDeps;

export interface SiteToOpen {
  url: string;
  settings: CrawlSettings;
  trustedOrigins: readonly string[];
  access: AccessHeaders;
  signal: AbortSignal;
}

/** Where neither the owner nor robots.txt says otherwise. */
const PER_SECOND = 2;

/**
 * How a site is fetched from: what robots.txt of its hosts say, at the pace that they and the owner ask for, with what
 * opens it. Throws the fault of a site that cannot be reached, or that cannot say its rules.
 */
export async function openSite(deps: OpenSiteDeps, site: SiteToOpen) {
  const { settings, trustedOrigins, access, signal } = site;
  const robots = new Map<string, Promise<Robots>>();
  const delays = new Map<string, number>();

  /** Requests a second to an address's host. */
  function paceOf(url: string): number | undefined {
    if (settings.requestsPerSecond !== null) return settings.requestsPerSecond;
    const { host } = new URL(url);
    const delay = delays.get(host);
    if (delay !== undefined) return 1 / delay;
    return isLoopback(url) ? undefined : PER_SECOND;
  }

  const fetch: PacedFetch = createPacedFetch(deps, {
    perSecond: paceOf,
    headersFor: (url) => (mayOpen(site.url, url) ? access : {}),
    trustedOrigins,
    signal,
  });

  async function robotsOf(url: string): Promise<Robots> {
    const { origin, host } = new URL(url);
    const known = robots.get(origin) ?? loadRobots(fetch, origin);
    robots.set(origin, known);
    const rules = await known;
    if (rules.crawlDelayS) delays.set(host, rules.crawlDelayS);
    return rules;
  }

  await robotsOf(site.url);
  return { fetch, fetchFile: createFileCache(fetch), robotsOf, paceOf, signal };
}
