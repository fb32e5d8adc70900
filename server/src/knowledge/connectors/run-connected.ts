import { type Connector, type ConnectorItem, selection } from "@parley/contracts";
import type { Scope } from "../../platform/index.ts";
import type { SourceEnd, SourceRun } from "../sources/runner.ts";
import { applyItems, type ApplyDeps, progressOf, type Standing } from "./apply-items.ts";
import { loadItems } from "./item-store.ts";

export interface RunConnectedDeps extends ApplyDeps {
  /** Ready to be asked. Throws `not_found` when the account was removed. */
  openConnector(scope: Scope, accountId: string): Promise<Connector>;
}

const MOST_ITEMS = 20_000;
/** Vendors' pages may be small: so many items are worth a round. */
const WORTH_APPLYING = 100;
/** From time to time everything is listed, whatever the changes said. */
const LIST_EVERY = 20;

/** Brings a connected source up to date: by what changed since the last time, or by going through all of it. */
export async function runConnected(deps: RunConnectedDeps, run: SourceRun): Promise<SourceEnd | undefined> {
  const { accountId, containers } = selection.parse(run.source.settings);
  const chosen = containers.map(({ id }) => id);
  const connector = await deps.openConnector(run.holder.scope, accountId);
  const { items, cursor } = await loadItems(deps.db, run.holder);
  const lines = new Map(items.map((line) => [line.id, line]));
  const standing: Standing = {
    run,
    connector,
    lines,
    tellSearchable: !items.some(({ documentId }) => documentId !== null),
    failures: 0,
  };
  run.tell(progressOf(lines));
  const since = readCursor(cursor, { accountId, chosen });
  const mayFollow =
    since !== null && run.holder.run % LIST_EVERY !== 0 && !items.some(({ status }) => status === "failed");
  const followed = mayFollow ? await followChanges(deps, standing, { accountId, chosen, cursor: since }) : "list";
  const outcome = followed === "list" ? await listAll(deps, standing, { accountId, chosen }) : followed;
  return outcome === "stopped" ? undefined : endOf(standing, outcome === "limited");
}

type Outcome = "done" | "limited" | "stopped";

async function followChanges(
  deps: RunConnectedDeps,
  standing: Standing,
  { accountId, chosen, cursor }: { accountId: string; chosen: string[]; cursor: string },
): Promise<Outcome | "list"> {
  const { connector, run, lines } = standing;
  for (let at = cursor, more = true; more;) {
    const known = new Set([...lines.values()].flatMap(({ status, within }) => (status === "removed" ? [] : within)));
    const changes = await connector.changes({ chosen, cursor: at, known }, run.signal);
    if (changes === null) return "list";
    const goesOn = await applyItems(deps, standing, {
      items: changes.items,
      removed: changes.removed,
      cursor: writeCursor(changes.cursor, { accountId, chosen }),
    });
    if (!goesOn) return "stopped";
    at = changes.cursor;
    more = changes.more;
  }
  return "done";
}

/** The mark is taken before the list is read, so that nothing falls between the two, and kept after all of it is stored. */
async function listAll(
  deps: RunConnectedDeps,
  standing: Standing,
  { accountId, chosen }: { accountId: string; chosen: string[] },
): Promise<Outcome> {
  const { connector, run, lines } = standing;
  const mark = await connector.mark(chosen, run.signal);
  const seen = new Set<string>();
  let waiting: ConnectorItem[] = [];
  for await (const page of connector.list(chosen, run.signal)) {
    const fresh = page.filter(({ id }) => !seen.has(id)).slice(0, MOST_ITEMS - seen.size);
    for (const { id } of fresh) seen.add(id);
    waiting.push(...fresh);
    if (waiting.length < WORTH_APPLYING && seen.size < MOST_ITEMS) continue;
    if (!(await applyItems(deps, standing, { items: waiting }))) return "stopped";
    waiting = [];
    if (seen.size >= MOST_ITEMS) return "limited";
  }
  if (!(await applyItems(deps, standing, { items: waiting }))) return "stopped";
  const removed = [...lines.keys()].filter((id) => !seen.has(id));
  const cursor = mark === null ? null : writeCursor(mark, { accountId, chosen });
  return (await applyItems(deps, standing, { items: [], removed, cursor })) ? "done" : "stopped";
}

function endOf({ lines }: Standing, isLimited: boolean): SourceEnd {
  const progress = progressOf(lines);
  const told = (message: string | null, code: string | null = null): SourceEnd => ({
    status: "done",
    code,
    message,
    progress,
  });
  if (isLimited)
    return told(`The limit of ${MOST_ITEMS.toLocaleString("en")} documents was reached. Choose fewer folders.`);
  if (progress.indexed === 0)
    return told(
      progress.found === 0
        ? "There is nothing in what was chosen yet, or it is not shared with this account any more."
        : "Nothing of what was found can be read. The list below says why.",
      "no_pages",
    );
  const { failed } = progress;
  if (failed === 0) return told(null);
  return told(
    `${failed === 1 ? "One document" : `${failed} documents`} could not be read. They are tried again next time.`,
  );
}

/** A mark holds only for what it was taken for. */
function readCursor(text: string | null, of: { accountId: string; chosen: string[] }): string | null {
  if (text === null) return null;
  const at = text.indexOf("\n");
  return at > 0 && text.slice(0, at) === keyOf(of) ? text.slice(at + 1) : null;
}

const writeCursor = (cursor: string, of: { accountId: string; chosen: string[] }): string => `${keyOf(of)}\n${cursor}`;

const keyOf = ({ accountId, chosen }: { accountId: string; chosen: string[] }): string =>
  JSON.stringify([accountId, ...[...chosen].sort()]);
