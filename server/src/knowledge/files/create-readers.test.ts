import { afterEach, expect, it } from "vitest";
import { createClock } from "../../platform/index.ts";
import { readPage } from "../extract/read-page.ts";
import { createReaders, type Readers } from "./create-readers.ts";
import type { ReaderLimits } from "./read-in-thread.ts";
import { makeDocx, makePdf, paragraph } from "./make-files.testing.ts";
import { ParseFault } from "./parse/types.ts";

let readers: Readers | undefined;
afterEach(() => readers?.stop());

const open = (limits: Partial<ReaderLimits> = {}) => (readers = createReaders({ clock: createClock(), limits }));
const codeOf = (reading: Promise<unknown>) =>
  reading.then(
    () => "read",
    (error: unknown) => (error instanceof ParseFault ? error.code : error),
  );
/** A page that draws without end. */
const endless = (): Uint8Array => {
  const piece = { x: 1, y: 1, text: "a" };
  return makePdf([Array.from({ length: 150_000 }, () => piece)]);
};

it("reads in threads, more files than threads", async () => {
  const { read } = open({ threads: 2 });
  const all = await Promise.all(
    Array.from({ length: 6 }, (_, at) => read({ name: `${at}.docx`, bytes: makeDocx(paragraph(`Text ${at}`)) })),
  );
  expect(all.map(({ documents }) => documents[0]?.content)).toEqual([0, 1, 2, 3, 4, 5].map((at) => `Text ${at}`));
});

it("kills what takes too long, and reads the next file all the same", async () => {
  const { read } = open({ threads: 1, baseMs: 500, perMegabyteMs: 0 });
  expect(await codeOf(read({ name: "slow.pdf", bytes: endless() }))).toBe("too_slow");
  readers?.stop();
  const next = open({ threads: 1 });
  expect(await codeOf(next.read({ name: "a.txt", bytes: Buffer.from("fine") }))).toBe("read");
});

it("kills what takes too much memory", async () => {
  const { read } = open({ threads: 1, memoryMb: 60, baseMs: 60_000 });
  expect(await codeOf(read({ name: "large.pdf", bytes: endless() }))).toBe("too_large");
  expect(await codeOf(read({ name: "a.txt", bytes: Buffer.from("fine") }))).toBe("read");
});

it("ends with its signal", async () => {
  const { read } = open();
  const stop = new AbortController();
  const reading = codeOf(read({ name: "slow.pdf", bytes: endless() }, stop.signal));
  stop.abort(new Error("enough"));
  expect(String(await reading)).toContain("enough");
});

it("reads pages as they are read outside, and kills those that take too long", async () => {
  const { readPage: readThere } = open({ threads: 1 });
  const page = { url: "https://a.example/", html: "<title>Tea</title><main><h1>Tea</h1><p>It is green.</p></main>" };
  expect(await readThere(page)).toEqual(await readPage(page));
  const selectors = { keep: [], drop: ["x div div div div"] };
  const endlessly = { ...page, html: `<body>${"<div>".repeat(240)}x`, parts: selectors };
  await expect(readThere(endlessly)).rejects.toThrow(/plainer/u);
  await readers?.stop();
  const hurried = open({ threads: 1, baseMs: 300, perMegabyteMs: 0 });
  const long = { ...page, html: `<body>${"<div class=menu>".repeat(240)}${"<a href=x>y</a>".repeat(600_000)}` };
  expect(await codeOf(hurried.readPage(long))).toBe("too_slow");
});
