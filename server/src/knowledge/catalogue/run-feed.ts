import { setImmediate as nextTurn } from "node:timers/promises";
import { type CrawlProgress, Fault, type ProductInput } from "@parley/contracts";
import type { Clock, Database, FetchPublic } from "../../platform/index.ts";
import { forgetOlder, type PageResult, saveProgress, saveResults } from "../crawl/page-store.ts";
import { decodeHtml, unpackBody } from "../extract/decode-body.ts";
import type { SourceEnd, SourceRun } from "../sources/runner.ts";
import type { CatalogueStore } from "./catalogue.ts";
import { mergeVariants, type ReadRow } from "./files/read-import.ts";
import { readFeed } from "./files/read-feed.ts";

export interface RunFeedDeps {
  db: Database;
  clock: Clock;
  fetchPublic: FetchPublic;
  catalogue: Pick<CatalogueStore, "write" | "removeWhere" | "told">;
}

const REQUEST = { maxBytes: 60_000_000, timeoutMs: 90_000, maxRedirects: 5 };
const MOST_PRODUCTS = 200_000;
/** Rows that are read before others have their turn. */
const AT_ONCE = 200;
/** Rows that cannot be taken are named in the log, so many of them. */
const MOST_LINES = 200;

/** Reads a feed of products: what it holds is put, what it no longer holds goes. */
export async function runFeed(deps: RunFeedDeps, run: SourceRun): Promise<SourceEnd | undefined> {
  const { source, holder, signal } = run;
  const { catalogue } = deps;
  const startedAt = deps.clock.now();
  const text = await fetchFeed(deps, run);
  const currency = typeof source.settings["currency"] === "string" ? source.settings["currency"] : null;
  const { products, faulty, rows } = await readAll(text, currency, signal);
  const progress: CrawlProgress = { found: rows, fetched: 0, indexed: 0, failed: faulty.length };
  run.tell({ ...progress });
  if (products.length === 0)
    throw new Fault(
      "no_pages",
      `The feed holds no product that can be taken. ${faulty[0]?.fault.message ?? ""}`.trim(),
    );
  const { scope, sourceId } = holder;
  await catalogue.write(scope, {
    agentId: source.agentId,
    sourceId,
    inputs: products,
    origin: "feed",
    signal,
    async wrote({ stored, unchanged }) {
      progress.indexed += stored + unchanged;
      progress.fetched = progress.indexed;
      run.tell({ ...progress });
      await deps.db.batch(scope, [saveProgress(holder, progress, run.leaseUntil())]);
    },
  });
  if (signal.aborted) return undefined;
  await catalogue.removeWhere(scope, source.agentId, { sourceId, before: new Date(startedAt).toISOString() });
  await deps.db.batch(scope, [
    saveResults(holder, linesOf(run, { faulty, products: products.length, now: deps.clock.now() })),
    forgetOlder(holder),
  ]);
  catalogue.told(scope, source.agentId);
  const message =
    faulty.length === 0
      ? null
      : `${faulty.length.toLocaleString("en")} of ${rows.toLocaleString("en")} rows could not be taken. The log names them.`;
  return { status: "done", code: null, message, progress: { ...progress, fetched: rows } };
}

async function fetchFeed({ fetchPublic }: RunFeedDeps, { source, signal }: SourceRun): Promise<string> {
  const { url } = source;
  if (url === null) throw new Fault("invalid_url", "This feed has no address.");
  const trustedOrigins = source.trustedOrigin === null ? [] : [source.trustedOrigin];
  const response = await fetchPublic(url, { ...REQUEST, signal, trustedOrigins });
  if (response.status !== 200)
    throw new Fault(
      "http_error",
      `${new URL(url).host} answered with ${response.status}. Check the address of the feed.`,
    );
  return decodeHtml(await unpackBody(response.body), response.headers["content-type"]);
}

type Faulty = Extract<ReadRow, { fault: unknown }>;

async function readAll(text: string, currency: string | null, signal: AbortSignal) {
  const products = new Map<string, ProductInput>();
  const faulty: Faulty[] = [];
  let rows = 0;
  for await (const one of readFeed(text, currency)) {
    signal.throwIfAborted();
    rows += 1;
    if (rows % AT_ONCE === 0) await nextTurn();
    if ("fault" in one) faulty.push(one);
    else products.set(one.product.externalId, mergeVariants(products.get(one.product.externalId), one.product));
    if (rows >= MOST_PRODUCTS) break;
  }
  return { products: [...products.values()], faulty, rows };
}

function linesOf(
  { source }: SourceRun,
  { faulty, products, now }: { faulty: readonly Faulty[]; products: number; now: number },
): PageResult[] {
  const none = {
    httpStatus: null,
    words: null,
    etag: null,
    lastModified: null,
    contentHash: null,
    documentId: null,
    links: null,
    depth: 0,
    rendered: false,
  };
  const url = source.url ?? "";
  return [
    {
      ...none,
      url,
      status: "indexed",
      reason: products === 1 ? "1 product" : `${products.toLocaleString("en")} products`,
      fetchedAt: now,
    },
    ...faulty.slice(0, MOST_LINES).map(({ row, fault }): PageResult => ({
      ...none,
      url: `${url}#${row}`,
      status: "skipped",
      reason: `Row ${row}: ${fault.message}`,
      fetchedAt: now,
    })),
  ];
}
