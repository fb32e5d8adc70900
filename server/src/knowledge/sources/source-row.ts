/** A source as its row holds it, and as the API shows it. */
import {
  crawlProgress,
  crawlSettings,
  sourceStatus,
  type CrawlProgress,
  type CrawlSettings,
  type Source,
  type SourceStatus,
} from "@parley/contracts";
import type { Row } from "../../platform/index.ts";
import { textOrNull } from "../crawl/page-row.ts";
import { homeFacts, type HomeFacts } from "../extract/home-facts.ts";

export interface SourceRow {
  id: string;
  agentId: string;
  url: string;
  settings: CrawlSettings;
  trustedOrigin: string | null;
  status: SourceStatus;
  progress: CrawlProgress;
  run: number;
  home: HomeFacts | null;
  code: string | null;
  message: string | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  revision: number;
}

export const sourceColumns = `id, agent_id, url, settings, trusted_origin, status, progress, run, home, code, message,
  created_at, started_at, finished_at, revision`;

export function sourceOf(row: Row): SourceRow {
  return {
    id: String(row["id"]),
    agentId: String(row["agent_id"]),
    url: String(row["url"]),
    settings: crawlSettings.parse(row["settings"]),
    trustedOrigin: textOrNull(row["trusted_origin"]),
    status: sourceStatus.parse(row["status"]),
    progress: crawlProgress.parse(row["progress"]),
    run: Number(row["run"]),
    home: homeOf(row["home"]),
    code: textOrNull(row["code"]),
    message: textOrNull(row["message"]),
    createdAt: dateOf(row["created_at"]) ?? new Date(0),
    startedAt: dateOf(row["started_at"]),
    finishedAt: dateOf(row["finished_at"]),
    revision: Number(row["revision"]),
  };
}

export function presentSource(row: SourceRow): Source {
  const { id, agentId, url, settings, status, progress, code, message, revision } = row;
  return {
    id,
    agentId,
    type: "website",
    url,
    settings,
    status,
    progress,
    code,
    message,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    revision,
  };
}

function dateOf(value: unknown): Date | null {
  if (value === null || value === undefined) return null;
  return value instanceof Date ? value : new Date(String(value));
}

function homeOf(value: unknown): HomeFacts | null {
  const found = homeFacts.safeParse(value);
  return found.success ? found.data : null;
}

export const iso = (ms: number): string => new Date(ms).toISOString();
