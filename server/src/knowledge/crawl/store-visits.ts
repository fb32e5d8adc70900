import { createHash } from "node:crypto";
import type { CrawlProgress } from "@parley/contracts";
import type { Database, Events, Scope } from "../../platform/index.ts";
import type { DocumentItem, IndexedDocument } from "../documents/index-documents.ts";
import type { PageProducts } from "../catalogue/page-products.ts";
import { countWords } from "../extract/read-page.ts";
import type { Frontier } from "./frontier.ts";
import { queuePages, saveProgress, saveResults, type Holder } from "./page-store.ts";
import type { Visit } from "./visit-page.ts";

/** What the crawl needs of the index. `indexDocuments` makes searchable; both may be called again with the same. */
export interface Indexing {
  indexDocuments(scope: Scope, agentId: string, items: readonly DocumentItem[]): Promise<IndexedDocument[]>;
  removeDocuments(scope: Scope, documentIds: readonly string[]): Promise<void>;
  /** Products that pages told of; `unchanged`: documents of pages that say what they said before. */
  takeProducts?(
    scope: Scope,
    agentId: string,
    told: { sourceId: string; pages: readonly PageProducts[]; unchanged: readonly string[] },
  ): Promise<void>;
}

export interface StoreVisitsDeps {
  db: Database;
  events: Pick<Events, "publish" | "wake">;
  indexing: Indexing;
}

export interface Storing {
  holder: Holder;
  agentId: string;
  frontier: Frontier;
  leaseUntil: number;
  /** The first pages of this crawl can be searched now, and nobody was told yet. */
  tellSearchable: boolean;
}

/**
 * Indexes what was read, takes out what is gone, then notes pages, new addresses and progress in one transaction.
 * Cut off in between, the same visits may come again: documents have ids made of their address, so nothing doubles.
 * False when the crawl is no longer ours or was paused or cancelled.
 */
export async function storeVisits(
  deps: StoreVisitsDeps,
  visits: readonly Visit[],
  storing: Storing,
): Promise<{ goesOn: boolean; told: boolean }> {
  const { holder, agentId, frontier } = storing;
  await indexTexts(deps, visits, storing);
  await deps.indexing.takeProducts?.(holder.scope, agentId, { sourceId: holder.sourceId, ...productsOf(visits) });
  const gone = visits.flatMap(({ entry, result }) =>
    entry.known?.documentId && result.documentId === null ? entry.known.documentId : [],
  );
  if (gone.length > 0) await deps.indexing.removeDocuments(holder.scope, gone);
  for (const { entry, result } of visits) {
    frontier.settle(entry, result.status);
    entry.known = { ...result, run: holder.run };
  }
  const progress: CrawlProgress = { ...frontier.counts };
  const told = storing.tellSearchable && progress.indexed > 0;
  const fresh = frontier.takeUnsaved();
  const statements = [
    ...(fresh.length > 0 ? [queuePages(holder, fresh)] : []),
    ...(visits.length > 0
      ? [
          saveResults(
            holder,
            visits.map(({ result }) => result),
          ),
        ]
      : []),
    saveProgress(holder, progress, storing.leaseUntil),
  ];
  const rows = told
    ? await deps.db.transaction(holder.scope, async (tx) => {
        const done = await tx.batch(statements);
        if (done.at(-1)?.length)
          await deps.events.publish(tx, holder.scope, "source.searchable", { agentId, sourceId: holder.sourceId });
        return done;
      })
    : await deps.db.batch(holder.scope, statements);
  if (told) deps.events.wake();
  return { goesOn: (rows.at(-1)?.length ?? 0) > 0, told };
}

async function indexTexts(
  { indexing }: StoreVisitsDeps,
  visits: readonly Visit[],
  { holder, agentId }: Storing,
): Promise<void> {
  const withText = visits.flatMap(({ result, text }) => (text ? [{ result, text }] : []));
  if (withText.length === 0) return;
  const items = withText.map(({ result, text }) => ({
    documentId: result.documentId ?? documentIdOf(holder.sourceId, result.url),
    sourceId: holder.sourceId,
    externalId: null,
    url: text.url,
    title: text.title,
    language: text.language,
    content: text.markdown,
    contentHash: text.contentHash,
    ...(text.places && { places: text.places }),
  }));
  const indexed = await indexing.indexDocuments(holder.scope, agentId, items);
  for (const [at, { result, text }] of withText.entries()) {
    result.documentId = indexed[at]?.documentId ?? items[at]?.documentId ?? null;
    result.words = countWords(text.markdown);
  }
}

function productsOf(visits: readonly Visit[]): { pages: PageProducts[]; unchanged: string[] } {
  return {
    pages: visits.flatMap(({ result: { documentId }, text }) =>
      text === null || documentId === null ? [] : [{ documentId, language: text.language, products: text.products }],
    ),
    unchanged: visits.flatMap(({ result }) =>
      result.status === "unchanged" && result.documentId ? result.documentId : [],
    ),
  };
}

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** The same page of the same source is always the same document. */
function documentIdOf(sourceId: string, url: string): string {
  const bytes = createHash("sha256").update(`${sourceId} ${url}`).digest();
  return `doc_${Array.from(bytes.subarray(0, 26), (byte) => ALPHABET.charAt(byte % 32)).join("")}`;
}
