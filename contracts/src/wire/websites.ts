/** How a website is read: what of it, how gently, with which keys, and what that would fetch. */
import { z } from "zod";

const glob = z.string().min(1).max(300);
const selector = z.string().trim().min(1).max(300);

/** A further host of the site, such as `docs.example.com` or `*.example.com`. */
const subdomain = z
  .string()
  .trim()
  .toLowerCase()
  .max(260)
  .regex(
    /^(?:\*\.)?[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?(?::\d{1,5})?$/u,
    "must be a host such as docs.example.com, or *.example.com for all of them",
  );

export const crawlSettings = z.object({
  /** Globs on the path and query, such as `/docs/**`; empty means everything. */
  include: z.array(glob).max(50).default([]),
  exclude: z.array(glob).max(50).default([]),
  pageLimit: z.int().min(1).max(50_000).default(2_000),
  /** Links away from the start page; null for no limit. */
  maxDepth: z.int().min(0).max(100).nullable().default(null),
  /** Requests a second to one host; null for what robots.txt says, or two (loopback: no limit). */
  requestsPerSecond: z.number().positive().max(50).nullable().default(null),
  /** Requests under way at a time; null for four (loopback: eight). */
  concurrency: z.int().min(1).max(8).nullable().default(null),
  /** Whether sitemaps are looked for, in robots.txt and in the usual places. Those that are named below are read anyway. */
  useSitemaps: z.boolean().default(true),
  sitemaps: z
    .array(z.url({ protocol: /^https?$/ }).max(2_048))
    .max(20)
    .default([]),
  /** Other hosts that belong to the site. Keys and cookies are never sent there. */
  subdomains: z.array(subdomain).max(50).default([]),
  /**
   * Which query parameters make a page another page: all but those that only count visits, none, only the listed
   * ones, or all but the listed ones.
   */
  queryRule: z.enum(["all", "none", "only", "without"]).default("all"),
  /** Names; `*` stands for anything. */
  queryNames: z.array(z.string().trim().min(1).max(100)).max(50).default([]),
  /** A page that names another as the one to read (rel=canonical) is not indexed beside it. */
  foldCanonical: z.boolean().default(true),
  /** Of a page in several languages (hreflang) only the one in the start page's language is read. */
  foldLanguages: z.boolean().default(false),
  /** CSS selectors: only these parts of a page are kept, where one of them is there. */
  keepSelectors: z.array(selector).max(30).default([]),
  /** CSS selectors: these parts are left out. */
  dropSelectors: z.array(selector).max(30).default([]),
  /** Whether PDF, Word, PowerPoint, Excel, OpenDocument and EPUB files that pages lead to are read too. */
  readFiles: z.boolean().default(true),
  /** Whether pages are run in a browser: those that are empty without JavaScript, all, or none. */
  rendering: z.enum(["auto", "always", "never"]).default("auto"),
});
export type CrawlSettings = z.infer<typeof crawlSettings>;

const headerName = z
  .string()
  .trim()
  .max(100)
  .regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/, "must be the name of a header, such as X-Api-Key")
  .refine(
    (name) =>
      !/^(?:host|connection|content-length|transfer-encoding|accept-encoding|keep-alive|upgrade|expect|cookie|authorization|proxy-.*)$/i.test(
        name,
      ),
    "cannot be set here: cookies and passwords have fields of their own",
  );
