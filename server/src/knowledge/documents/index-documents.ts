import { Fault, newId, type VersionWhy } from "@parley/contracts";
import type { Clock, Database, Events, Scope, Tx } from "../../platform/index.ts";
import { deleteChunks, insertChunks, lockIndex, type Place } from "./chunk-store.ts";
import { documentOf, knownDocuments, putDocuments, type DocumentRecord } from "./document-store.ts";
import type { Indexes } from "../indexes.ts";
import { cleanText, prepareDocument, type PreparedDocument, withoutGaps } from "./prepare-document.ts";
import type { PlaceAt } from "./place-of-chunk.ts";
import type { Tidy } from "../tidy.ts";
import type { VersionBy } from "../versions/tables.ts";
import { keepVersions } from "../versions/version-store.ts";

export interface IndexingDeps {
  db: Database;
  events: Pick<Events, "publish" | "wake">;
  clock: Clock;
  indexes: Indexes;
  tidy: Tidy;
  /** Told after the commit that an agent's index has new passages. */
  wrote?: (scope: Scope, agentId: string, index: number) => void;
  /** Told after the commit which documents say something else now. */
  versioned?: (scope: Scope, documents: readonly { id: string; version: number }[]) => void;
}

export interface DocumentItem {
  /** Of a document that is there already; without it the document is found by `externalId`, or made. */
  documentId?: string;
  sourceId: string | null;
  externalId: string | null;
  url: string | null;
  title: string;
  /** BCP 47. */
  language: string;
  /** Markdown or plain text. */
  content: string;
  contentHash: string;
  /** Where in their file its parts stand, in order; only of files. Its content holds no `\r`. */
  places?: readonly PlaceAt[];
  /** How the text came; left out: read from its source, or given where it has none. */
  why?: VersionWhy;
  by?: VersionBy;
  /** Of a version that is put back: the hash of what its source says, which is not taken again until it changes. */
  pinnedHash?: string | null;
}

export interface IndexedDocument {
  documentId: string;
  words: number;
  chunks: number;
  /** False: it was there already, the same. */
  changed: boolean;
}

interface Entry {
  /** Tells the items of one call apart. */
  key: string;
  item: DocumentItem;
  id: string;
  prepared: PreparedDocument;
}

type Results = Map<string, IndexedDocument>;

/** So many passages go into one transaction: enough to be quick, few enough for others to get their turn between. */
const BATCH = 100;

/**
 * Makes documents searchable; when it resolves, they are. What is unchanged (hash, title, address, language) is left
 * alone; what changed is replaced with its passages and its event in one transaction. Answers in the order of the
 * items; of two with one name the later counts. Throws `not_found` for a foreign or unknown agent or document.
 */
export async function indexDocuments(
  deps: IndexingDeps,
  scope: Scope,
  { agentId, items }: { agentId: string; items: readonly DocumentItem[] },
): Promise<IndexedDocument[]> {
  const { number: index } = await deps.indexes.find(scope, agentId);
  const place: Place = { scope, index };
  const keyed = items.map(cleanItem).map((item, at) => ({ key: keyOf(item, at), item }));
  const distinct = new Map(keyed.map(({ key, item }) => [key, item]));
  const [rows = []] = await deps.db.batch(scope, [knownDocuments(scope, agentId, keysOf([...distinct.values()]))]);
  const known = byKey(rows.map(documentOf), agentId);
  const results: Results = new Map();
  let batch: Entry[] = [];
  for (const [key, item] of distinct) {
    const old = findKnown(known, item);
    if (old && isSame(old, item)) {
      results.set(key, { documentId: old.id, words: old.words, chunks: old.passages, changed: false });
      continue;
    }
    const id = old?.id ?? item.documentId ?? newId("document", deps.clock.now());
    const entry: Entry = { key, item, id, prepared: await prepareDocument(item) };
    if (batch.length > 0 && sizeOf(batch) + sizeOf([entry]) > BATCH) {
      await writeBatch(deps, place, { agentId, batch, results });
      batch = [];
    }
    batch.push(entry);
  }
  if (batch.length > 0) await writeBatch(deps, place, { agentId, batch, results });
  return keyed.flatMap(({ key }) => results.get(key) ?? []);
}

function sizeOf(batch: readonly Entry[]): number {
  return batch.reduce((sum, { prepared }) => sum + prepared.chunks.length, 0);
}

