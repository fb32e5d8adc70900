// How much of real files is read, format by format, how fast, and what hostile ones can do: in the threads of the server.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createReaders, type Readers } from "../../server/src/knowledge/files/create-readers.ts";
import { ParseFault } from "../../server/src/knowledge/files/parse/types.ts";
import { readPage } from "../../server/src/knowledge/extract/read-page.ts";
import { createClock } from "../../server/src/platform/index.ts";
import { dataFile, hasFile, readLines } from "./lib/data.ts";
import { fOne, share, wordsOf } from "./lib/token-recall.ts";
import type { BenchRow } from "./row.ts";

interface Item {
  file: string;
  format: string;
  kind: string;
  expected?: string;
  reference_text?: string;
}

interface Reading {
  item: Item;
  text: string;
  /** A typed fault's code; null when it was read, `crash` when it was neither. */
  code: string | null;
  ms: number;
}

const MANIFEST = "files/manifest.jsonl";
const OFFICE = ["docx", "xlsx", "xlsm", "csv", "pptx", "html", "md"];
const WITHIN_MS = 10_000;
const WITHIN_MB = 512;
/** Those of the data whose letters run from right to left. */
const RIGHT_TO_LEFT = /right_to_left|Arabic/;

export async function measureParsers(): Promise<BenchRow[]> {
  if (!hasFile(MANIFEST)) return [];
  const readers = createReaders({ clock: createClock() });
  try {
    const items = readLines<Item>(MANIFEST);
    await readers.read({ name: "first.txt", bytes: Buffer.from("The threads are warm.") });
    const tame = await readAll(
      readers,
      items.filter(({ kind }) => kind !== "hostile"),
    );
    const wild = await measureHostile(
      readers,
      items.filter(({ kind }) => kind === "hostile"),
    );
    return [...coverage(tame), ...pdfs(tame), await mainContent(items), ...speed(tame), ...wild];
  } finally {
    await readers.stop();
  }
}

async function readAll(readers: Readers, items: readonly Item[]): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const item of items) {
    const bytes = readFileSync(dataFile(item.file));
    readings.push(await readOne(readers, item, bytes));
  }
  return readings;
}

async function readOne(readers: Readers, item: Item, bytes: Uint8Array): Promise<Reading> {
  const started = performance.now();
  const done = (text: string, code: string | null): Reading => ({ item, text, code, ms: performance.now() - started });
  try {
    const { documents } = await readers.read({ name: item.file.split("/").at(-1) ?? item.file, bytes });
    return done(documents.map(({ title, content }) => `${title}\n${content}`).join("\n\n"), null);
  } catch (error) {
    return done("", error instanceof ParseFault ? error.code : "crash");
  }
}

const expectedOf = ({ expected, reference_text: reference }: Item): string | undefined => {
  const path = expected ?? reference;
  return path === undefined ? undefined : readFileSync(dataFile(path), "utf8");
};

/** Of the distinct words that are expected, how many are there. A file in which none are expected is met. */
function coverage(readings: readonly Reading[]): BenchRow[] {
  const judged = readings.flatMap(({ item, text, code }) => {
    const expected = expectedOf(item);
    if (!OFFICE.includes(item.format) || item.kind === "readability-html" || expected === undefined) return [];
    const wanted = new Set(wordsOf(expected));
    const recall = wanted.size === 0 && code !== "crash" ? 1 : share(wanted, new Set(wordsOf(text)));
    return [{ format: item.format, recall }];
  });
  const met = (some: typeof judged) => some.filter(({ recall }) => recall >= 0.9).length / some.length;
  const rows = OFFICE.flatMap((format): BenchRow[] => {
    const some = judged.filter((one) => one.format === format);
    if (some.length === 0) return [];
    const mean = some.reduce((sum, { recall }) => sum + recall, 0) / some.length;
    const note = `${some.length} files, mean recall ${mean.toFixed(3)}`;
    return [
      {
        name: `files: ${format} with words of .90`,
        value: met(some),
        unit: "share",
        target: null,
        better: "higher",
        note,
      },
    ];
  });
  const all: BenchRow = {
    name: "files: office, tables and pages with words of .90",
    value: met(judged),
    unit: "share",
    target: 0.95,
    better: "higher",
    note: `${judged.length} files`,
  };
  return [...rows, all];
}

