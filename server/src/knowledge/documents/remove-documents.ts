import type { Scope } from "../../platform/index.ts";
import { deleteChunks, lockIndex } from "./chunk-store.ts";
import { deleteDocuments, readDocuments } from "./document-store.ts";
import type { IndexingDeps } from "./index-documents.ts";

/** So many documents go in one transaction. */
const BATCH = 50;

/** Takes documents out of the search and away, with one event a batch. Ids that are not there are passed over. */
export async function removeDocuments(deps: IndexingDeps, scope: Scope, documentIds: readonly string[]): Promise<void> {
  const documents = await readDocuments(deps.db, scope, documentIds);
  const byAgent = Map.groupBy(documents, ({ agentId }) => agentId);
  for (const [agentId, own] of byAgent) {
    const { number: index } = await deps.indexes.find(scope, agentId);
    for (let from = 0; from < own.length; from += BATCH) {
      const some = own.slice(from, from + BATCH);
      await removeBatch(deps, { scope, index }, { agentId, ids: some.map(({ id }) => id) });
      deps.tidy.wrote(some.reduce((sum, { passages }) => sum + passages, 0));
    }
  }
}

async function removeBatch(
  deps: IndexingDeps,
  place: { scope: Scope; index: number },
  { agentId, ids }: { agentId: string; ids: string[] },
) {
  await deps.db.transaction(place.scope, async (tx) => {
    await tx.batch([lockIndex(place)]);
    await deleteChunks(tx, place, ids);
    const removed = await deleteDocuments(tx, place.scope, ids);
    if (removed.length > 0)
      await deps.events.publish(tx, place.scope, "documents.changed", {
        agentId,
        documentIds: removed.map(({ id }) => id),
        versions: removed.map(({ id, version }) => ({ documentId: id, from: version, to: null })),
      });
  });
  deps.events.wake();
}