/** Under the lock of the index what is known is read again: another writer may have been quicker. */
async function writeBatch(
  deps: IndexingDeps,
  place: Place,
  { agentId, batch, results }: { agentId: string; batch: readonly Entry[]; results: Results },
): Promise<void> {
  const { scope } = place;
  let said: { id: string; version: number }[] = [];
  await deps.db.transaction(scope, async (tx) => {
    const keys = keysOf(batch.map(({ item }) => item));
    const [, rows = []] = await tx.batch([lockIndex(place), knownDocuments(scope, agentId, keys)]);
    const known = byKey(rows.map(documentOf), agentId);
    const fresh: Entry[] = [];
    for (const entry of batch) {
      const old = findKnown(known, entry.item);
      const changed = !old || !isSame(old, entry.item);
      const id = old?.id ?? entry.id;
      if (changed) fresh.push({ ...entry, id });
      const { words, chunks } = changed
        ? { words: entry.prepared.words, chunks: entry.prepared.chunks.length }
        : { words: old.words, chunks: old.passages };
      results.set(entry.key, { documentId: id, words, chunks, changed });
    }
    const saying = fresh.flatMap(({ item }) => {
      const old = findKnown(known, item);
      return old && saysOther(old, item) ? [old] : [];
    });
    if (saying.length > 0)
      await tx.batch([
        keepVersions(
          scope,
          saying.map(({ id }) => id),
        ),
      ]);
    said = saying.map(({ id, version }) => ({ id, version: version + 1 }));
    await deleteChunks(
      tx,
      place,
      fresh.flatMap(({ item }) => findKnown(known, item)?.id ?? []),
    );
    await store(deps, tx, { place, agentId, fresh, known: saying });
  });
  if (said.length > 0) deps.versioned?.(scope, said);
  deps.events.wake();
  deps.wrote?.(scope, agentId, place.index);
  deps.tidy.wrote(sizeOf(batch));
}

async function store(
  deps: IndexingDeps,
  tx: Tx,
  work: { place: Place; agentId: string; fresh: readonly Entry[]; known: readonly DocumentRecord[] },
): Promise<void> {
  const { place, agentId, fresh, known } = work;
  if (fresh.length === 0) return;
  const documents = fresh.map(({ item, id, prepared }) => ({
    ...item,
    id,
    agentId,
    words: prepared.words,
    passages: prepared.chunks.length,
    tokens: prepared.tokens,
    why: item.why ?? (item.sourceId === null ? "given" : "read"),
    by: item.by ?? null,
    pinnedHash: item.pinnedHash ?? null,
    places: item.places ?? null,
  }));
  await tx.batch([putDocuments(place.scope, documents)]);
  await insertChunks(
    tx,
    place,
    fresh.map(({ item, id, prepared }) => ({ ...prepared, documentId: id, language: item.language })),
  );
  await deps.events.publish(tx, place.scope, "documents.changed", {
    agentId,
    documentIds: fresh.map(({ id }) => id),
    versions: known.map(({ id, version }) => ({ documentId: id, from: version, to: version + 1 })),
  });
}

function cleanItem(item: DocumentItem): DocumentItem {
  return {
    ...item,
    externalId: item.externalId === null ? null : cleanText(item.externalId),
    url: item.url === null ? null : cleanText(item.url),
    title: cleanText(item.title).replace(/\s+/g, " ").trim(),
    language: cleanText(item.language),
    ...withoutGaps(cleanText(item.content), item.places),
  };
}

function keyOf(item: DocumentItem, at: number): string {
  if (item.documentId !== undefined) return `id ${item.documentId}`;
  return item.externalId === null ? `at ${at}` : `external ${item.externalId}`;
}

function keysOf(items: readonly DocumentItem[]): { ids: string[]; externalIds: string[] } {
  return {
    ids: items.flatMap(({ documentId }) => documentId ?? []),
    externalIds: items.flatMap(({ documentId, externalId }) => (documentId === undefined ? (externalId ?? []) : [])),
  };
}

function byKey(records: readonly DocumentRecord[], agentId: string): Map<string, DocumentRecord> {
  if (records.some((record) => record.agentId !== agentId)) throw new Fault("not_found", "There is no such document.");
  return new Map([
    ...records.map((record) => [`id ${record.id}`, record] as const),
    ...records.map((record) => [`external ${record.externalId}`, record] as const),
  ]);
}

function findKnown(known: Map<string, DocumentRecord>, item: DocumentItem): DocumentRecord | undefined {
  if (item.documentId !== undefined) return known.get(`id ${item.documentId}`);
  return item.externalId === null ? undefined : known.get(`external ${item.externalId}`);
}

/** Another text, and so another version; not only another place. */
function saysOther(old: DocumentRecord, item: DocumentItem): boolean {
  return (
    old.contentHash !== item.contentHash ||
    old.title !== item.title ||
    old.language !== item.language ||
    old.url !== item.url
  );
}

function isSame(old: DocumentRecord, item: DocumentItem): boolean {
  // Its source says what it said when an older version was put back: that one stays.
  if (old.pinnedHash !== null && old.pinnedHash === item.contentHash && item.pinnedHash === undefined) return true;
  return (
    old.pinnedHash === (item.pinnedHash ?? null) &&
    old.contentHash === item.contentHash &&
    old.title === item.title &&
    old.url === item.url &&
    old.language === item.language &&
    old.sourceId === item.sourceId &&
    old.externalId === item.externalId
  );
}
