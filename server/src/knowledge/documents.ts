import { createHash } from "node:crypto";
import { Fault, type Document, type DocumentInput } from "@parley/contracts";
import type { Scope } from "../platform/index.ts";
import { listDocuments, readDocuments, type DocumentRecord } from "./document-store.ts";
import { indexDocuments, type DocumentItem, type IndexingDeps } from "./index-documents.ts";
import { removeDocuments } from "./remove-documents.ts";

export interface DocumentsDeps extends IndexingDeps {
  /** BCP 47 of a text. */
  detectLanguage(text: string): string;
}

/** So much of a document tells its language. */
const LANGUAGE_SAMPLE = 4_000;

/** Documents that are given by hand or over the API, beside those that a source reads. */
export function createDocuments(deps: DocumentsDeps) {
  async function present(scope: Scope, ids: readonly string[]): Promise<Document[]> {
    const records = new Map((await readDocuments(deps.db, scope, ids)).map((record) => [record.id, record]));
    return ids.flatMap((id) => {
      const record = records.get(id);
      return record ? [presentDocument(record)] : [];
    });
  }

  async function own(scope: Scope, agentId: string, documentId: string): Promise<DocumentRecord> {
    const [record] = await readDocuments(deps.db, scope, [documentId]);
    if (record?.agentId !== agentId) throw new Fault("not_found", "There is no such document.");
    return record;
  }

  return {
    /** Stores documents under their external ids; searchable when it resolves. In the order given. */
    async put(scope: Scope, agentId: string, inputs: readonly DocumentInput[]): Promise<Document[]> {
      const items = inputs.map((input) => itemOf(input, deps.detectLanguage));
      const indexed = await indexDocuments(deps, scope, { agentId, items });
      return present(
        scope,
        indexed.map(({ documentId }) => documentId),
      );
    },

    /** Those of sources included, oldest first. */
    async list(scope: Scope, agentId: string, page: { limit: number; cursor?: string | undefined }) {
      await deps.indexes.find(scope, agentId);
      if (page.cursor !== undefined && !/^\w{1,100}$/.test(page.cursor)) {
        throw new Fault("invalid_request", "That is not a cursor of this list.", { field: "cursor" });
      }
      const records = await listDocuments(deps.db, scope, {
        agentId,
        limit: page.limit + 1,
        after: page.cursor ?? null,
      });
      const data = records.slice(0, page.limit);
      return { data: data.map(presentDocument), next: records.length > page.limit ? (data.at(-1)?.id ?? null) : null };
    },

    async get(scope: Scope, agentId: string, documentId: string): Promise<Document> {
      return presentDocument(await own(scope, agentId, documentId));
    },

    async remove(scope: Scope, agentId: string, documentId: string): Promise<void> {
      await own(scope, agentId, documentId);
      await removeDocuments(deps, scope, [documentId]);
    },
  };
}

export type Documents = ReturnType<typeof createDocuments>;

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

function presentDocument(record: DocumentRecord): Document {
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
    updatedAt: updatedAt.toISOString(),
  };
}
