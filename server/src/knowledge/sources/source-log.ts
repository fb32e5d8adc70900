import { Fault, type CrawledPage, type SourcePageCounts } from "@parley/contracts";
import type { Database, Scope } from "../../platform/index.ts";
import type { PageStatus } from "../crawl/page-row.ts";
import { countPages, listPages, type LogLine, type LogPage } from "../crawl/page-store.ts";
import { readSource } from "./source-store.ts";

export interface LogQuery {
  limit: number;
  cursor?: string | undefined;
  status?: PageStatus | undefined;
  order?: LogPage["order"] | undefined;
  q?: string | undefined;
}

/** The log of a source: a line for each address. Throws `not_found`. */
export async function readSourceLog(db: Database, scope: Scope, { id, ...query }: LogQuery & { id: string }) {
  await readSource(db, scope, id);
  const order = query.order ?? "met";
  const rows = await listPages(db, scope, {
    sourceId: id,
    limit: query.limit + 1,
    status: query.status ?? null,
    q: query.q === undefined || query.q === "" ? null : query.q,
    order,
    after: query.cursor === undefined ? null : readCursor(query.cursor, order),
  });
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return { data: shown.map(presentPage), next: rows.length > query.limit && last ? cursorOf(last, order) : null };
}

export async function countSourceLog(db: Database, scope: Scope, id: string): Promise<SourcePageCounts> {
  await readSource(db, scope, id);
  const counts = await countPages(db, scope, id);
  const count = (status: PageStatus) => counts.get(status) ?? 0;
  return {
    queued: count("queued"),
    indexed: count("indexed"),
    unchanged: count("unchanged"),
    duplicate: count("duplicate"),
    skipped: count("skipped"),
    failed: count("failed"),
    removed: count("removed"),
  };
}

const cursorOf = ({ number, changedAt }: LogLine, order: LogPage["order"]): string =>
  order === "met" ? String(number) : `${number}_${changedAt}`;

function readCursor(cursor: string, order: LogPage["order"]): LogPage["after"] {
  const [, number, changedAt] = /^(\d{1,15})(?:_(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z))?$/.exec(cursor) ?? [];
  if (number === undefined || (changedAt === undefined) === (order === "newest"))
    throw new Fault("invalid_request", "This cursor is not one of this list.", { field: "cursor" });
  return { number: Number(number), changedAt: changedAt ?? null };
}

function presentPage({
  url,
  title,
  opensAt,
  status,
  httpStatus,
  reason,
  words,
  documentId,
  fetchedAt,
  rendered,
}: LogLine): CrawledPage {
  return {
    url: opensAt ?? url,
    title,
    status,
    httpStatus,
    reason,
    words,
    documentId,
    rendered,
    fetchedAt: fetchedAt === null ? null : new Date(fetchedAt).toISOString(),
  };
}
