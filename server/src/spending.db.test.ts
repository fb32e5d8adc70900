/** What a public page may cost a day: when it is spent, answers come from the passages alone, whoever asks from there. */
import { type Message, newId } from "@parley/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "./house.testing.ts";
import { SYSTEM } from "./platform/index.ts";
import { describeDatabase } from "./testing/index.ts";

const PER_DAY = 300;

let world: TestHouse;
let agentId: string;

beforeAll(async () => {
  world = await openTestHouse({
    env: { PARLEY_MODELS: "script/slow", PARLEY_VISITOR_TOKENS_PER_DAY: String(PER_DAY) },
  });
  const { agents, knowledge, tenants } = world.house;
  ({ id: agentId } = await agents.create(tenants.adminScope, { name: "Shop" }));
  await knowledge.documents.put(tenants.adminScope, agentId, [
    {
      externalId: "hours",
      title: "Opening hours",
      text: "# Opening hours\n\nThe shop opens at nine in the morning from Monday to Friday, and at ten on Saturday.",
    },
    {
      externalId: "parking",
      title: "Parking",
      text: "# Parking\n\nParking behind the house is free for three hours. The entrance is in Mill Street.",
    },
    {
      externalId: "returns",
      title: "Returns",
      text: "# Returns\n\nGoods may be returned within thirty days. We send the money back within a week.",
    },
  ]);
});
afterAll(() => world.close());

interface Asker {
  visitorId: string;
  addressDigest: string;
}

const visitorFrom = (addressDigest: string): Asker => ({ visitorId: newId("visitor"), addressDigest });

async function say({ visitorId, addressDigest }: Asker, text: string) {
  const scope = await world.house.tenants.visitorScope(world.house.tenants.adminScope.organization, visitorId);
  const { message, reply } = await world.house.conversations.receive(scope, {
    agentId,
    channel: "web",
    visitorId,
    addressDigest,
    conversationId: null,
    clientId: newId("request"),
    text,
  });
  return { scope, message, reply };
}

async function ask(asker: Asker, text = "When does the shop open on Saturday?"): Promise<Message> {
  const answer = await (await say(asker, text)).reply;
  if (!answer) throw new Error("no answer came");
  return answer;
}

async function spent(subject: string): Promise<number> {
  await world.house.usage.write();
  const [rows = []] = await world.house.db.batch(SYSTEM, [
    { text: "select amount from usage_counters where subject = $1 and kind = 'model-tokens'", values: [subject] },
  ]);
  return Number(rows[0]?.["amount"] ?? 0);
}

describeDatabase("a visitor's day", () => {
  test("ends its model's tokens at the limit; answers go on without", async () => {
    const visitor = visitorFrom("one-address");
    const first = await ask(visitor);
    const afterFirst = await spent(`visitor:${visitor.visitorId}`);
    expect(afterFirst, first.text).toBeGreaterThan(0);
    for (let round = 0; round < 3; round += 1) expect((await ask(visitor)).text).not.toBe("");
    const end = await spent(`visitor:${visitor.visitorId}`);
    expect(end).toBeLessThan(PER_DAY + afterFirst);
    const last = await ask(visitor);
    expect(last.text).toContain("ten on Saturday");
    expect(await spent(`visitor:${visitor.visitorId}`)).toBe(end);
  });

  test("is not begun anew by new sessions from the same address; another address has its own", async () => {
    const address = "shared-address";
    let before = -1;
    for (let round = 0; round < 20 && (await spent(`address:${address}`)) > before; round += 1) {
      before = await spent(`address:${address}`);
      await ask(visitorFrom(address));
    }
    const cost = await spent(`visitor:${visitorFrom(address).visitorId}`);
    expect(cost).toBe(0);
    expect(before).toBeGreaterThanOrEqual(PER_DAY * 3);
    const another = visitorFrom(address);
    expect((await ask(another)).text).toContain("ten on Saturday");
    expect(await spent(`visitor:${another.visitorId}`)).toBe(0);
    const elsewhere = visitorFrom("another-address");
    await ask(elsewhere);
    expect(await spent(`visitor:${elsewhere.visitorId}`)).toBeGreaterThan(0);
  });

  test("counts an answer that was stopped, although its model never said what it cost", async () => {
    const visitor = visitorFrom("impatient-address");
    const { scope, message, reply } = await say(visitor, "When does the shop open on Saturday?");
    await new Promise((done) => setTimeout(done, 100));
    world.house.conversations.stop(scope, message.conversationId);
    expect((await reply)?.role).toBe("agent");
    expect(await spent(`visitor:${visitor.visitorId}`)).toBeGreaterThan(PER_DAY);
    expect(await spent("address:impatient-address")).toBeGreaterThan(PER_DAY);
  });
});
