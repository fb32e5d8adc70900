import type { Database, Scope } from "../../platform/index.ts";
import { deleteVersions, sizesOf } from "./version-store.ts";

/** Numbers of the versions of a document that answers cited. */
export type FindCited = (scope: Scope, documentId: string) => Promise<ReadonlySet<number>>;

/** So many versions before the present one are kept in any case, as long as there is room. */
export const KEPT_VERSIONS = 20;
/** Of one document's older texts. */
const MOST_BYTES = 20 * 1024 * 1024;

/**
 * Keeps the last versions of a document and those that an answer cited. Above the limit in bytes the oldest go first,
 * those that nobody cited before the others.
 */
export async function pruneVersions(
  { db, findCited, mostBytes = MOST_BYTES }: { db: Database; findCited: FindCited; mostBytes?: number },
  scope: Scope,
  documentId: string,
): Promise<void> {
  const sizes = await sizesOf(db, scope, documentId);
  const bytes = sizes.reduce((sum, one) => sum + one.bytes, 0);
  if (sizes.length <= KEPT_VERSIONS && bytes <= mostBytes) return;
  const cited = await findCited(scope, documentId);
  const kept = sizes.filter(({ number }, at) => at < KEPT_VERSIONS || cited.has(number));
  let room = mostBytes;
  const fits = new Set<number>();
  const best = [...kept.filter(({ number }) => cited.has(number)), ...kept.filter(({ number }) => !cited.has(number))];
  for (const one of best) {
    if (one.bytes > room) continue;
    room -= one.bytes;
    fits.add(one.number);
  }
  const numbers = sizes.flatMap(({ number }) => (fits.has(number) ? [] : [number]));
  if (numbers.length > 0) await deleteVersions(db, scope, { documentId, numbers });
}
