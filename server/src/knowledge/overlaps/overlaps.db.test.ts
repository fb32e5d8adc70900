/** Passages that say the same, and passages that contradict each other. */
import { agentDetails, listOf, overlap, overlapSummary } from "@parley/contracts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Call, callerOf } from "../../caller.testing.ts";
import { openTestHouse, type TestHouse } from "../../house.testing.ts";
import { describeDatabase, until } from "../../testing/index.ts";

let world: TestHouse;
let call: Call;
let agentId: string;

beforeAll(async () => {
  world = await openTestHouse();
  call = callerOf(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  agentId = (await call("POST", "/v1/agents", { body: { name: "Mill" } })).as(agentDetails).id;
});

const path = (rest: string) => `/v1/agents/${agentId}/overlaps${rest}`;
const put = async (documents: Record<string, string>, folder = "https://mill.example/") =>
  call("POST", `/v1/agents/${agentId}/documents`, {
    body: Object.entries(documents).map(([externalId, text]) => ({
      externalId,
      title: externalId,
      url: `${folder}${externalId}`,
      text,
      language: "en",
    })),
  });
const list = async (kind: string, status = "open") =>
  (await call("GET", path(`?kind=${kind}&status=${status}`))).as(listOf(overlap)).data;
const compared = () =>
  until(async () => {
    const { waiting } = (await call("GET", path("/summary"))).as(overlapSummary);
    return waiting === 0;
  });

const cancelling =
  "You may cancel a booked bicycle free of charge as long as you tell us on the day before you wanted to ride it. " +
  "Later on we keep half of the price, since nobody else will come for it on such a short notice.";

describeDatabase("overlaps", () => {
  test("passages that say nearly the same are one group, until there is one of them left", async () => {
    await put({
      terms: `# Terms\n\n${cancelling}`,
      faq: `# Questions\n\n${cancelling.replace("bicycle", "bike")}`,
      bikes:
        "# Bikes\n\nCity bikes, mountain bikes and bikes with a motor stand ready in the yard from the early morning on.",
    });
    await compared();
    await put({ help: `# Help\n\n${cancelling}` });
    await compared();
    const [group, ...rest] = await list("duplicate");
    expect(rest).toEqual([]);
    expect(group?.count).toBe(3);
    expect(group?.passages.map(({ title }) => title).toSorted()).toEqual(["faq", "help", "terms"]);
    expect(group?.passages.every(({ likeness }) => likeness >= 0.8)).toBe(true);
    expect(await list("contradiction")).toEqual([]);
    await put({ help: "Ask us.", faq: "Nothing is asked here any more." });
    expect(await list("duplicate")).toEqual([]);
  });

  test("one figure here and another there is a contradiction, with both of them marked", async () => {
    await put({
      prices: "# Prices\n\nA city bike costs €14 for a whole day. Helmets are free.",
      faq: "# Questions\n\nFor a whole day a city bike costs 15 euros. Children ride along.",
      same: "# Elsewhere\n\nA city bike costs 14.00 EUR for a whole day.",
      other: "# More\n\nA mountain bike costs €25 for a whole day.",
    });
    await compared();
    const found = await list("contradiction");
    expect(found).toHaveLength(1);
    const said = found[0]?.passages.map(({ text, marks }) => marks.map(([start, end]) => text.slice(start, end)));
    expect(said?.flat().toSorted()).toEqual(["15 euros", expect.stringMatching(/14/)]);
    const id = found[0]?.id ?? "";
    const stale = await call("PATCH", path(`/${id}`), { body: { status: "ignored" }, ifMatch: 9 });
    expect(stale.problem.code).toBe("stale");
    expect(
      (await call("PATCH", path(`/${id}`), { body: { status: "ignored" }, ifMatch: 1 })).as(overlap).revision,
    ).toBe(2);
    expect(await list("contradiction")).toEqual([]);
    // Read again with the same words, what was set aside stays so.
    await put({ faq: "# Questions\n\nFor a whole day a city bike costs 15 euros. Dogs ride along as well." });
    await compared();
    expect(await list("contradiction")).toEqual([]);
    expect(await list("contradiction", "ignored")).toHaveLength(1);
  });

  test("pages of one kind, each with figures of its own, contradict nobody", async () => {
    const shop = (phone: string, opens: string) =>
      `The shop is open on working days from ${opens}. Call the shop under ${phone}.`;
    await put(
      { berlin: shop("030 555 0101", "9:00"), munich: shop("089 555 0102", "10:00") },
      "https://mill.example/shops/",
    );
    await put({ a: shop("030 555 0103", "9:00"), b: shop("089 555 0104", "10:00"), c: shop("0351 555 0105", "11:00") });
    await compared();
    expect(await list("contradiction")).toEqual([]);
  });

  test("the agent's removal takes all of it away", async () => {
    await put({ terms: cancelling, faq: cancelling });
    await compared();
    expect(await list("duplicate")).toHaveLength(1);
    expect((await call("GET", path("?kind=duplicate&cursor=nonsense"))).status).toBe(400);
  });
});
