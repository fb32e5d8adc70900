/**
 * Compares the passages that came in with those that were there: in batches, by their hashes, so that a hundred
 * thousand of them are compared while they come in. What was compared is not compared again.
 */
import { type Clock, type Database, type Row, type Scope, type Tx } from "../../platform/index.ts";
import { breathe } from "../documents/prepare-document.ts";
import { strings } from "../indexes.ts";
import { findContradictions } from "./find-contradictions.ts";
import { type Duplicate, findDuplicates, groupDuplicates } from "./find-duplicates.ts";
import { findStatements, type Statement } from "./find-statements.ts";
import { batchRows, duplicatesOf, progressOf, putOverlaps, putRows, saidOf, saveProgress } from "./overlap-sql.ts";
import type { SeenPassage, SeenPassages } from "./seen-passages.ts";
import { bandsOf } from "./shingle.ts";

const AT_ONCE = 200;
/** Read in one go, which takes some milliseconds; then others have their turn. */
const BREATHE_EVERY = 5;
/** Grows with every change of how passages are compared. */
const VERSION = 1;

export interface ComparePlace {
  scope: Scope;
  agentId: string;
  index: number;
  /** Kept from one call to the next. */
  seen: SeenPassages;
}

export interface Fresh extends SeenPassage {
  chunk: number;
  bands: number[];
  statements: Statement[];
}

/**
 * How many were compared; the next call goes on after them. 0: there is nothing left. What takes long is done before
 * the transaction, which on the embedded engine everybody else waits for.
 */
export async function comparePassages(
  { db, clock }: { db: Database; clock: Pick<Clock, "now"> },
  place: ComparePlace,
): Promise<number> {
  const { scope, index } = place;
  const [progress = []] = await db.batch(scope, [progressOf(scope, index)]);
  const through = throughOf(progress);
  const [rows = []] = await db.batch(scope, [batchRows(scope, { index, through, limit: AT_ONCE })]);
  if (rows.length === 0) return 0;
  const fresh: Fresh[] = [];
  for (const [at, row] of rows.entries()) {
    if (at % BREATHE_EVERY === BREATHE_EVERY - 1) await breathe();
    fresh.push(freshOf(row, place.seen));
  }
  const duplicates = await findDuplicates(db, place, fresh);
  await db.transaction(scope, (tx) => store(tx, place, { fresh, duplicates, through, now: clock.now() }));
  return fresh.length;
}

const throughOf = ([row]: readonly Row[]): number =>
  row !== undefined && Number(row["version"]) === VERSION ? Number(row["through"]) : 0;

function freshOf(row: Row, seen: SeenPassages): Fresh {
  const chunk = Number(row["number"]);
  const [text, language] = [String(row["text"]), String(row["language"])];
  const passage = seen.add(chunk, { documentId: String(row["document_id"]), text, language });
  const statements = findStatements({
    title: String(row["title"]),
    headings: strings(row["headings"]),
    text,
    language,
  });
  return { ...passage, chunk, bands: bandsOf(passage.shingles), statements };
}

/** Does nothing where another process has compared the same passages meanwhile. */
async function store(
  tx: Tx,
  { scope, agentId, index }: ComparePlace,
  {
    fresh,
    duplicates,
    through,
    now,
  }: { fresh: readonly Fresh[]; duplicates: readonly Duplicate[]; through: number; now: number },
): Promise<void> {
  const [progress = []] = await tx.batch([progressOf(scope, index, { lock: true })]);
  if (throughOf(progress) !== through) return;
  const subjects = [...new Set(fresh.flatMap(({ statements }) => statements.map(({ subject }) => subject)))];
  const others = [...new Set(duplicates.map(({ other }) => other.chunk))];
  const answers = await tx.batch([
    ...putRows(scope, index, fresh),
    saidOf(scope, index, subjects),
    duplicatesOf(scope, agentId, others),
  ]);
  const [said = [], groups = []] = answers.slice(-2);
  const found = [...groupDuplicates(duplicates, { groups, now }), ...findContradictions(said, now)];
  const last = fresh.at(-1)?.chunk ?? through;
  await tx.batch([
    ...putOverlaps(scope, agentId, found),
    saveProgress(scope, { index, through: last, version: VERSION }),
  ]);
}
