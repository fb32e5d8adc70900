/** Two processes that compare the same passages at the same time. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeDatabase } from "../../testing/index.ts";
import { createIndexes } from "../indexes.ts";
import { item, openPassages, type TestPassages } from "../passages.testing.ts";
import { comparePassages } from "./compare-passages.ts";
import { createSeenPassages } from "./seen-passages.ts";

describeDatabase("comparing passages", () => {
  let test: TestPassages;
  beforeAll(async () => {
    test = await openPassages();
  });
  afterAll(() => test.close());

  it("stores each once, whoever else compares them, and nothing again that was compared", async () => {
    const agentId = await test.makeAgent();
    const words = "bicycle garden deposit voucher kitchen parking repair lamp river boat museum ticket breakfast".split(
      " ",
    );
    const texts = Array.from({ length: 250 }, (_, at) =>
      Array.from(
        { length: 30 },
        (_, word) => `${words[(at * 7 + word * (1 + (at % 5))) % words.length]}${at % 40}`,
      ).join(" "),
    );
    await test.knowledge.indexDocuments(
      test.scope,
      agentId,
      texts.map((text, at) => item(`page${at}`, text)),
    );
    const { number: index } = await createIndexes({ db: test.db }).find(test.scope, agentId);
    const compareAll = async () => {
      const place = { scope: test.scope, agentId, index, seen: createSeenPassages() };
      let all = 0;
      for (let some = 1; some > 0; all += some)
        some = await comparePassages({ db: test.db, clock: { now: () => 1_700_000_000_000 } }, place);
      return all;
    };
    await Promise.all([compareAll(), compareAll()]);
    expect(await compareAll()).toBe(0);
    const grouped = await test.count("select count(*) from knowledge_overlap_passages");
    const twice = await test.count(
      "select count(*) from (select chunk from knowledge_overlap_passages group by chunk having count(*) > 1) as x",
    );
    // Every forty pages say the same: of each text there is one group, with all of its pages.
    expect({ grouped, twice }).toEqual({ grouped: 250, twice: 0 });
    expect(await test.count("select count(*) from knowledge_overlaps")).toBe(40);
  });
});
