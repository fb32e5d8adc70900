/** An address of a site as the crawl's table holds it. */
import type { Row } from "../../platform/index.ts";

export type PageStatus = "queued" | "indexed" | "unchanged" | "duplicate" | "skipped" | "failed" | "removed";

/** What is known of an address of a site; its links are read only when needed. */
export interface PageRecord {
  url: string;
  run: number;
  depth: number;
  status: PageStatus;
  httpStatus: number | null;
  reason: string | null;
  words: number | null;
  etag: string | null;
  lastModified: string | null;
  contentHash: string | null;
  documentId: string | null;
  /** When it was last read well. */
  fetchedAt: number | null;
  /** It was run in a browser. */
  rendered: boolean;
}

export function pageOf(row: Row): PageRecord {
  const fetchedAt = row["fetched_at"];
  return {
    url: String(row["url"]),
    run: Number(row["run"]),
    depth: Number(row["depth"]),
    status: statusOf(row["status"]),
    httpStatus: numberOrNull(row["http_status"]),
    reason: textOrNull(row["reason"]),
    words: numberOrNull(row["words"]),
    etag: textOrNull(row["etag"]),
    lastModified: textOrNull(row["last_modified"]),
    contentHash: textOrNull(row["content_hash"]),
    documentId: textOrNull(row["document_id"]),
    fetchedAt:
      fetchedAt === null || fetchedAt === undefined
        ? null
        : new Date(fetchedAt instanceof Date ? fetchedAt : String(fetchedAt)).getTime(),
    rendered: row["rendered"] === true,
  };
}

export const pageStatuses: readonly PageStatus[] = [
  "queued",
  "indexed",
  "unchanged",
  "duplicate",
  "skipped",
  "failed",
  "removed",
];

export function statusOf(value: unknown): PageStatus {
  return pageStatuses.find((status) => status === value) ?? "queued";
}

export const textOrNull = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value);
const numberOrNull = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value));
