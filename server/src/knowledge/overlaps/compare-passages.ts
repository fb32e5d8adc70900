/**
 * Compares the passages that came in with those that were there: in batches, by their hashes, so that a hundred
 * thousand of them are compared while they come in. What was compared is not compared again.
 */
import { createHash } from "node:crypto";
import { newId } from "@parley/contracts";
import {
  type Clock,
  type Database,
  type Row,
  type Scope,
  type Statement as Sql,
  type Tx,
} from "../../platform/index.ts";
import { strings } from "../indexes.ts";
import { findStatements, type Statement } from "./find-statements.ts";
import { bandsOf, likenessOf, SAME, shinglesOf } from "./shingle.ts";
import {
  batchRows,
  duplicatesOf,
  neighbours,
  progressOf,
  putOverlap,
  putRows,
  saidOf,
  saveProgress,
} from "./overlap-sql.ts";

const AT_ONCE = 200;
/** Grows with every change of how passages are compared. */
const VERSION = 1;

export interface ComparePlace {
  scope: Scope;
  agentId: string;
  index: number;
}

interface Fresh {
  chunk: number;
  documentId: string;
  text: string;
  shingles: ReadonlySet<number>;
  bands: number[];
  statements: Statement[];
}

/** How many were compared; the next call goes on after them. 0: there is nothing left. */
export async function comparePassages(
  { db, clock }: { db: Database; clock: Pick<Clock, "now"> },
  place: ComparePlace,
): Promise<number> {
  const { scope, index } = place;
  return db.transaction(scope, async (tx) => {
    const [progress = []] = await tx.batch([progressOf(scope, index)]);
    const known = progress[0] !== undefined && Number(progress[0]["version"]) === VERSION;
    const through = known ? Number(progress[0]?.["through"]) : 0;
    const [rows = []] = await tx.batch([batchRows(scope, { index, through, limit: AT_ONCE })]);
    if (rows.length === 0) return 0;
    const fresh = rows.map(freshOf);
    await tx.batch(putRows(scope, index, fresh));
    await findDuplicates(tx, place, { fresh, now: clock.now() });
    await findContradictions(tx, place, { fresh, now: clock.now() });
    await tx.batch([saveProgress(scope, { index, through: fresh.at(-1)?.chunk ?? through, version: VERSION })]);
    return fresh.length;
  });
}

function freshOf(row: Row): Fresh {
  const passage = {
    title: String(row["title"]),
    headings: strings(row["headings"]),
    text: String(row["text"]),
    language: String(row["language"]),
  };
  const shingles = shinglesOf(passage.text, passage.language);
  return {
    chunk: Number(row["number"]),
    documentId: String(row["document_id"]),
    text: passage.text,
    shingles,
    bands: bandsOf(shingles),
    statements: findStatements(passage),
  };
}

async function findDuplicates(
  tx: Tx,
  { scope, agentId, index }: ComparePlace,
  { fresh, now }: { fresh: readonly Fresh[]; now: number },
): Promise<void> {
  const bands = [...new Set(fresh.flatMap((one) => one.bands))];
  if (bands.length === 0) return;
  const [rows = []] = await tx.batch([neighbours(scope, index, bands)]);
  const inBand = Map.groupBy(rows, (row) => Number(row["band"]));
  const shingles = new Map(fresh.map((one) => [one.chunk, one.shingles]));
  const shinglesIn = (row: Row): ReadonlySet<number> => {
    const chunk = Number(row["chunk"]);
    const found = shingles.get(chunk) ?? shinglesOf(String(row["text"]), String(row["language"]));
    shingles.set(chunk, found);
    return found;
  };
  for (const one of fresh) {
    const near = new Map(one.bands.flatMap((band) => inBand.get(band) ?? []).map((row) => [Number(row["chunk"]), row]));
    let best: { row: Row; likeness: number } | undefined;
    for (const [chunk, row] of near) {
      // One page may repeat itself: that is how it is written. Two that do are twice the work.
      if (chunk >= one.chunk || String(row["document_id"]) === one.documentId) continue;
      const likeness = likenessOf(one.shingles, shinglesIn(row));
      if (likeness >= SAME && likeness > (best?.likeness ?? 0)) best = { row, likeness };
    }
    if (best) await addDuplicate(tx, { scope, agentId }, { one, ...best, now });
  }
}

async function addDuplicate(
  tx: Tx,
  { scope, agentId }: { scope: Scope; agentId: string },
  { one, row, likeness, now }: { one: Fresh; row: Row; likeness: number; now: number },
): Promise<void> {
  const other = Number(row["chunk"]);
  const [groups = []] = await tx.batch([duplicatesOf(scope, agentId, other)]);
  const key = [digest(one.text), digest(String(row["text"]))].toSorted()[0] ?? "";
  const hundredths = Math.round(likeness * 100);
  const member = (chunk: number) => ({ chunk, likeness: hundredths, marks: [] });
  await tx.batch(
    putOverlap(scope, {
      agentId,
      kind: "duplicate",
      key: groups[0] === undefined ? key : String(groups[0]["key"]),
      id: newId("overlap", now),
      passages: [member(other), member(one.chunk)],
    }),
  );
}

const digest = (text: string) => createHash("sha256").update(text).digest("base64url").slice(0, 22);

/** With more figures than two it is a form that many pages fill in, each with its own. */
const TOO_MANY_FIGURES = 3;

async function findContradictions(
  tx: Tx,
  { scope, agentId, index }: ComparePlace,
  { fresh, now }: { fresh: readonly Fresh[]; now: number },
): Promise<void> {
  const subjects = [...new Set(fresh.flatMap(({ statements }) => statements.map(({ subject }) => subject)))];
  if (subjects.length === 0) return;
  const [rows = []] = await tx.batch([saidOf(scope, index, subjects)]);
  const statements: Sql[] = [];
  for (const [subject, said] of Map.groupBy(rows, (row) => Number(row["subject"]))) {
    const byFigure = Map.groupBy(said, (row) => String(row["figures"]));
    if (byFigure.size !== TOO_MANY_FIGURES - 1) continue;
    const [ones = [], others = []] = byFigure.values();
    const pair = ones.flatMap((one) =>
      others.filter((other) => mayContradict(one, other)).map((other) => [one, other]),
    )[0];
    if (pair === undefined) continue;
    const key = digest(`${subject} ${[...byFigure.keys()].toSorted().join(" ; ")}`);
    const passages = pair.map((row) => ({
      chunk: Number(row["chunk"]),
      likeness: 0,
      marks: [[Number(row["start"]), Number(row["end"])]],
    }));
    statements.push(...putOverlap(scope, { agentId, kind: "contradiction", key, id: newId("overlap", now), passages }));
  }
  if (statements.length > 0) await tx.batch(statements);
}

/** Pages side by side in one folder (shops, products, editions) each speak of their own thing. */
function mayContradict(one: Row, other: Row): boolean {
  if (one["document_id"] === other["document_id"]) return false;
  const [here, there] = [folderOf(one["url"]), folderOf(other["url"])];
  return here === null || here !== there || one["title"] === other["title"];
}

/** Null for what lies at the top of a site, or has no address. */
function folderOf(url: unknown): string | null {
  const parts = typeof url === "string" ? url.split(/[?#]/u)[0]?.split("/").slice(2, -1) : undefined;
  return parts === undefined || parts.length < 2 ? null : parts.join("/");
}
