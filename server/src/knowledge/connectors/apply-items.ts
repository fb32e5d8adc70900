import { createHash } from "node:crypto";
import { type Connector, ConnectorFault, type ConnectorItem, type CrawlProgress, Fault } from "@parley/contracts";
import type { Database, Events } from "../../platform/index.ts";
import type { Indexing } from "../crawl/store-visits.ts";
import type { SourceRun } from "../sources/runner.ts";
import { type ItemLine, saveItems, saveStanding } from "./item-store.ts";
import { type ItemText, readItem, type ReadItemDeps } from "./read-item.ts";

export interface ApplyDeps extends ReadItemDeps {
  db: Database;
  events: Pick<Events, "publish" | "wake">;
  indexing: Indexing;
}

/** What one reading of a source knows. */
export interface Standing {
  run: SourceRun;
  connector: Connector;
  /** By the vendor's id; what is gone stays, as removed. */
  lines: Map<string, ItemLine>;
  /** Nobody was told yet that something can be searched. */
  tellSearchable: boolean;
  /** Failures one after another: a vendor that is down is not asked for every item. */
  failures: number;
}

export interface ItemWork {
  items: readonly ConnectorItem[];
  removed?: readonly string[];
  /** Kept together with the last of it; undefined leaves what is there. */
  cursor?: string | null;
}

/** So many are fetched at a time, and become searchable together. */
const AT_ONCE = 4;
const TOGETHER = 20;
const MOST_FAILURES = 5;

/**
 * Reads items, makes them searchable, takes out what is gone, and notes all of it; the mark is kept with the last part,
 * never before what it covers. Cut off in between, the same may come again: nothing doubles. False when the source is no
 * longer ours, or was paused. Throws what ends a reading: access that was taken back, a vendor that is down.
 */
export async function applyItems(deps: ApplyDeps, standing: Standing, work: ItemWork): Promise<boolean> {
  const { lines } = standing;
  const news = work.items.filter((item) => isNews(lines.get(item.id), item));
  const gone = (work.removed ?? []).filter((id) => (lines.get(id)?.status ?? "removed") !== "removed");
  for (let from = 0; from < news.length; from += TOGETHER) {
    const some = await readSome(deps, standing, news.slice(from, from + TOGETHER));
    if (!(await store(deps, standing, { lines: some.map(({ line }) => line), texts: some }))) return false;
    const ended = some.find(({ ends }) => ends !== undefined)?.ends;
    if (ended) throw ended;
  }
  const removed = gone.flatMap((id): ItemLine[] => {
    const line = lines.get(id);
    return line ? [{ ...line, status: "removed", reason: GONE, words: null, version: null, documentId: null }] : [];
  });
  return store(deps, standing, { lines: removed, texts: [], cursor: work.cursor });
}

const GONE = "It was deleted, or moved out of what was chosen.";

function isNews(line: ItemLine | undefined, item: ConnectorItem): boolean {
  if (line === undefined || line.status === "removed" || line.status === "failed") return true;
  return line.version !== item.version || (item.unreadable !== null) !== (line.status === "skipped");
}

interface Read {
  line: ItemLine;
  text?: ItemText;
  /** What ends the whole reading. */
  ends?: Fault;
}

async function readSome(deps: ApplyDeps, standing: Standing, items: readonly ConnectorItem[]): Promise<Read[]> {
  const done: Read[] = [];
  const waiting = [...items];
  const take = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      const read = await readOne(deps, standing, item);
      done.push(read);
      if (read.ends) waiting.length = 0;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, take));
  return done;
}

