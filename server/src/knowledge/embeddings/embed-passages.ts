import { type EmbeddingModel, Fault } from "@parley/contracts";
import type { Clock, Database, Scope } from "../../platform/index.ts";
import { strings } from "../indexes.ts";
import { plainText } from "../plain-text.ts";
import { cellOf, makeCells, readCells } from "./cells.ts";
import { quantise } from "./quantise.ts";
import { measureTrust } from "./measure-trust.ts";
import {
  dropSet,
  dropVectors,
  lastEmbedded,
  nextPassages,
  openSet,
  putVectors,
  readSets,
  serveSet,
  setOf,
  tellProblem,
  type Unembedded,
  type VectorSet,
} from "./vector-store.ts";

export interface EmbedDeps {
  db: Database;
  clock: Clock;
  /** Told of what the vendor counted. */
  count(scope: Scope, agentId: string, tokens: number): void;
  /** Told after each batch. */
  told(scope: Scope, agentId: string): void;
}

export interface EmbedWork {
  scope: Scope;
  agentId: string;
  index: number;
  model: EmbeddingModel;
  signal: AbortSignal;
}

/** A model reads so much of a passage; what follows says little new. */
const TEXT_LIMIT = 6_000;
/** Waited after a refusal, growing, before the job itself gives up and is tried again later. */
const PAUSES_MS = [1_000, 4_000, 15_000];
const LONGEST_PAUSE_MS = 60_000;

/**
 * Makes the vectors of an index that are missing, in the order of its passages, until there are none. Those of another
 * model serve until all are there; then they go. May be stopped and begun again at any time. Throws
 * `Fault("vendor_failed")` when the vendor keeps refusing; what is wrong is kept for people to read. True where some were
 * made: what was written meanwhile may be missing still.
 */
export async function embedPassages(deps: EmbedDeps, work: EmbedWork): Promise<boolean> {
  const { db } = deps;
  const { scope, index, model, signal } = work;
  const sets = await openOwn(db, work);
  const own = sets.find((set) => set.model === model.id);
  if (own === undefined) return false;
  const [[row] = []] = await db.batch(scope, [lastEmbedded(scope, own.number)]);
  let after = Number(row?.["last"] ?? 0);
  const cells = await readCells(db, scope, own);
  let made = 0;
  while (true) {
    signal.throwIfAborted();
    const [rows = []] = await db.batch(scope, [nextPassages(scope, { index, after, most: model.atOnce })]);
    const passages = rows.map((one): Unembedded => ({
      chunk: Number(one["number"]),
      title: String(one["title"]),
      headings: strings(one["headings"]),
      text: String(one["text"]),
    }));
    const last = passages.at(-1);
    if (last === undefined) break;
    const vectors = await embedBatch(deps, { ...work, set: own, passages });
    const stored = vectors.map(({ chunk, vector }) => {
      const { bits, bytes } = quantise(vector);
      return { chunk, bits, bytes, cell: cellOf(cells, bits) };
    });
    own.dimensions = vectors[0]?.vector.length ?? own.dimensions;
    await db.batch(scope, [putVectors(scope, { index, set: own.number, vectors: stored })]);
    after = last.chunk;
    made += passages.length;
    deps.told(scope, work.agentId);
  }
  if (made > 0 || own.state !== "serving") {
    await makeCells(db, scope, own);
    own.trust = await measureTrust(db, { scope, index, set: own, model, signal });
    await db.batch(scope, [serveSet(scope, index, own)]);
  }
  for (const old of sets) if (old.number !== own.number) await drop(db, scope, old);
  deps.told(scope, work.agentId);
  return made > 0;
}

async function openOwn(db: Database, { scope, index, model }: EmbedWork): Promise<VectorSet[]> {
  const [, rows = []] = await db.batch(scope, [openSet(scope, index, model.id), readSets(scope, index)]);
  return rows.map(setOf);
}

/** All of an index that an organization's own models made. */
export async function dropOwn(db: Database, scope: Scope, index: number): Promise<void> {
  const [rows = []] = await db.batch(scope, [readSets(scope, index)]);
  for (const set of rows.map(setOf)) if (set.model.startsWith("con_")) await drop(db, scope, set);
}

async function drop(db: Database, scope: Scope, set: VectorSet): Promise<void> {
  while (true) {
    const [gone = []] = await db.batch(scope, [dropVectors(scope, set.number)]);
    if (gone.length === 0) break;
  }
  await db.batch(scope, dropSet(scope, set.number));
}

/** With pauses while the vendor asks for them. A text that it refuses alone is left without a vector. */
async function embedBatch(
  deps: EmbedDeps,
  work: EmbedWork & { set: VectorSet; passages: readonly Unembedded[] },
): Promise<{ chunk: number; vector: Float32Array }[]> {
  const { scope, model, signal, set, passages } = work;
  for (const [attempt, pause] of [...PAUSES_MS, null].entries())
    try {
      const { vectors, tokens } = await model.embed(passages.map(textOf), { kind: "passage", signal });
      deps.count(scope, work.agentId, tokens);
      if (attempt > 0) await deps.db.batch(scope, [tellProblem(scope, set.number, null)]);
      return passages.flatMap(({ chunk }, at) => {
        const vector = vectors[at];
        return vector === undefined || (set.dimensions > 0 && vector.length !== set.dimensions)
          ? []
          : [{ chunk, vector }];
      });
    } catch (error) {
      signal.throwIfAborted();
      await deps.db.batch(scope, [tellProblem(scope, set.number, sayWhy(error))]);
      deps.told(scope, work.agentId);
      if (isRefusedText(error)) return passages.length === 1 ? [] : embedHalves(deps, work);
      if (pause === null) throw error;
      const asked = error instanceof Fault ? error.retryAfterMs : undefined;
      await deps.clock.sleep(Math.min(Math.max(pause, asked ?? 0), LONGEST_PAUSE_MS), signal);
    }
  return [];
}

async function embedHalves(deps: EmbedDeps, work: Parameters<typeof embedBatch>[1]) {
  const half = Math.ceil(work.passages.length / 2);
  const parts = [work.passages.slice(0, half), work.passages.slice(half)];
  const vectors = [];
  for (const passages of parts) vectors.push(...(await embedBatch(deps, { ...work, passages })));
  return vectors;
}

function sayWhy(error: unknown): string {
  return error instanceof Fault ? error.message : "The embedding model could not be asked.";
}

/** 400 and 413 and 422 are about what was sent; trying the same again is no use. */
function isRefusedText(error: unknown): boolean {
  const cause = error instanceof Fault ? error.cause : undefined;
  const status: unknown = typeof cause === "object" && cause !== null ? Reflect.get(cause, "statusCode") : undefined;
  return status === 400 || status === 413 || status === 422;
}

/** With the title and the headings, which say what it is about. */
export function textOf({ title, headings, text }: Omit<Unembedded, "chunk">): string {
  const whole = [[title, ...headings].filter((line) => line !== "").join(" › "), plainText(text)]
    .filter((line) => line !== "")
    .join("\n");
  return whole.slice(0, TEXT_LIMIT).toWellFormed() || " ";
}
