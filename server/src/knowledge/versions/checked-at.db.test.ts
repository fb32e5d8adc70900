import { newId } from "@parley/contracts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeDatabase, openTestDatabase, type TestDatabase } from "../../testing/index.ts";
import { makeCrawlHarness } from "../crawl/crawl-harness.testing.ts";
import { readCheckedAt } from "./checked-at.ts";

const READ = "2026-01-01T00:00:00.000Z";
const COMPARED = "2026-01-03T00:00:00.000Z";

describeDatabase("when a document was last looked at", () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase();
  });
  afterAll(() => test.close());

  /** A document that was read on the first day, of a source that was read again on the third. */
  async function lookedAt(source: { type: string; status: string }, page: { status: string }) {
    const { db } = test;
    const { scope, agentId, knowledge } = await makeCrawlHarness(db);
    const [sourceId, documentId] = [newId("source"), newId("document")];
    const document = { documentId, sourceId, externalId: null, url: null, title: "Hours", language: "en" };
    await knowledge.indexDocuments(scope, agentId, [{ ...document, content: "From nine.", contentHash: "1" }]);
    await db.batch(scope, [
      {
        text: `insert into knowledge_sources (organization, id, agent_id, type, name, settings, status, progress, checked_at)
          values ($1::int, $2::text, $3::text, $4::text, 'x', '{}', $5::text, '{}', $6::timestamptz)`,
        values: [scope.organization, sourceId, agentId, source.type, source.status, COMPARED],
      },
      {
        text: `insert into knowledge_crawl_pages (organization, source_id, url, run, depth, status, document_id, fetched_at)
          values ($1::int, $2::text, 'x', 1, 0, $3::text, $4::text, $5::timestamptz)`,
        values: [scope.organization, sourceId, page.status, documentId, READ],
      },
      {
        text: "update knowledge_documents set updated_at = $3::timestamptz where organization = $1::int and id = $2::text",
        values: [scope.organization, documentId, READ],
      },
    ]);
    return (await readCheckedAt(db, scope, [documentId])).get(documentId);
  }

  it.each([
    ["google-drive", "done", "indexed", COMPARED],
    ["intercom", "done", "indexed", COMPARED],
    // What could not be read, or not to the end, was not compared.
    ["google-drive", "done", "failed", READ],
    ["google-drive", "failed", "indexed", READ],
    ["google-drive", "running", "indexed", READ],
    // A website's pages are looked at one by one.
    ["website", "done", "indexed", READ],
  ])("is told of a %s that is %s, with an item that is %s", async (type, status, item, at) => {
    expect(await lookedAt({ type, status }, { status: item })).toBe(at);
  });
});
