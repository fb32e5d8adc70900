import { crawlSettings, Fault, type SourceChange } from "@parley/contracts";
import {
  assertSeen,
  type Database,
  type FetchPublic,
  type Live,
  type Log,
  type Scope,
  type Tx,
} from "../../platform/index.ts";
import type { Audit } from "../../tenants/index.ts";
import { findStartUrl } from "../crawl/find-start-url.ts";
import { foldUrl, readStartUrl } from "../crawl/normalise-url.ts";
import type { createSourceRemoval } from "./remove-source.ts";
import { nameOf, type SourceRow } from "./source-row.ts";
import { hideSource, lockSource, moveSource, readSource, readSources, saveSettings } from "./source-store.ts";

export interface ChangeSourceDeps {
  db: Database;
  audit: Audit;
  live: Live;
  fetchPublic: FetchPublic;
  log: Pick<Log, "info">;
  removal: ReturnType<typeof createSourceRemoval>;
  /** Sends the crawl of a source that was moved. */
  send(scope: Scope, tx: Tx, sourceId: string): Promise<void>;
  halt(sourceId: string): Promise<void>;
  /** Whoever keeps the address too is told within the transaction, and may refuse. */
  moved(tx: Tx, scope: Scope, move: SourceMove): Promise<void>;
}

export interface SourceMove {
  agentId: string;
  from: string;
  to: string;
}

/** Sources with more pages are emptied in the background. */
const MOST_AT_ONCE = 300;

/** Other settings count from the next reading on; another address is read at once. */
export async function changeSource(
  deps: ChangeSourceDeps,
  scope: Scope,
  { id, revision, change }: { id: string; revision: number | null; change: SourceChange },
): Promise<SourceRow> {
  const before = await readSource(deps.db, scope, id);
  if (before.type !== "website" && (change.url !== undefined || change.settings !== undefined))
    throw new Fault("invalid_request", "Only a website has an address and crawl settings to change.");
  const to = change.url === undefined ? before.url : await findNewUrl(deps, { typed: change.url, before });
  const move = to === null || to === before.url ? null : { to, from: before.url ?? to };
  if (move) await refuseKnown(deps, scope, { before, url: move.to });
  const after = await deps.db.transaction(scope, async (tx) => {
    const now = await lockSource(tx, scope, id);
    assertSeen(revision, now.revision);
    let row = (await saveChange(tx, scope, { now, change })) ?? now;
    if (move) {
      const trustedOrigin = new URL(move.to).origin === before.trustedOrigin ? before.trustedOrigin : null;
      row = (await moveSource(tx, scope, { id, url: move.to, trustedOrigin })) ?? row;
      await deps.moved(tx, scope, { agentId: now.agentId, ...move });
      await deps.send(scope, tx, id);
    }
    const shown = ({ name, url, schedule, settings }: SourceRow) => ({ name, url, schedule, settings });
    if (row !== now)
      await deps.audit.record(tx, scope, {
        action: "source.changed",
        target: { type: "source", id, name: nameOf(row) },
        before: shown(now),
        after: shown(row),
      });
    return row;
  });
  if (move) await deps.halt(id);
  deps.live.changed(scope, { resource: "sources", id, agentId: after.agentId });
  return after;
}

async function saveChange(
  tx: Tx,
  scope: Scope,
  { now, change }: { now: SourceRow; change: SourceChange },
): Promise<SourceRow | undefined> {
  const { settings, name = now.name, schedule = now.schedule } = change;
  if (settings === undefined && name === now.name && schedule === now.schedule) return undefined;
  const kept = settings === undefined ? now.settings : crawlSettings.parse({ ...now.settings, ...settings });
  return saveSettings(tx, scope, { id: now.id, settings: kept, name, schedule });
}

/** The same origin stays as trusted as it was. */
async function findNewUrl(
  deps: ChangeSourceDeps,
  { typed, before }: { typed: string; before: SourceRow },
): Promise<string> {
  const url = readStartUrl(typed);
  if (url === before.url || new URL(url).origin === before.trustedOrigin) return url;
  return findStartUrl(deps, typed, { trusted: false });
}

async function refuseKnown(
  deps: ChangeSourceDeps,
  scope: Scope,
  { before, url }: { before: SourceRow; url: string },
): Promise<void> {
  const { rows } = await readSources(deps.db, scope, { agentId: before.agentId, limit: 1_000, after: null });
  if (rows.some((row) => row.id !== before.id && row.url !== null && foldUrl(row.url) === foldUrl(url)))
    throw new Fault("already_exists", "This agent reads that address already.", { field: "url" });
}

/** Gone for everybody at once, with its log; its documents leave the search before this resolves, if they are few. */
export async function removeSource(deps: ChangeSourceDeps, scope: Scope, id: string): Promise<void> {
  const row = await deps.db.transaction(scope, async (tx) => {
    const now = await lockSource(tx, scope, id);
    await hideSource(tx, scope, id);
    await deps.removal.send(scope, tx, id);
    await deps.audit.record(tx, scope, {
      action: "source.deleted",
      target: { type: "source", id, name: nameOf(now) },
      before: { url: now.url, settings: now.settings, pages: now.progress.indexed },
    });
    return now;
  });
  await deps.halt(id);
  if (row.progress.indexed <= MOST_AT_ONCE) await deps.removal.empty(scope, id);
  for (const resource of ["sources", "pages", "documents"] as const)
    deps.live.changed(scope, { resource, agentId: row.agentId });
}
