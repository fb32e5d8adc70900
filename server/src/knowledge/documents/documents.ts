import { createHash } from "node:crypto";
import {
  Fault,
  type Document,
  type DocumentContent,
  type DocumentInput,
  type DocumentLabels,
  type DocumentQuery,
} from "@parley/contracts";
import { z } from "zod";
import type { Live, Scope } from "../../platform/index.ts";
import type { Audit } from "../../tenants/index.ts";
import { labelDocuments, labelsOf } from "./label-documents.ts";
import { listDocuments, readContent, readDocuments, type DocumentRecord } from "./document-store.ts";
import { indexDocuments, type DocumentItem, type IndexedDocument, type IndexingDeps } from "./index-documents.ts";
import { removeDocuments } from "./remove-documents.ts";
import { readCheckedAt } from "../versions/checked-at.ts";

export interface DocumentsDeps extends IndexingDeps {
  /** BCP 47 of a text. */
  detectLanguage(text: string): string;
  audit: Audit;
  live: Live;
}

/** So much of a document tells its language. */
const LANGUAGE_SAMPLE = 4_000;

/** Documents that are given by hand or over the API, beside those that a source reads. */
export function createDocuments(deps: DocumentsDeps) {
  async function present(scope: Scope, ids: readonly string[]): Promise<Document[]> {
    const [found, checked] = await Promise.all([
      readDocuments(deps.db, scope, ids),
      readCheckedAt(deps.db, scope, ids),
    ]);
    const records = new Map(found.map((record) => [record.id, record]));
    return ids.flatMap((id) => {
      const record = records.get(id);
      return record ? [presentDocument(record, checked)] : [];
    });
  }

  async function own(scope: Scope, agentId: string, documentId: string): Promise<DocumentRecord> {
    const [record] = await readDocuments(deps.db, scope, [documentId]);
    if (record?.agentId !== agentId) throw new Fault("not_found", "There is no such document.");
    return record;
  }

  /** One line for all of a request; unchanged ones are none. */
  async function record(scope: Scope, agentId: string, indexed: readonly IndexedDocument[]): Promise<void> {
    const changed = indexed.filter((one) => one.changed);
    if (changed.length === 0) return;
    await deps.db.transaction(scope, (tx) =>
      deps.audit.record(tx, scope, {
        action: "documents.stored",
        target: { type: "agent", id: agentId },
        after: { documents: changed.length },
      }),
    );
    deps.live.changed(scope, { resource: "documents", agentId });
  }

  return {
    /** Stores documents under their external ids; searchable when it resolves. In the order given. */
    async put(scope: Scope, agentId: string, inputs: readonly DocumentInput[]): Promise<Document[]> {
      const items = inputs.map((input) => itemOf(input, deps.detectLanguage));
      const indexed = await indexDocuments(deps, scope, { agentId, items });
      await labelDocuments(deps.db, scope, { agentId, labels: labelsOf(inputs, indexed) });
      await record(scope, agentId, indexed);
      return present(
        scope,
        indexed.map(({ documentId }) => documentId),
      );
    },

    /** Those of sources included. */
    async list(scope: Scope, agentId: string, query: Partial<DocumentQuery> & { limit: number }) {
      await deps.indexes.find(scope, agentId);
      const sort = query.sort ?? "oldest";
      const records = await listDocuments(deps.db, scope, {
        agentId,
        sort,
        limit: query.limit + 1,
        q: query.q === undefined || query.q === "" ? null : query.q,
        sourceId: query.sourceId ?? null,
        language: query.language ?? null,
        after: query.cursor === undefined ? null : readCursor(query.cursor, sort),
      });
      const shown = records.slice(0, query.limit);
      const last = shown.at(-1);
      const next = records.length > query.limit && last ? cursorOf(last) : null;
      const ids = shown.map(({ id }) => id);
      const checked = await readCheckedAt(deps.db, scope, ids);
      return { data: shown.map((one) => presentDocument(one, checked)), next };
    },

    /** Its Markdown, and the passages that were made of it. */
    async content(scope: Scope, agentId: string, documentId: string): Promise<DocumentContent> {
      const found = await readContent(deps.db, scope, { agentId, documentId });
      if (!found) throw new Fault("not_found", "There is no such document.");
      return found;
    },

    async get(scope: Scope, agentId: string, documentId: string): Promise<Document> {
      const record = await own(scope, agentId, documentId);
      return presentDocument(record, await readCheckedAt(deps.db, scope, [documentId]));
    },

    /** Its tags and its audience, whatever it says. */
    async label(scope: Scope, place: { agentId: string; documentId: string }, labels: DocumentLabels) {
      const before = await own(scope, place.agentId, place.documentId);
      const after = { tags: labels.tags ?? before.tags, audience: orBefore(labels.audience, before.audience) };
      await deps.db.transaction(scope, async (tx) => {
        await labelDocuments(tx, scope, { agentId: place.agentId, labels: [{ id: before.id, ...after }] });
        await deps.audit.record(tx, scope, {
          action: "document.labelled",
          target: { type: "document", id: before.id, name: before.title },
          before: { tags: before.tags, audience: before.audience },
          after,
        });
      });
      deps.live.changed(scope, { resource: "documents", id: before.id, agentId: place.agentId });
      return this.get(scope, place.agentId, place.documentId);
    },

    async remove(scope: Scope, agentId: string, documentId: string): Promise<void> {
      const { title, url, sourceId } = await own(scope, agentId, documentId);
      await removeDocuments(deps, scope, [documentId]);
      await deps.db.transaction(scope, (tx) =>
        deps.audit.record(tx, scope, {
          action: "document.deleted",
          target: { type: "document", id: documentId, name: title },
          before: { url, sourceId },
        }),
      );
      deps.live.changed(scope, { resource: "documents", id: documentId, agentId });
    },
  };
}