const cookieName = z
  .string()
  .trim()
  .max(200)
  .regex(/^[^\s=;,"\\]+$/, "must be the name of a cookie");
/** Printable characters only: what holds a line break would be a second header. */
const secretValue = z
  .string()
  .min(1)
  .max(4_000)
  .regex(/^[\x20-\x7e\u00a0-\u00ff]*$/, "may hold only characters of one line");

/**
 * What the site asks for before it shows itself. Values are kept encrypted, shown to nobody again, and sent only to
 * the origin of the source's address. A value that is left out stays as it is.
 */
export const crawlAccessInput = z.object({
  headers: z
    .array(z.object({ name: headerName, value: secretValue.optional() }))
    .max(20)
    .default([]),
  cookies: z
    .array(z.object({ name: cookieName, value: secretValue.optional() }))
    .max(30)
    .default([]),
  basic: z
    .object({
      username: z
        .string()
        .min(1)
        .max(200)
        .regex(/^[^:\p{Cc}]+$/u),
      password: secretValue.optional(),
    })
    .nullable()
    .default(null),
});
export type CrawlAccessInput = z.infer<typeof crawlAccessInput>;

/** What of it is shown: names, never values. */
export const crawlAccess = z.object({
  headers: z.array(z.object({ name: z.string() })),
  cookies: z.array(z.object({ name: z.string() })),
  basic: z.object({ username: z.string() }).nullable(),
});
export type CrawlAccess = z.infer<typeof crawlAccess>;

/** A dry run: of a new address, or of a source with settings that are not saved yet. */
export const crawlPreviewInput = z.object({
  url: z.string().min(1).max(2_048),
  settings: crawlSettings.partial().optional(),
  access: crawlAccessInput.optional(),
  /** Whose stored values are taken where `access` names some without a value. */
  sourceId: z.string().max(60).optional(),
});
export type CrawlPreviewInput = z.infer<typeof crawlPreviewInput>;

export const previewedAddress = z.object({
  url: z.string(),
  /** Where it was met first. */
  from: z.enum(["start", "sitemap", "link"]),
  read: z.boolean(),
  /** Why it is not read; null when it is. */
  reason: z.string().nullable(),
});
export type PreviewedAddress = z.infer<typeof previewedAddress>;

/** What reading a website would fetch, as far as robots.txt, its sitemaps and its first pages tell. Nothing is stored. */
export const crawlPreview = z.object({
  url: z.string(),
  /** What stands in the way of all of it, as a sentence. */
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
  robots: z.object({ crawlDelayS: z.number().nullable(), sitemaps: z.array(z.string()) }),
  sitemaps: z.array(z.object({ url: z.string(), pages: z.int(), note: z.string().nullable() })),
  /** The start page as it would be indexed. */
  start: z
    .object({
      title: z.string(),
      language: z.string(),
      words: z.int(),
      text: z.string(),
      /** It was run in a browser. */
      rendered: z.boolean(),
      note: z.string().nullable(),
    })
    .nullable(),
  addresses: z.array(previewedAddress),
  /** Of all that were met, also of those not listed. */
  counts: z.object({ read: z.int(), skipped: z.int() }),
  /** Seconds that reading them takes at the pace of the settings. */
  seconds: z.number().nullable(),
  requests: z.int(),
  /** The dry run ended before it had seen everything. */
  cut: z.boolean(),
});
export type CrawlPreview = z.infer<typeof crawlPreview>;

/** Whether this server can run pages that need JavaScript. */
export const crawlerState = z.object({
  userAgent: z.string(),
  browser: z.object({ found: z.boolean(), reason: z.string().nullable() }),
});

/** The address to call when a source has changed; whoever knows it can have the source read again, and nothing else. */
export const sourceHook = z.object({
  url: z.string(),
  /** For services that speak IndexNow: this address, with the key. */
  indexNowUrl: z.string(),
  key: z.string(),
});
export type SourceHook = z.infer<typeof sourceHook>;

const changedUrls = z.array(z.string().max(2_048)).max(10_000);
export const hookPing = z.object({ urls: changedUrls.optional() }).nullish();
export const hookTaken = z.object({
  /** Addresses that will be read again; null for the whole source. */
  taken: z.int().nullable(),
});
export const indexNowQuery = z.object({ url: z.string().max(2_048), key: z.string().max(200) });
export const indexNowPost = z.object({
  host: z.string().max(300),
  key: z.string().max(200),
  keyLocation: z.string().max(2_048).optional(),
  urlList: changedUrls,
});
