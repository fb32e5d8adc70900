/** A source as its row holds it, and as the API shows it. */
import {
  crawlProgress,
  crawlSettings,
  source,
  sourceSchedule,
  sourceStatus,
  websiteSource,
  type CrawlProgress,
  type CrawlSettings,
  type Source,
  type SourceSchedule,
  type SourceStatus,
  type WebsiteSource,
} from "@parley/contracts";
import type { Row } from "../../platform/index.ts";
import { textOrNull } from "../crawl/page-row.ts";
import { accessOf, showAccess, type StoredAccess } from "../crawl/site-access.ts";
import { homeFacts, type HomeFacts } from "../extract/home-facts.ts";

export interface SourceRow {
  id: string;
  agentId: string;
  type: string;
  name: string;
  url: string | null;
  /** As the type has them: read by who runs it. */
  settings: Record<string, unknown>;
  schedule: SourceSchedule;
  nextRunAt: Date | null;
  checkedAt: Date | null;
  /** What a website asks for before it shows itself. */
  access: StoredAccess | null;
  /** Stands in the address that has it read again. */
  hook: number;
  /** Only addresses that were asked for are read in this run. */
  partial: boolean;
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

export type WebsiteRow = SourceRow & { url: string; settings: CrawlSettings };

export const sourceColumns = `id, agent_id, type, name, url, settings, schedule, next_run_at, checked_at, access, hook, partial, trusted_origin, status,
  progress, run, home, code, message, created_at, started_at, finished_at, revision`;

export function sourceOf(row: Row): SourceRow {
  return {
    id: String(row["id"]),
    agentId: String(row["agent_id"]),
    type: String(row["type"]),
    name: String(row["name"]),
    url: textOrNull(row["url"]),
    settings: settingsOf(row["settings"]),
    schedule: sourceSchedule.parse(row["schedule"]),
    nextRunAt: dateOf(row["next_run_at"]),
    checkedAt: dateOf(row["checked_at"]),
    access: accessOf(row["access"]),
    hook: Number(row["hook"]),
    partial: row["partial"] === true,
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

/** Read from an account elsewhere. */
export function isConnected<Row extends SourceRow>(row: Row): row is Row & { type: "google-drive" | "intercom" } {
  return row.type === "google-drive" || row.type === "intercom";
}

/** @throws when it is a source of another type */
export function websiteOf(row: SourceRow): WebsiteRow {
  if (row.type !== "website" || row.url === null) throw new Error("This source is no website.");
  // Shares the row's life: what is learnt of the site while it is read is seen by who holds the row.
  return Object.assign(row, { url: row.url, settings: crawlSettings.parse(row.settings) });
}

/** As people call it: the address of a website. */
export const nameOf = ({ name, url }: Pick<SourceRow, "name" | "url">): string => name || (url ?? "");

/** Only what the API says of its type leaves: settings that it does not name stay here. */
export const presentSource = (row: SourceRow): Source => source.parse(shown(row));

export const presentWebsite = (row: SourceRow): WebsiteSource => websiteSource.parse(shown(row));

function shown(row: SourceRow) {
  return {
    ...row,
    name: nameOf(row),
    access: showAccess(row.access),
    nextRunAt: row.nextRunAt?.toISOString() ?? null,
    checkedAt: row.checkedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

function settingsOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
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
