import type { Database, Scope } from "../../platform/index.ts";
import type { VectorSet } from "./vector-store.ts";

/** Below so many vectors all of them are read: that is as quick, and misses nothing. */
export const CELLS_FROM = 15_000;
/** Neighbourhoods that a search reads: about an eighth of all vectors. */
export const PROBED_SHARE = 0.12;
/** Vectors that the middles are learnt from, for each. */
const SAMPLE_EACH = 30;
const ROUNDS = 4;
const MOVED_AT_ONCE = 2_000;

export interface Cell {
  cell: number;
  bits: Uint32Array;
  length: number;
}

export async function readCells(db: Database, scope: Scope, set: VectorSet): Promise<Cell[]> {
  if (set.cells === 0) return [];
  const [rows = []] = await db.batch(scope, [
    {
      text: `select cell, bits::text as bits from knowledge_vector_cells
        where organization = $1::int and set_number = $2::int order by cell`,
      values: [scope.organization, set.number],
    },
  ]);
  return rows.map((row) => cellFrom(Number(row["cell"]), String(row["bits"])));
}

/** In which neighbourhood a vector lies: that with the nearest middle. */
export function cellOf(cells: readonly Cell[], bits: string): number {
  if (cells.length === 0) return 0;
  return nearestCell(cells, pack(bits)).cell;
}

/**
 * Divides the vectors of a set into neighbourhoods when they have become many, or four times as many as when that was
 * last done: middles are learnt from a sample, by majority of each bit.
 */
export async function makeCells(db: Database, scope: Scope, set: VectorSet): Promise<void> {
  const [[counted] = []] = await db.batch(scope, [
    {
      text: "select count(*)::int as count from knowledge_chunk_vectors where organization = $1::int and set_number = $2::int",
      values: [scope.organization, set.number],
    },
  ]);
  const count = Number(counted?.["count"] ?? 0);
  const wanted = count < CELLS_FROM ? 0 : Math.round(Math.sqrt(count));
  if (wanted === 0 || (set.cells > 0 && wanted < 2 * set.cells)) return;
  const [sample = []] = await db.batch(scope, [
    {
      text: `select bits::text as bits from knowledge_chunk_vectors where organization = $1::int and set_number = $2::int
        order by hashint4(chunk) limit $3::int`,
      values: [scope.organization, set.number, wanted * SAMPLE_EACH],
    },
  ]);
  const cells = learn(
    sample.map((row) => String(row["bits"])),
    wanted,
  );
  await db.batch(scope, [
    {
      text: "delete from knowledge_vector_cells where organization = $1::int and set_number = $2::int",
      values: [scope.organization, set.number],
    },
    {
      text: `insert into knowledge_vector_cells (organization, set_number, cell, bits)
        select $1::int, $2::int, x.cell, x.bits from unnest($3::int[], $4::varbit[]) as x(cell, bits)`,
      values: [scope.organization, set.number, cells.map(({ cell }) => cell), cells.map(unpack)],
    },
  ]);
  await assign(db, scope, { set, cells });
  set.cells = cells.length;
  await db.batch(scope, [
    {
      text: "update knowledge_vector_sets set cells = $3::int where organization = $1::int and number = $2::int",
      values: [scope.organization, set.number, set.cells],
    },
  ]);
}

/** While vectors are moved, searches that read the old middles may miss some; they still find them by words. */
async function assign(
  db: Database,
  scope: Scope,
  { set, cells }: { set: VectorSet; cells: readonly Cell[] },
): Promise<void> {
  for (let after = 0; ;) {
    const [rows = []] = await db.batch(scope, [
      {
        text: `select chunk, bits::text as bits from knowledge_chunk_vectors
          where organization = $1::int and set_number = $2::int and chunk > $3::int order by chunk limit $4::int`,
        values: [scope.organization, set.number, after, MOVED_AT_ONCE],
      },
    ]);
    if (rows.length === 0) return;
    const chunks = rows.map((row) => Number(row["chunk"]));
    await db.batch(scope, [
      {
        text: `update knowledge_chunk_vectors v set cell = x.cell from unnest($3::int[], $4::int[]) as x(chunk, cell)
          where v.organization = $1::int and v.set_number = $2::int and v.chunk = x.chunk and v.cell <> x.cell`,
        values: [scope.organization, set.number, chunks, rows.map((row) => cellOf(cells, String(row["bits"])))],
      },
    ]);
    after = chunks.at(-1) ?? after;
  }
}

/** Middles that fit a sample: begun with some of its vectors, and moved a few times to where theirs are. */
export function learn(sample: readonly string[], wanted: number): Cell[] {
  const length = sample[0]?.length ?? 0;
  const packed = sample.map(pack);
  const step = Math.max(1, Math.floor(packed.length / wanted));
  let cells = Array.from({ length: Math.min(wanted, packed.length) }, (_, at): Cell => ({
    cell: at + 1,
    bits: packed[at * step] ?? new Uint32Array(),
    length,
  }));
  for (let round = 0; round < ROUNDS; round += 1) {
    const votes = new Map<number, { members: number; ones: Uint32Array }>();
    for (const [at, bits] of packed.entries()) {
      const { cell } = nearestCell(cells, bits);
      const vote = votes.get(cell) ?? { members: 0, ones: new Uint32Array(length) };
      votes.set(cell, vote);
      vote.members += 1;
      const text = sample[at] ?? "";
      for (let bit = 0; bit < length; bit += 1) if (text[bit] === "1") vote.ones[bit] = (vote.ones[bit] ?? 0) + 1;
    }
    cells = cells.map((old) => {
      const vote = votes.get(old.cell);
      if (vote === undefined) return old;
      const text = Array.from(vote.ones, (ones) => (ones * 2 > vote.members ? "1" : "0")).join("");
      return cellFrom(old.cell, text);
    });
  }
  return cells;
}

function nearestCell(cells: readonly Cell[], bits: Uint32Array): { cell: number } {
  let best = { cell: 0, far: Number.POSITIVE_INFINITY };
  for (const { cell, bits: middle } of cells) {
    let far = 0;
    for (let at = 0; at < middle.length; at += 1) far += ones((middle[at] ?? 0) ^ (bits[at] ?? 0));
    if (far < best.far) best = { cell, far };
  }
  return best;
}

function cellFrom(cell: number, bits: string): Cell {
  return { cell, bits: pack(bits), length: bits.length };
}

function pack(bits: string): Uint32Array {
  const words = new Uint32Array(Math.ceil(bits.length / 32));
  for (let at = 0; at < bits.length; at += 1)
    if (bits[at] === "1") words[at >>> 5] = (words[at >>> 5] ?? 0) | (1 << (at & 31));
  return words;
}

function unpack({ bits, length }: Cell): string {
  let text = "";
  for (let at = 0; at < length; at += 1) text += ((bits[at >>> 5] ?? 0) >>> (at & 31)) & 1 ? "1" : "0";
  return text;
}

function ones(word: number): number {
  let left = word - ((word >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