async function readOne(deps: ApplyDeps, standing: Standing, item: ConnectorItem): Promise<Read> {
  const { connector, run } = standing;
  const { id, title, url: opensAt, version, within } = item;
  const old = standing.lines.get(id);
  const known = { id, title, opensAt, within, reason: null, words: null, documentId: null };
  if (item.unreadable !== null) return { line: { ...known, status: "skipped", reason: item.unreadable, version } };
  try {
    const text = await readItem(deps, { connector, item }, run.signal);
    standing.failures = 0;
    const documentId = old?.documentId ?? documentIdOf(run.holder.sourceId, id);
    return { line: { ...known, status: "indexed", words: text.words, version, documentId }, text };
  } catch (error) {
    run.signal.throwIfAborted();
    if (!(error instanceof Fault)) throw error;
    const reason = error.message;
    if (!(error instanceof ConnectorFault)) return { line: { ...known, status: "skipped", reason, version } };
    if (error.problem === "too-large") return { line: { ...known, status: "skipped", reason, version } };
    if (error.problem === "not-found") return { line: { ...known, status: "removed", reason: GONE, version: null } };
    // What was read before stays until it can be read again.
    const kept = { documentId: old?.documentId ?? null, words: old?.words ?? null, version: null };
    const line: ItemLine = { ...known, ...kept, status: "failed", reason };
    standing.failures += 1;
    const ends = ENDS.has(error.problem) || (PASSES.has(error.problem) && standing.failures >= MOST_FAILURES);
    return ends ? { line, ends: error } : { line };
  }
}

const ENDS: ReadonlySet<string> = new Set(["revoked", "rate-limited"]);
const PASSES: ReadonlySet<string> = new Set(["unreachable", "failed"]);

async function store(
  { db, events, indexing }: ApplyDeps,
  standing: Standing,
  { lines, texts, cursor }: { lines: readonly ItemLine[]; texts: readonly Read[]; cursor?: string | null | undefined },
): Promise<boolean> {
  const { run } = standing;
  const { holder, source } = run;
  const old = lines.flatMap(({ id, documentId }) => {
    const before = standing.lines.get(id)?.documentId;
    return before && documentId === null ? [before] : [];
  });
  const items = texts.flatMap(({ line, text }) =>
    text
      ? [
          {
            documentId: line.documentId ?? documentIdOf(holder.sourceId, line.id),
            sourceId: holder.sourceId,
            externalId: null,
            url: line.opensAt,
            title: text.title,
            language: text.language,
            content: text.markdown,
            places: text.places,
            contentHash: text.contentHash,
          },
        ]
      : [],
  );
  if (items.length > 0) await indexing.indexDocuments(holder.scope, source.agentId, items);
  if (old.length > 0) await indexing.removeDocuments(holder.scope, old);
  for (const line of lines) standing.lines.set(line.id, line);
  const progress = progressOf(standing.lines);
  const statements = [
    ...(lines.length > 0 ? [saveItems(holder, lines)] : []),
    saveStanding(holder, { progress, leaseUntil: run.leaseUntil(), cursor }),
  ];
  const isFirst = standing.tellSearchable && progress.indexed > 0;
  const rows = await db.transaction(holder.scope, async (tx) => {
    const done = await tx.batch(statements);
    if (isFirst && done.at(-1)?.length)
      await events.publish(tx, holder.scope, "source.searchable", { agentId: source.agentId, sourceId: source.id });
    return done;
  });
  if (isFirst) {
    standing.tellSearchable = false;
    events.wake();
  }
  run.tell(progress);
  return (rows.at(-1)?.length ?? 0) > 0;
}

export function progressOf(lines: ReadonlyMap<string, ItemLine>): CrawlProgress {
  const there = [...lines.values()].filter(({ status }) => status !== "removed");
  return {
    found: there.length,
    fetched: there.length,
    indexed: there.filter(({ documentId }) => documentId !== null).length,
    failed: there.filter(({ status }) => status === "failed").length,
  };
}

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** The same item of the same source is always the same document. */
function documentIdOf(sourceId: string, id: string): string {
  const bytes = createHash("sha256").update(`${sourceId} item ${id}`).digest();
  return `doc_${Array.from(bytes.subarray(0, 26), (byte) => ALPHABET.charAt(byte % 32)).join("")}`;
}
