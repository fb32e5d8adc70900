/** What documents said before: looked at, compared, put back. */
import { type DocumentDifference, type DocumentVersion, type DocumentVersionContent, Fault } from "@parley/contracts";
import type { Database, Live, Log, Scope } from "../../platform/index.ts";
import type { Audit } from "../../tenants/index.ts";
import { readDocuments } from "../documents/document-store.ts";
import type { DocumentItem, IndexedDocument } from "../documents/index-documents.ts";
import { compareTexts, countWords } from "./compare-texts.ts";
import { type FindCited, KEPT_VERSIONS, pruneVersions } from "./prune-versions.ts";
import { listVersions, readVersions, type VersionRecord, type VersionText } from "./version-store.ts";

export interface VersionsDeps {
  db: Database;
  audit: Audit;
  live: Live;
  log: Pick<Log, "warn">;
  indexDocuments(scope: Scope, agentId: string, items: readonly DocumentItem[]): Promise<IndexedDocument[]>;
}

/** Long texts may be above the limit in bytes before there are many of them. */
const LOOKED_AT_EVERY = 4;

export function createVersions(deps: VersionsDeps) {
  const { db, audit, live, log } = deps;
  let findCited: FindCited = async () => new Set();
  let pruning = Promise.resolve();

  async function own(scope: Scope, documentId: string) {
    const [record] = await readDocuments(db, scope, [documentId]);
    if (!record) throw new Fault("not_found", "There is no such document.");
    return record;
  }

  async function read(scope: Scope, documentId: string, number: number): Promise<VersionText> {
    const [found] = await readVersions(db, scope, { documentId, numbers: [number] });
    if (found) return found;
    await own(scope, documentId);
    throw new Fault(
      "not_found",
      `Version ${number} of this document is not kept. Its list of versions shows those that are.`,
    );
  }

  /** The text with the given number becomes the present one, as a version of its own. */
  async function restore(scope: Scope, documentId: string, number: number): Promise<DocumentVersion> {
    const [record, version] = await Promise.all([own(scope, documentId), read(scope, documentId, number)]);
    const said = record.pinnedHash ?? record.contentHash;
    const pinnedHash = record.sourceId === null || version.contentHash === said ? null : said;
    const { sourceId, externalId, agentId } = record;
    const { url, title, language, content, contentHash, places } = version;
    const by = { type: scope.actor.type, id: scope.actor.id, name: scope.actor.name ?? null };
    const item: DocumentItem = {
      documentId,
      sourceId,
      externalId,
      url,
      title,
      language,
      content,
      contentHash,
      ...(places && { places }),
      why: "restored",
      by,
      pinnedHash,
    };
    const [done] = await deps.indexDocuments(scope, agentId, [item]);
    const [present] = await listVersions(db, scope, { documentId, limit: 1, before: null });
    if (!present) throw new Fault("not_found", "There is no such document.");
    if (done?.changed !== true) return presentVersion(present);
    await db.transaction(scope, (tx) =>
      audit.record(tx, scope, {
        action: "document.restored",
        target: { type: "document", id: documentId, name: title },
        before: { version: record.version },
        after: { version: present.number, restored: number },
      }),
    );
    live.changed(scope, { resource: "documents", id: documentId, agentId });
    return presentVersion(present);
  }

  return {
    /** Newest first, the present one included. @throws Fault not_found. */
    async list(scope: Scope, documentId: string, { limit, cursor }: { limit: number; cursor?: string | undefined }) {
      if (cursor !== undefined && !/^\d{1,9}$/.test(cursor))
        throw new Fault("invalid_request", "That is not a cursor of this list.", { field: "cursor" });
      const before = cursor === undefined ? null : Number(cursor);
      const [rows] = await Promise.all([
        listVersions(db, scope, { documentId, limit: limit + 1, before }),
        own(scope, documentId),
      ]);
      const data = rows.slice(0, limit).map(presentVersion);
      return { data, next: rows.length > limit ? String(data.at(-1)?.number) : null };
    },

    /** @throws Fault not_found. */
    async get(scope: Scope, documentId: string, number: number): Promise<DocumentVersionContent> {
      const found = await read(scope, documentId, number);
      return { ...presentVersion(found), content: found.content };
    },

    /** @throws Fault not_found, invalid_request where there is nothing to compare with. */
    async difference(
      scope: Scope,
      documentId: string,
      wanted: { from?: number | undefined; to?: number | undefined },
    ): Promise<DocumentDifference> {
      const { version: present } = await own(scope, documentId);
      const to = wanted.to ?? present;
      const from = wanted.from ?? (await numberBefore(db, scope, { documentId, number: to }));
      const [one, other] = await Promise.all([read(scope, documentId, from), read(scope, documentId, to)]);
      const hunks = compareTexts(one.content, other.content);
      return { from: presentVersion(one), to: presentVersion(other), hunks, ...countWords(hunks) };
    },

    restore,

    /** What its source says becomes the text again. @throws Fault not_found, conflict. */
    async unpin(scope: Scope, documentId: string): Promise<DocumentVersion> {
      const { pinnedHash, version } = await own(scope, documentId);
      if (pinnedHash === null)
        throw new Fault("conflict", "This document says what its source says: there is nothing to lift.");
      for (let before: number | null = version; before !== null;) {
        const page = await listVersions(db, scope, { documentId, limit: 50, before });
        const texts = await readVersions(db, scope, { documentId, numbers: page.map(({ number }) => number) });
        const found = texts.findLast(({ contentHash }) => contentHash === pinnedHash);
        if (found) return restore(scope, documentId, found.number);
        before = page.at(-1)?.number ?? null;
      }
      throw new Fault("conflict", "What the source says is not kept any more. Read the source again instead.");
    },

    /** The present numbers of documents; those that are gone are left out. */
    async now(scope: Scope, documentIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
      if (documentIds.length === 0) return new Map();
      return new Map((await readDocuments(db, scope, documentIds)).map(({ id, version }) => [id, version]));
    },

    /** What it says now; undefined when it is gone. */
    async present(scope: Scope, documentId: string) {
      const [present] = await listVersions(db, scope, { documentId, limit: 1, before: null });
      if (!present?.isPresent) return undefined;
      const [text] = await readVersions(db, scope, { documentId, numbers: [present.number] });
      return text;
    },

    /** What a version said; null when it is not kept. */
    async text(scope: Scope, documentId: string, number: number): Promise<string | null> {
      const [found] = await readVersions(db, scope, { documentId, numbers: [number] });
      return found?.content ?? null;
    },

    /** Filled from above: whose answers cited which versions is not known here. */
    keepCited(find: FindCited): void {
      findCited = find;
    },

    /** In the background, for documents that just got another version. */
    prune(scope: Scope, changed: readonly { id: string; version: number }[]): void {
      const many = changed.filter(({ version }) => version > KEPT_VERSIONS || version % LOOKED_AT_EVERY === 0);
      if (many.length === 0) return;
      pruning = pruning
        .then(async () => {
          for (const { id } of many) await pruneVersions({ db, findCited }, scope, id);
        })
        .catch((err: unknown) => log.warn({ err }, "Old versions of documents could not be taken away"));
    },

    /** Resolves when nothing is under way. */
    settle: (): Promise<void> => pruning,
  };
}

export type Versions = ReturnType<typeof createVersions>;

async function numberBefore(
  db: Database,
  scope: Scope,
  { documentId, number }: { documentId: string; number: number },
): Promise<number> {
  const [before] = await listVersions(db, scope, { documentId, limit: 1, before: number });
  if (!before)
    throw new Fault("invalid_request", "There is no version before this one to compare it with.", { field: "from" });
  return before.number;
}

function presentVersion(record: VersionRecord): DocumentVersion {
  const { documentId, number, title, url, language, words, why, by, isPresent, createdAt } = record;
  return { documentId, number, title, url, language, words, why, by, isPresent, createdAt: createdAt.toISOString() };
}
