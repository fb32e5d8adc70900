import { type AnswerPart, newId, productInput } from "@parley/contracts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "../../../house.testing.ts";
import type { Scope } from "../../../platform/index.ts";
import { describeDatabase, makeOrganization } from "../../../testing/index.ts";
import { createAnswer } from "../create-answer.ts";
import { agent, hear, turnOf } from "../site.testing.ts";

describeDatabase("an answer from the catalogue", () => {
  let world: TestHouse;
  let scope: Scope;
  let agentId: string;
  beforeAll(async () => {
    world = await openTestHouse();
    const { db, knowledge } = world.house;
    scope = await makeOrganization(db);
    agentId = newId("agent");
    await db.transaction(scope, (tx) => knowledge.openIndex(tx, scope, agentId));
    const of = (externalId: string, name: string, more: object) =>
      productInput.parse({
        externalId,
        name,
        currency: "EUR",
        stock: "in_stock",
        language: "en",
        link: `https://shop.example/${externalId}`,
        ...more,
      });
    await knowledge.catalogue.write(scope, {
      agentId,
      origin: "import",
      inputs: [
        of("1", "Nova lamp", {
          category: ["Lamps"],
          price: 5990,
          salePrice: 4990,
          image: "http://shop.example/insecure.jpg",
        }),
        of("2", "Luna lamp", { category: ["Lamps"], price: 12900 }),
      ],
    });
    await knowledge.catalogue.write(scope, {
      agentId,
      origin: "page",
      sourceId: "src_1",
      inputs: [of("3", "Old clock", { price: 9900 })],
    });
    await db.batch(scope, [
      {
        text: "update knowledge_products set price_checked_at = now() - interval '8 days' where organization = $1 and external_id = '3'",
        values: [scope.organization],
      },
    ]);
  });
  afterAll(() => world.close());

  const ask = async (question: string) => {
    const { search, catalogue } = world.house.knowledge;
    const answer = createAnswer({
      search,
      catalogue: catalogue.ask,
      models: [],
      clock: world.house.clock,
      log: world.house.log,
    });
    const heard = await hear(answer, turnOf(question, { scope, agent: { ...agent, id: agentId, name: "Shop" } }));
    const cards = heard.parts.flatMap((part: AnswerPart) => (part.type === "products" ? part.products : []));
    return { ...heard, cards };
  };

  it("begins with the sentence, cites every product, and shows cards in the visitor's language", async () => {
    const one = await ask("How much is the Nova lamp?");
    expect(one.text).toBe("Nova lamp: €49.90 (instead of €59.90), in stock.");
    expect(one.cards).toMatchObject([
      { name: "Nova lamp", price: 4990, regularPrice: 5990, image: null, link: "https://shop.example/1" },
    ]);
    expect(one.parts.filter(({ type }) => type === "citation")).toHaveLength(1);
    const all = await ask("Which lamps do you have under 200 euro?");
    expect(all.text).toBe("2 fit, all in stock:\n- Nova lamp: €49.90 (instead of €59.90)\n- Luna lamp: €129.00");
    expect((await ask("Compare the Nova lamp and the Luna lamp")).text).toContain("Nova lamp is €79.10 cheaper.");
    expect((await ask("Do you have lamps under 20 euro?")).text).toMatch(
      /^Nothing in the catalogue fits that\. This comes near:/,
    );
  });

  it("never quotes a price that is too old: it says so and leads to the page", async () => {
    for (const question of ["How much is the old clock?", "Is the old clock in stock?"]) {
      const { text, cards, parts } = await ask(question);
      expect(text).toContain("must be looked up");
      expect(text).toContain("https://shop.example/3");
      expect(JSON.stringify(parts)).not.toMatch(/99\.00|9900/);
      expect(cards).toMatchObject([{ price: null, priceStale: true, link: "https://shop.example/3" }]);
    }
  });
});
