import { newId } from "@parley/contracts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createClock, type Jobs } from "../../platform/index.ts";
import { describeDatabase, openTestDatabase, type TestDatabase } from "../../testing/index.ts";
import { makeCrawlHarness } from "../crawl/crawl-harness.testing.ts";
import { insertFile, readFile } from "./file-store.ts";
import { filesSource } from "./files-source.ts";
import { createFileReading } from "./read-file-job.ts";

describeDatabase("the reading of a file", () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase();
  });
  afterAll(() => test.close());

  /** A file whose reading fails on our side so many times; `run` is its job, and `removed` what was taken away. */
  async function prepare(failures: number) {
    const { db } = test;
    const clock = createClock();
    const { scope, agentId } = await makeCrawlHarness(db, { clock });
    const id = newId("file");
    const sourceId = await filesSource({ db, clock }, scope, agentId);
    const file = { id, agentId, sourceId, name: "a.txt", size: 1, hash: id, stored: id };
    await db.batch(scope, [insertFile(scope, file)]);
    const handlers: ((envelope: object, signal: AbortSignal) => Promise<void>)[] = [];
    const define: Jobs["define"] = (_name, _options, handle) =>
      void handlers.push((envelope, signal) => handle(Object.assign(envelope), signal));
    const removed: string[] = [];
    let left = failures;
    createFileReading({
      db,
      clock,
      log: { warn: () => {} },
      jobs: { define, send: async () => {} },
      live: { changed: () => {} },
      files: { read: async () => ({ bytes: new Uint8Array(1), contentType: "text/plain" }), remove: async () => {} },
      readers: {
        read: async () => ({
          type: "text",
          pages: null,
          skipped: [],
          documents: [{ entry: "", title: "a", content: "Opening hours", places: [] }],
        }),
        readPage: () => Promise.reject(new Error("There is no page to read")),
        stop: async () => {},
      },
      detectLanguage: () => "en",
      async indexDocuments() {
        left -= 1;
        if (left >= 0) throw new Error("The database is away");
        return [{ documentId: newId("document"), changed: true, chunks: 1, words: 2 }];
      },
      removeDocuments: async (_scope, ids) => void removed.push(...ids),
      addressOf: () => null,
    });
    const { organization, organizationId } = scope;
    const run = () => handlers[0]?.({ organization, organizationId, fileId: id }, new AbortController().signal);
    return { run, removed, now: () => readFile(db, scope, id) };
  }

  it("is done once more where it failed on our side", async () => {
    const { run, now } = await prepare(2);
    await expect(run()).rejects.toThrow("away");
    await expect(run()).rejects.toThrow("away");
    expect(await now()).toMatchObject({ status: "reading", attempts: 2 });
    await run();
    expect(await now()).toMatchObject({ status: "ready", documents: 1 });
  });

  it("is given up with a word when it fails time and again", async () => {
    const { run, now } = await prepare(100);
    for (let attempt = 1; attempt < 6; attempt += 1) await expect(run()).rejects.toThrow("away");
    await run();
    expect(await now()).toMatchObject({ status: "failed", code: "failed" });
  });
});