function pdfs(readings: readonly Reading[]): BenchRow[] {
  const judged = readings.flatMap(({ item, text }) => {
    const expected = expectedOf(item);
    if (item.format !== "pdf" || expected === undefined || RIGHT_TO_LEFT.test(item.file)) return [];
    return [{ file: item.file.split("/").at(-1) ?? "", recall: share(wordsOf(expected), wordsOf(text)) }];
  });
  const missed = judged.filter(({ recall }) => recall < 0.97);
  return [
    {
      name: "files: PDF with words of .97, left to right",
      value: 1 - missed.length / judged.length,
      unit: "share",
      target: 1,
      better: "higher",
      note: missed.map(({ file, recall }) => `${file} ${recall.toFixed(2)}`).join(", "),
    },
  ];
}

async function mainContent(items: readonly Item[]): Promise<BenchRow> {
  const pages = items.filter(({ kind }) => kind === "readability-html");
  let sum = 0;
  for (const item of pages) {
    const html = readFileSync(dataFile(item.file), "utf8");
    const { markdown } = await readPage({ url: "https://site.example/page", html });
    sum += fOne(wordsOf(expectedOf(item) ?? ""), wordsOf(markdown));
  }
  return {
    name: "files: main content of pages, F1 of words",
    value: sum / pages.length,
    unit: "mean",
    target: 0.92,
    better: "higher",
    note: `${pages.length} pages`,
  };
}

function speed(readings: readonly Reading[]): BenchRow[] {
  const times = readings.map(({ ms }) => ms).toSorted((one, other) => one - other);
  const total = times.reduce((sum, ms) => sum + ms, 0);
  const crashes = readings.filter(({ code }) => code === "crash").length;
  return [
    {
      name: "files: read one after another",
      value: (readings.length / total) * 1_000,
      unit: "a second",
      target: null,
      better: "higher",
    },
    {
      name: "files: one file, median",
      value: times[Math.floor(times.length / 2)] ?? 0,
      unit: "ms",
      target: null,
      better: "lower",
    },
    { name: "files: neither read nor a fault with a word", value: crashes, unit: "files", target: 0, better: "lower" },
  ];
}

/** Each must end in time with a text or a fault of ours, and the process must stay small. */
async function measureHostile(readers: Readers, items: readonly Item[]): Promise<BenchRow[]> {
  const folder = dataFile("abuse/files");
  const made = readdirSync(folder).map((name): Item => ({ file: `abuse/files/${name}`, format: "", kind: "hostile" }));
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
  const readings: Reading[] = [];
  for (const item of [...items, ...made])
    readings.push(await readOne(readers, item, readFileSync(join(dataFile(item.file)))));
  clearInterval(watch);
  const slowest = readings.toSorted((one, other) => other.ms - one.ms)[0];
  const good = readings.filter(({ code, ms }) => code !== "crash" && ms <= WITHIN_MS).length;
  const faults = readings.filter(({ code }) => code !== null).length;
  return [
    {
      name: "hostile files: text or a fault within 10 s",
      value: good / readings.length,
      unit: "share",
      target: 1,
      better: "higher",
      note: `${readings.length} files, ${faults} faults`,
    },
    {
      name: "hostile files: the slowest",
      value: slowest?.ms ?? 0,
      unit: "ms",
      target: WITHIN_MS,
      better: "lower",
      note: slowest?.item.file ?? "",
    },
    {
      name: "hostile files: memory of the process at its peak",
      value: peak / 1_000_000,
      unit: "MB",
      target: WITHIN_MB,
      better: "lower",
    },
  ];
}
