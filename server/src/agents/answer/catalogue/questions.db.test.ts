import { newId } from "@parley/contracts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "../../../house.testing.ts";
import { analyse } from "../../../knowledge/index.ts";
import type { Scope } from "../../../platform/index.ts";
import { describeDatabase, makeOrganization } from "../../../testing/index.ts";
import { askCatalogue } from "./ask-catalogue.ts";
import { testShops } from "./questions.testing.ts";
import { cardsOf } from "./say-products.ts";

describeDatabase("questions to a catalogue", () => {
  let world: TestHouse;
  let scope: Scope;
  beforeAll(async () => {
    world = await openTestHouse();
    scope = await makeOrganization(world.house.db);
  });
  afterAll(() => world.close());

  it("are answered with just the products that fit, and left alone where the catalogue has nothing to say", async () => {
    const { db, knowledge } = world.house;
    const { catalogue: store } = knowledge;
    const { ask } = store;
    const wrong: string[] = [];
    let asked = 0;
    for (const { language, products, asks } of testShops) {
      const agentId = newId("agent");
      await db.transaction(scope, (tx) => knowledge.openIndex(tx, scope, agentId));
      await store.write(scope, { agentId, inputs: products.map((one) => ({ ...one, language })), origin: "import" });
      for (const [question, expected] of asks) {
        asked += 1;
        const { answer } = await askCatalogue(
          { scope, agentId, agentName: "Shop", text: question, languages: [language] },
          { catalogue: ask, analyse },
        );
        const byId = new Map(
          (await store.list(scope, agentId, { limit: 50, sort: "newest" })).data.map(({ id, externalId }) => [
            id,
            externalId,
          ]),
        );
        const shown = answer === null ? null : cardsOf(answer).map(({ id }) => byId.get(id) ?? id);
        const same = JSON.stringify(shown?.toSorted() ?? null) === JSON.stringify(expected?.toSorted() ?? null);
        if (!same) wrong.push(`${language} “${question}”: ${JSON.stringify(shown)}, not ${JSON.stringify(expected)}`);
      }
    }
    expect(asked).toBeGreaterThan(130);
    expect(wrong).toEqual([]);
  });
});
