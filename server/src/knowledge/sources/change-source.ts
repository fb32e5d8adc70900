import { crawlSettings, Fault, type Selection, type SourceChange } from "@parley/contracts";
import {
  assertSeen,
  type Clock,
  type Database,
  type FetchPublic,
  type Live,
  type Log,
  type Scope,
  type Secrets,
  type Tx,
} from "../../platform/index.ts";
import type { Audit } from "../../tenants/index.ts";
import { findStartUrl } from "../crawl/find-start-url.ts";
import { checkSelectors } from "../crawl/check-selectors.ts";
import { sealAccess, showAccess, type StoredAccess } from "../crawl/site-access.ts";
import { foldUrl, readStartUrl } from "../crawl/normalise-url.ts";
import type { createSourceRemoval } from "./remove-source.ts";
import { nameOf, type SourceRow } from "./source-row.ts";
import { hideSource, lockSource, moveSource, readSource, readSources, saveSettings } from "./source-store.ts";

export interface ChangeSourceDeps {
  db: Database;
  audit: Audit;
  live: Live;
  fetchPublic: FetchPublic;
  clock: Clock;
  secrets: Pick<Secrets, "seal">;
  log: Pick<Log, "info">;
  removal: ReturnType<typeof createSourceRemoval>;
  /** Sends the crawl of a source that was moved. */
  send(scope: Scope, tx: Tx, sourceId: string): Promise<void>;
  halt(sourceId: string): Promise<void>;
  /** Whether an account may be used for a type of source; throws where it may not. */
  checkSelection(scope: Scope, wanted: { type: string; settings: Selection }): Promise<unknown>;
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
  if (
    before.type !== "website" &&
    (change.url !== undefined || change.settings !== undefined || change.access !== undefined)
  )
    throw new Fault("invalid_request", "Only a website has an address and crawl settings to change.");
  if (change.selection !== undefined)
    await deps.checkSelection(scope, { type: before.type, settings: change.selection });
  if (change.settings) await checkSelectors(change.settings);
  const to = change.url === undefined ? before.url : await findNewUrl(deps, { typed: change.url, before });
  const move = to === null || to === before.url ? null : { to, from: before.url ?? to };
  if (move) await refuseKnown(deps, scope, { before, url: move.to });
  const after = await deps.db.transaction(scope, async (tx) => {
    const now = await lockSource(tx, scope, id);
    assertSeen(revision, now.revision);
    const access = accessAfter(deps, scope, { now, typed: change.access, to });
    let row = (await saveChange(deps, { tx, scope }, { now, change, access })) ?? now;
    if (move) {
      const trustedOrigin = new URL(move.to).origin === before.trustedOrigin ? before.trustedOrigin : null;
      row = (await moveSource(tx, scope, { id, url: move.to, trustedOrigin })) ?? row;
      await deps.moved(tx, scope, { agentId: now.agentId, ...move });
      await deps.send(scope, tx, id);
    }
    const shown = ({ name, url, schedule, settings, access: keys }: SourceRow) => ({
      name,
      url,
      schedule,
      settings,
      access: showAccess(keys),
    });
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

/** What opens one origin is never taken to another. */
function accessAfter(
  { secrets }: Pick<ChangeSourceDeps, "secrets">,
  scope: Scope,
  { now, typed, to }: { now: SourceRow; typed: SourceChange["access"]; to: string | null },
): StoredAccess | null {
  const stays = now.url !== null && to !== null && new URL(now.url).origin === new URL(to).origin;
  const before = stays ? now.access : null;
  return typed === undefined ? before : sealAccess(secrets, scope, { typed, before });
}

async function saveChange(
  { clock }: Pick<ChangeSourceDeps, "clock">,
  { tx, scope }: { tx: Tx; scope: Scope },
  { now, change, access }: { now: SourceRow; change: SourceChange; access: StoredAccess | null },
): Promise<SourceRow | undefined> {
  const { settings, selection, name = now.name, schedule = now.schedule } = change;
  const common = { id: now.id, name, schedule, access, now: clock.now() };
  if (selection !== undefined) return saveSettings(tx, scope, { ...common, settings: selection });
  if (settings === undefined && name === now.name && schedule === now.schedule && access === now.access)
    return undefined;
  const kept = settings === undefined ? now.settings : crawlSettings.parse({ ...now.settings, ...settings });
  return saveSettings(tx, scope, { ...common, settings: kept });
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
