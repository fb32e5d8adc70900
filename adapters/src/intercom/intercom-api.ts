/** Intercom's REST API, as far as a help centre is read by it. */
import { ConnectorFault } from "@parley/contracts";
import { z } from "zod";
import { askJson, type VendorDoor } from "../connector/ask-vendor.ts";

export type IntercomRegion = "us" | "eu" | "au";

export interface IntercomAccess {
  token: string;
  region: IntercomRegion;
  /** Another address; null for Intercom's own in the region. */
  baseUrl: string | null;
  fetch: typeof globalThis.fetch;
  sleep: VendorDoor["sleep"];
  patienceMs?: number;
}

const HOSTS: Record<IntercomRegion, string> = {
  us: "https://api.intercom.io",
  eu: "https://api.eu.intercom.io",
  au: "https://api.au.intercom.io",
};
const VERSION = "2.14";
const MOST_PAGES = 400;

const id = z.union([z.string(), z.number()]).transform(String);

const articleText = z.object({
  title: z.string().nullish(),
  body: z.string().nullish(),
  state: z.string().nullish(),
  updated_at: z.union([z.number(), z.string()]).nullish(),
  url: z.string().nullish(),
});

export const article = articleText.extend({
  id,
  parent_id: id.nullish(),
  parent_ids: z.array(id).nullish(),
  default_locale: z.string().nullish(),
  help_center_audience: z.string().nullish(),
  translated_content: z.record(z.string(), z.unknown()).nullish(),
});
export type Article = z.infer<typeof article>;
export type ArticleText = z.infer<typeof articleText>;
export { articleText };

const collection = z.object({ id, name: z.string().nullish(), parent_id: id.nullish() });
export type Collection = z.infer<typeof collection>;

const me = z.object({ app: z.object({ id_code: z.string(), name: z.string().nullish() }) });

/** An address, or an object, or nothing: the three ways in which Intercom tells of a next page. */
const pages = z
  .object({
    page: z.number().nullish(),
    total_pages: z.number().nullish(),
    next: z.union([z.string(), z.object({ starting_after: z.string().nullish() })]).nullish(),
  })
  .nullish();

const listOf = <T extends z.ZodType>(item: T) =>
  z.object({ data: z.array(item).default([]), pages, total_count: z.number().nullish() });

export function createIntercomApi(access: IntercomAccess) {
  const base = access.baseUrl ?? HOSTS[access.region];
  const door: VendorDoor = {
    name: "Intercom",
    fetch: access.fetch,
    sleep: access.sleep,
    explain: (status) =>
      status === 401
        ? { problem: "revoked", message: "Intercom does not accept this token any more. Give it a new one." }
        : undefined,
    authorize: async () => ({
      authorization: `Bearer ${access.token}`,
      accept: "application/json",
      "intercom-version": VERSION,
    }),
    ...(access.patienceMs !== undefined && { patienceMs: access.patienceMs }),
  };

  async function ask<T>(
    shape: z.ZodType<T>,
    { path, query = {} }: { path: string; query?: Record<string, string> },
    signal: AbortSignal,
  ) {
    const url = new URL(base + path);
    url.search = new URLSearchParams(query).toString();
    const read = shape.safeParse(await askJson(door, { url }, signal));
    if (read.success) return read.data;
    throw new ConnectorFault("failed", "Intercom answered with something that cannot be read.", { cause: read.error });
  }

  async function* pagesOf<T>(path: string, item: z.ZodType<T>, signal: AbortSignal) {
    let query: Record<string, string> | null = {};
    for (let count = 1; query !== null && count <= MOST_PAGES; count += 1) {
      const page: z.infer<ReturnType<typeof listOf<z.ZodType<T>>>> = await ask(listOf(item), { path, query }, signal);
      yield { data: page.data, total: page.total_count ?? null };
      query = nextOf(page.pages, count);
    }
  }

  return {
    me: (signal: AbortSignal) => ask(me, { path: "/me" }, signal),
    articles: (signal: AbortSignal) => pagesOf("/articles", article, signal),
    article: (articleId: string, signal: AbortSignal) =>
      ask(article, { path: `/articles/${encodeURIComponent(articleId)}` }, signal),
    collections: (signal: AbortSignal) => pagesOf("/help_center/collections", collection, signal),
  };
}

export type IntercomApi = ReturnType<typeof createIntercomApi>;

/** Only the number or the mark is taken from an address, never the address itself. */
function nextOf(given: z.infer<typeof pages>, seen: number): Record<string, string> | null {
  const next = given?.next;
  if (next === null || next === undefined) {
    const page = given?.page ?? seen;
    return page < (given?.total_pages ?? 0) ? { page: String(page + 1) } : null;
  }
  if (typeof next !== "string") return next.starting_after ? { starting_after: next.starting_after } : null;
  const query = URL.parse(next)?.searchParams;
  const page = query?.get("page") ?? null;
  const perPage = query?.get("per_page") ?? null;
  return page === null ? null : { page, ...(perPage !== null && { per_page: perPage }) };
}