export type Documents = ReturnType<typeof createDocuments>;

/** The id, and where the list is sorted by something else, that too. */
const cursorOf = ({ id, key }: { id: string; key: string | null }): string =>
  key === null ? id : Buffer.from(JSON.stringify([id, key])).toString("base64url");

function readCursor(cursor: string, sort: DocumentQuery["sort"]): { id: string; key: string | null } {
  if (sort === "oldest" || sort === "newest") {
    if (/^\w{1,100}$/.test(cursor)) return { id: cursor, key: null };
  } else {
    const parts = cursorParts.safeParse(parse(Buffer.from(cursor, "base64url").toString()));
    if (parts.success && (sort === "title" || /^\d{1,9}$/.test(parts.data[1])))
      return { id: parts.data[0], key: parts.data[1] };
  }
  throw new Fault("invalid_request", "That is not a cursor of this list.", { field: "cursor" });
}

const cursorParts = z.tuple([z.string().max(100), z.string().max(500)]);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function itemOf(input: DocumentInput, detectLanguage: (text: string) => string): DocumentItem {
  return {
    sourceId: null,
    externalId: input.externalId,
    url: input.url ?? null,
    title: input.title,
    language: input.language ?? detectLanguage(`${input.title}\n${input.text.slice(0, LANGUAGE_SAMPLE)}`),
    content: input.text,
    contentHash: createHash("sha256").update(input.text).digest("hex"),
  };
}

const orBefore = <T>(value: T | undefined, before: T): T => (value === undefined ? before : value);

function presentDocument(record: DocumentRecord, checked: ReadonlyMap<string, string>): Document {
  const { id, agentId, sourceId, externalId, title, url, language, passages, words, updatedAt } = record;
  return {
    id,
    agentId,
    sourceId,
    externalId,
    title,
    url,
    language,
    passages,
    words,
    tags: record.tags,
    audience: record.audience,
    updatedAt: updatedAt.toISOString(),
    version: record.version,
    pinned: record.pinnedHash !== null,
    checkedAt: checked.get(id) ?? null,
  };
}
