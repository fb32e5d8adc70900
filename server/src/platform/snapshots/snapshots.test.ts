import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestClock } from "../../testing/index.ts";
import { createSnapshots, toKeep } from "./create-snapshots.ts";
import { packDirectory, unpackDirectory } from "./pack-directory.ts";

let folder: string;
let count = 0;
const place = () => join(folder, String((count += 1)));
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "parley-snapshots-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Tree = Record<string, string | null>;

async function write(directory: string, tree: Tree): Promise<void> {
  await mkdir(directory, { recursive: true });
  for (const [path, hex] of Object.entries(tree)) {
    await mkdir(join(directory, hex === null ? path : dirname(path)), { recursive: true });
    if (hex !== null) await writeFile(join(directory, path), Buffer.from(hex, "hex"));
  }
}

async function read(directory: string): Promise<Tree> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const tree: Tree = {};
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    tree[path.slice(directory.length + 1)] = entry.isDirectory() ? null : (await readFile(path)).toString("hex");
  }
  return tree;
}

const anyTree = fc.dictionary(
  fc
    .array(fc.constantFrom("a", "b", "base", "16384"), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.map((part, at) => `${part}${at}`).join("/")),
  fc.oneof(
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString("hex")),
    fc.constant("7b0a".repeat(70_000)),
  ),
  { maxKeys: 8 },
);
/** A file at `a0` and another at `a0/b1` cannot both be. */
const withoutClashes = (tree: Tree): Tree =>
  Object.fromEntries(
    Object.entries(tree).filter(([path]) => !Object.keys(tree).some((other) => other.startsWith(`${path}/`))),
  );

describe("a packed directory", () => {
  it("comes back whole, empty directories included", async () => {
    await fc.assert(
      fc.asyncProperty(anyTree, async (some) => {
        const [from, file, to] = [place(), place(), place()];
        await write(from, { ...withoutClashes(some), pg_empty: null });
        await packDirectory(from, file);
        await unpackDirectory(file, to);
        expect(await read(to)).toEqual(await read(from));
      }),
      { numRuns: 25 },
    );
  });

  it("is refused when it is cut off or changed anywhere", async () => {
    const [from, file, damaged] = [place(), place(), place()];
    await write(from, { "base/1": "00ff".repeat(500), "global/pg_control": "aa" });
    await packDirectory(from, file);
    const whole = await readFile(file);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length - 1 }), fc.boolean(), async (at, cut) => {
        const bytes = Buffer.from(cut ? whole.subarray(0, at) : whole);
        if (!cut) bytes.writeUInt8(bytes.readUInt8(at) ^ 0x55, at);
        await writeFile(damaged, bytes);
        // A bit that gzip itself leaves unused may differ: then nothing was lost.
        const to = place();
        const outcome = await unpackDirectory(damaged, to).then(
          async () => (cut ? "taken" : read(to)),
          () => "refused",
        );
        expect(["refused", await read(from)]).toContainEqual(outcome);
      }),
      { numRuns: 60 },
    );
  });
});

describe("snapshots", () => {
  it("keeps the newest three and the last of four days before, and no unfinished one", async () => {
    const clock = createTestClock();
    const snapshots = createSnapshots({ directory: place(), clock });
    for (let taken = 0; taken < 40; taken += 1) {
      await snapshots.take((to) => write(to, { number: "00" }));
      await clock.advance(6 * 3_600_000);
    }
    await expect(snapshots.take(() => Promise.reject(new Error("disk full")))).rejects.toThrow("disk full");
    expect((await snapshots.list()).map(({ takenAt }) => takenAt.toISOString().slice(5, 13))).toEqual([
      "01-10T18",
      "01-10T12",
      "01-10T06",
      "01-09T18",
      "01-08T18",
      "01-07T18",
      "01-06T18",
    ]);
  });

  it("never lets the newest go", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 * 86_400_000 }), { minLength: 1, maxLength: 50 }), (times) => {
        const all = times.toSorted((a, b) => b - a).map((time) => ({ takenAt: new Date(time), file: String(time) }));
        const kept = toKeep(all);
        expect(kept[0]).toBe(all[0]);
        expect(kept.length).toBeLessThanOrEqual(7);
      }),
    );
  });
});
