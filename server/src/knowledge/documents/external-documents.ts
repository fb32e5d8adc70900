import { type Document, type DocumentBulk, Fault } from "@parley/contracts";
import type { Scope } from "../../platform/index.ts";
import { knownDocuments, documentOf, type DocumentRecord } from "./document-store.ts";
import type { Documents, DocumentsDeps } from "./documents.ts";
import { removeDocuments } from "./remove-documents.ts";

/** Documents by the ids that whoever sends them has for them. What is done twice is done once. */
export function createExternalDocuments(deps: DocumentsDeps & { documents: Pick<Documents, "get"> }) {
  const { db, audit, live } = deps;

  async function find(
    scope: Scope,
    agentId: string,
    keys: { ids?: string[]; externalIds: string[] },
  ): Promise<DocumentRecord[]> {
    await deps.indexes.find(scope, agentId);
    const [rows = []] = await db.batch(scope, [
      knownDocuments(scope, agentId, { ids: keys.ids ?? [], externalIds: keys.externalIds }),
    ]);
    return rows.map(documentOf).filter((record) => record.agentId === agentId);
  }

  /** Ids that are not there are passed over. Resolves with how many went. */
  async function remove(scope: Scope, agentId: string, { externalIds, ids }: Omit<DocumentBulk, "action">) {
    const records = await find(scope, agentId, { ids, externalIds });
    if (records.length === 0) return 0;
    await removeDocuments(
      deps,
      scope,
      records.map(({ id }) => id),
    );
    await db.transaction(scope, (tx) =>
      audit.record(tx, scope, {
        action: "documents.deleted",
        target: { type: "agent", id: agentId },
        before: { documents: records.length },
      }),
    );
    live.changed(scope, { resource: "documents", agentId });
    return records.length;
  }

  return {
    /** Throws `not_found`. */
    async get(scope: Scope, agentId: string, externalId: string): Promise<Document> {
      const [record] = await find(scope, agentId, { externalIds: [externalId] });
      if (!record) throw new Fault("not_found", "There is no document with this external id.");
      return deps.documents.get(scope, agentId, record.id);
    },

    remove,
  };
}

export type ExternalDocuments = ReturnType<typeof createExternalDocuments>;
