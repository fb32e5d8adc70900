/** The knowledge of an organization on a test database, and whether it is in order. */
import { createHash } from "node:crypto";
import { newId } from "@parley/contracts";
import { createEvents, createLog, SYSTEM, type Clock, type Database } from "../platform/index.ts";
import { createTestClock, makeOrganization, openTestDatabase } from "../testing/index.ts";
import { createPassages } from "./create-passages.ts";
import type { DocumentItem } from "./documents/index-documents.ts";

export const item = (externalId: string, content: string, more: Partial<DocumentItem> = {}): DocumentItem => ({
  sourceId: null,
  externalId,
  url: null,
  title: "",
  language: "en",
  content,
  contentHash: createHash("sha256").update(content).digest("hex"),
  ...more,
});

export async function openPassages() {
  const test = await openTestDatabase();
  const scope = await makeOrganization(test.db);
  const events = createEvents({ db: test.db, clock: createTestClock() });
  /** Another process on the same database. */
  const makePassages = (db: Database = test.db, clock: Clock = createTestClock()) =>
    createPassages({
      db,
      events,
      clock,
      log: createLog({ level: "silent", pretty: false }),
      audit: { record: async () => {} },
      live: { changed: () => {} },
    });
  const knowledge = makePassages();

  const makeAgent = async (owner = scope): Promise<string> => {
    const agentId = newId("agent");
    await test.db.transaction(owner, (tx) => knowledge.openIndex(tx, owner, agentId));
    return agentId;
  };
  const idsFound = async (agentId: string, query: string, language?: string): Promise<(string | null)[]> =>
    (await knowledge.search(scope, { agentId, query, limit: 50, language })).passages.map(
      ({ externalId }) => externalId,
    );
  const count = async (text: string): Promise<number> => {
    const [[row] = []] = await test.db.batch(SYSTEM, [{ text, values: [] }]);
    return Number(row?.["count"]);
  };
  /** Postings without a passage, passages without their postings, and statistics that say otherwise than the passages. */
  const disorder = async () => ({
    orphans: await count(`select count(*) from knowledge_postings p where not exists
      (select 1 from knowledge_chunks c where c.organization = p.organization and c.number = p.chunk and c.index_number = p.index_number)`),
    missing: await count(`select count(*) from knowledge_chunks c where tokens > 0 and not exists
      (select 1 from knowledge_postings p where p.organization = c.organization and p.index_number = c.index_number and p.chunk = c.number)`),
    wrong: await count(`select count(*) from
      (select index_number, language, sum(chunks) as chunks, sum(tokens) as tokens from knowledge_index_statistics group by 1, 2) s
      full join (select index_number, language, count(*) as chunks, sum(tokens) as tokens from knowledge_chunks group by 1, 2) c
      using (index_number, language)
      where coalesce(s.chunks, 0) <> coalesce(c.chunks, 0) or coalesce(s.tokens, 0) <> coalesce(c.tokens, 0)`),
  });

  return {
    db: test.db,
    scope,
    knowledge,
    makePassages,
    makeAgent,
    idsFound,
    count,
    disorder,
    async close() {
      await knowledge.stop();
      await events.stop();
      await test.close();
    },
  };
}

export type TestPassages = Awaited<ReturnType<typeof openPassages>>;

export const inOrder = { orphans: 0, missing: 0, wrong: 0 };
