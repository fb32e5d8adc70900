/** Of each passage that came in, the one before it that says nearly the same. */
import { newId } from "@parley/contracts";
import type { Database, Row } from "../../platform/index.ts";
import { breathe } from "../documents/prepare-document.ts";
import type { ComparePlace, Fresh } from "./compare-passages.ts";
import { neighbours, NEIGHBOURS, type NewOverlap, textsOf } from "./overlap-sql.ts";
import type { SeenPassage } from "./seen-passages.ts";
import { likenessOf, SAME } from "./shingle.ts";

export interface Duplicate {
  one: Fresh;
  other: SeenPassage & { chunk: number };
  /** 0 to 1. */
  likeness: number;
}

/** So many are read again in one go. */
const READ_AT_ONCE = 5;

export async function findDuplicates(
  db: Database,
  { scope, index, seen }: ComparePlace,
  fresh: readonly Fresh[],
): Promise<Duplicate[]> {
  const bands = [...new Set(fresh.flatMap((one) => one.bands))];
  if (bands.length === 0) return [];
  const [rows = []] = await db.batch(scope, [neighbours(scope, index, bands)]);
  const inBand = new Map<number, number[]>();
  for (const row of rows) meet(inBand, Number(row["band"]), Number(row["chunk"]));
  for (const { chunk, bands: own } of fresh) for (const band of own) meet(inBand, band, chunk);
  const own = new Map(fresh.map((one) => [one.chunk, one]));
  const near = fresh.map(({ chunk, bands: through }) =>
    // Those before it: with those after it, it is compared in their turn.
    [...new Set(through.flatMap((band) => inBand.get(band) ?? []))].filter((other) => other < chunk),
  );
  const others = await readOthers(db, { scope, seen }, new Set(near.flat().filter((chunk) => !own.has(chunk))));
  return fresh.flatMap((one, at): Duplicate[] => {
    let best: Duplicate | undefined;
    for (const chunk of near[at] ?? []) {
      const other = own.get(chunk) ?? others.get(chunk);
      // One page may repeat itself: that is how it is written. Two that do are twice the work.
      if (other === undefined || other.documentId === one.documentId) continue;
      const likeness = likenessOf(one.shingles, other.shingles);
      if (likeness >= SAME && likeness > (best?.likeness ?? 0)) best = { one, other: { ...other, chunk }, likeness };
    }
    return best === undefined ? [] : [best];
  });
}

function meet(inBand: Map<number, number[]>, band: number, chunk: number): void {
  const there = inBand.get(band);
  if (there === undefined) inBand.set(band, [chunk]);
  else if (there.length < NEIGHBOURS) there.push(chunk);
}

async function readOthers(
  db: Database,
  { scope, seen }: Pick<ComparePlace, "scope" | "seen">,
  chunks: ReadonlySet<number>,
): Promise<Map<number, SeenPassage>> {
  const others = new Map<number, SeenPassage>();
  const unread: number[] = [];
  for (const chunk of chunks) {
    const known = seen.get(chunk);
    if (known === undefined) unread.push(chunk);
    else others.set(chunk, known);
  }
  const [rows = []] = unread.length === 0 ? [] : await db.batch(scope, [textsOf(scope, unread)]);
  for (const [at, row] of rows.entries()) {
    if (at % READ_AT_ONCE === READ_AT_ONCE - 1) await breathe();
    const [chunk, documentId] = [Number(row["number"]), String(row["document_id"])];
    others.set(chunk, seen.add(chunk, { documentId, text: String(row["text"]), language: String(row["language"]) }));
  }
  return others;
}

/** Each joins the group of the passage that it is like; `groups`: in which those were already. */
export function groupDuplicates(
  duplicates: readonly Duplicate[],
  { groups, now }: { groups: readonly Row[]; now: number },
): NewOverlap[] {
  const keys = new Map(groups.map((row) => [Number(row["chunk"]), String(row["key"])]));
  const found = new Map<string, NewOverlap>();
  for (const { one, other, likeness } of duplicates) {
    const key = keys.get(other.chunk) ?? [one.digest, other.digest].toSorted()[0] ?? "";
    for (const { chunk } of [other, one]) if (!keys.has(chunk)) keys.set(chunk, key);
    const group = found.get(key);
    const passages = [other, one].map(({ chunk }) => ({ chunk, likeness: Math.round(likeness * 100), marks: [] }));
    // Of a passage that is like several the first says how much.
    const fresh = passages.filter(({ chunk }) => group?.passages.every((member) => member.chunk !== chunk) ?? true);
    found.set(key, {
      kind: "duplicate",
      key,
      id: group?.id ?? newId("overlap", now),
      passages: [...(group?.passages ?? []), ...fresh],
    });
  }
  return [...found.values()];
}
