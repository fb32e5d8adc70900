import {
  type Agent,
  agent,
  type CrawledPage,
  crawledPage,
  Fault,
  listOf,
  type Source,
  source,
} from "@parley/contracts";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import type { Api } from "./api.ts";

const LOOK_EVERY_MS = 400;
const MOST_PER_PAGE = 200;
const MOST_LOOKS = 20;

const opened = z.object({ agent, source, created: z.boolean() });
export type OpenedSite = z.infer<typeof opened>;

/** Makes an agent of a site, or has its agent read it again. The owner typed the address, so it may be private. */
export function openSite(api: Api, url: string): Promise<OpenedSite> {
  return api.post("/v1/admin/sites", { url }, opened);
}

/** The agent that was made of this address before, if there is one. */
export async function findAgentOfSite(api: Api, url: string): Promise<Agent | null> {
  const wanted = siteOf(url);
  if (wanted === null) return null;
  let cursor: string | null = null;
  do {
    const query: string = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const page: { data: Agent[]; next: string | null } = await api.get(
      `/v1/agents?limit=${MOST_PER_PAGE}${query}`,
      listOf(agent),
    );
    const found = page.data.find((each) => each.siteUrl !== null && siteOf(each.siteUrl) === wanted);
    if (found) return found;
    cursor = page.next;
  } while (cursor !== null);
  return null;
}

/** What makes two addresses the same site: not the scheme, `www.` or a slash at the end. */
function siteOf(url: string): string | null {
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(url) ? url : `https://${url}`;
  if (!URL.canParse(text)) return null;
  const { host, pathname } = new URL(text);
  return `${host.replace(/^www\./, "")}${pathname.replace(/\/(index\.html?)?$/i, "")}`;
}

const ended: ReadonlySet<Source["status"]> = new Set(["done", "failed", "cancelled", "paused"]);

export interface Following {
  signal: AbortSignal;
  /** Told of every look, the last one too. */
  seen: (source: Source) => void;
  /** Stops looking when it says so. */
  enough?: (source: Source) => boolean;
}

/** Watches a source being read until that ends. @throws Fault if nothing could be read. */
export async function followSource(api: Api, id: string, { signal, seen, enough }: Following): Promise<Source> {
  for (;;) {
    const now = await api.get(`/v1/sources/${id}`, source, signal);
    seen(now);
    if (now.status === "failed" && now.progress.indexed === 0) throw faultOfSource(now);
    if (ended.has(now.status) || enough?.(now)) return now;
    await wait(LOOK_EVERY_MS, undefined, { signal });
  }
}

function faultOfSource({ url, code, message }: Source): Fault {
  const known = faultCodes.find((each) => each === code);
  return new Fault(known ?? "no_pages", message ?? `Nothing could be read from ${url}.`);
}

const faultCodes = [
  "host_not_found",
  "connection_refused",
  "connection_failed",
  "timed_out",
  "tls_failed",
  "too_many_redirects",
  "response_too_large",
  "robots_forbidden",
  "http_error",
  "no_pages",
  "invalid_url",
  "private_address",
] as const;

/** The first pages that could not be read, at most `limit`, from the log of a reading. */
export async function failedPages(api: Api, sourceId: string, limit: number): Promise<CrawledPage[]> {
  const failed: CrawledPage[] = [];
  let cursor = "";
  for (let look = 0; look < MOST_LOOKS && failed.length < limit; look += 1) {
    const page = await api.get(`/v1/sources/${sourceId}/pages?limit=${MOST_PER_PAGE}${cursor}`, listOf(crawledPage));
    failed.push(...page.data.filter((each) => each.status === "failed"));
    if (page.next === null) break;
    cursor = `&cursor=${encodeURIComponent(page.next)}`;
  }
  return failed.slice(0, limit);
}
