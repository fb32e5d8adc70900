/** Agents copied, put aside, removed and changed together, over the API. */
import {
  agentActivity,
  agentBulkResults,
  agentDetails,
  askResult,
  catalogue,
  listOf,
  product,
  source,
  synonym,
} from "@parley/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { openTestHouse, type TestHouse } from "../../house.testing.ts";
import { SYSTEM } from "../../platform/index.ts";
import { describeDatabase, makeOrganization, ownSite, serveSite, until } from "../../testing/index.ts";
import { type Call, callerOf, keyWith } from "../../caller.testing.ts";

const agents = listOf(agentDetails);
const activities = z.object({ data: z.array(agentActivity) });
let world: TestHouse;
let call: Call;
let site: Awaited<ReturnType<typeof serveSite>>;
beforeAll(async () => {
  site = await serveSite(ownSite);
  world = await openTestHouse({ env: { PARLEY_ALLOW_PRIVATE_ADDRESSES: "127.0.0.1" } });
  call = callerOf(world);
});
afterAll(async () => {
  await world.close();
  await site.close();
});

const make = async (name: string, settings: object = {}) =>
  (await call("POST", "/v1/agents", { body: { name, ...settings } })).as(agentDetails).id;
const hours = { externalId: "hours", title: "Hours", text: "The shop opens at nine in the morning from Monday on." };
const ask = async (id: string, question = "When does the shop open?") =>
  (await call("POST", `/v1/agents/${id}/ask`, { body: { question } })).as(askResult);

/** What the database calls an agent: its id in one column, its index in another. */
async function tablesWith(column: string): Promise<string[]> {
  const text = `select c.table_name from information_schema.columns c join information_schema.tables t
    on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
    where c.table_schema = 'public' and c.column_name = $1`;
  const [rows = []] = await world.house.db.batch(SYSTEM, [{ text, values: [column] }]);
  // How much it was used stays, and archives until their time is over.
  const kept = ["usage_counters", "conversation_hours", "agent_archives"];
  return rows.map((row) => String(row["table_name"])).filter((table) => !kept.includes(table));
}

/** Rows of every table that still name the agent. */
async function leftOf(id: string): Promise<Record<string, number>> {
  const tables = ["agents.id", ...(await tablesWith("agent_id")).map((table) => `${table}.agent_id`)];
  const counts = await Promise.all(
    tables.map(async (place) => {
      const [table, column] = place.split(".");
      const text = `select count(*)::int as count from ${table} where ${column} = $1`;
      const [[row] = []] = await world.house.db.batch(SYSTEM, [{ text, values: [id] }]);
      return [place, Number(row?.["count"])] as const;
    }),
  );
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

describeDatabase("the list of agents", () => {
  test("is filtered, searched, sorted and paged", async () => {
    const { organization, organizationId } = await makeOrganization(world.house.db, "Lists");
    const scope = { ...world.house.tenants.adminScope, organization, organizationId };
    const key = await keyWith(world, ["agents:read", "agents:write"], scope);
    const own: Call = (method, path, options) => call(method, path, { key, ...options });
    const names = ["Berta", "anna", "Clara 100%", "Dora_x", "Émile"];
    const ids = new Map<string, string>();
    for (const name of names) ids.set(name, (await own("POST", "/v1/agents", { body: { name } })).as(agentDetails).id);
    const namesOf = async (query: string) =>
      (await own("GET", `/v1/agents?${query}`)).as(agents).data.map(({ name }) => name);
    expect(await namesOf("sort=name")).toEqual(["anna", "Berta", "Clara 100%", "Dora_x", "Émile"]);
    expect(await namesOf("q=100%25")).toEqual(["Clara 100%"]);
    expect(await namesOf("q=_")).toEqual(["Dora_x"]);
    expect(await namesOf("q=%5C")).toEqual([]);
    await own("PATCH", `/v1/agents/${ids.get("Berta")}`, { body: { role: "changed" } });
    expect((await namesOf("sort=-updatedAt"))[0]).toBe("Berta");
    for (const sort of ["name", "-name", "createdAt", "-createdAt", "updatedAt", "-updatedAt"]) {
      const seen: string[] = [];
      for (let cursor: string | null = ""; cursor !== null;) {
        const path = `/v1/agents?limit=2&sort=${sort}${cursor === "" ? "" : `&cursor=${cursor}`}`;
        const page: z.infer<typeof agents> = (await own("GET", path)).as(agents);
        seen.push(...page.data.map(({ name }) => name));
        cursor = page.next;
      }
      expect(seen, sort).toEqual(await namesOf(`sort=${sort}&limit=50`));
      expect(new Set(seen).size).toBe(5);
    }
    await own("POST", `/v1/agents/${ids.get("anna")}/archive`);
    expect(await namesOf("sort=name")).not.toContain("anna");
    expect(await namesOf("status=archived")).toEqual(["anna"]);
    expect(await namesOf("status=all")).toHaveLength(5);
    expect((await own("GET", "/v1/agents?cursor=nonsense")).status).toBe(400);
    const activity = (await own("GET", `/v1/agents/activity?ids=${[...ids.values()].join(",")}`)).as(activities).data;
    expect(activity[0]).toEqual({
      agentId: ids.get("Berta"),
      conversations: 0,
      answeredShare: null,
      lastMessageAt: null,
    });
  });
});

describeDatabase("a copy", () => {
  test("behaves and knows as the original, draft included, and goes its own way", async () => {
    const id = await make("Original", { tone: "formal" });
    await call("POST", `/v1/agents/${id}/documents`, { body: hours });
    await call("POST", `/v1/agents/${id}/verified-answers`, {
      body: { question: "Do you deliver?", answer: "Yes, by bicycle." },
    });
    await call("POST", `/v1/agents/${id}/sources`, { body: { type: "website", url: site.url } });
    await call("POST", `/v1/agents/${id}/products`, {
      body: { externalId: "bell", name: "Brass bell", price: 1_900, currency: "EUR", stock: "in_stock" },
    });
    await call("PATCH", `/v1/agents/${id}/catalogue`, { body: { priceLimitDays: 30 } });
    await call("POST", `/v1/agents/${id}/synonyms`, { body: { words: ["velo"], meanings: ["bicycle"] } });
    await call("PATCH", `/v1/agents/${id}/draft`, { body: { role: "Waits" } });
    const copy = (await call("POST", `/v1/agents/${id}/duplicate`, { body: {} })).as(agentDetails);
    expect(copy).toMatchObject({ name: "Original (copy)", hasDraft: true, settings: { tone: "formal" } });
    await until(async () => (await ask(copy.id, "Do you deliver?")).answer === "Yes, by bicycle.");
    await until(async () => (await ask(copy.id)).answered === true);
    const sources = (await call("GET", `/v1/agents/${copy.id}/sources`)).as(z.object({ data: z.array(source) })).data;
    expect(sources.map(({ url }) => url)).toEqual([expect.stringContaining(site.url)]);
    await until(async () => {
      const [bell] = (await call("GET", `/v1/agents/${copy.id}/products`)).as(listOf(product)).data;
      return bell?.externalId === "bell" && bell.price === 1_900 && bell.origin === "api";
    });
    expect((await call("GET", `/v1/agents/${copy.id}/catalogue`)).as(catalogue).priceLimitDays).toBe(30);
    const known = (await call("GET", `/v1/agents/${copy.id}/synonyms`)).as(listOf(synonym)).data;
    expect(known).toMatchObject([{ words: ["velo"], meanings: ["bicycle"], direction: "both" }]);
    await call("PATCH", `/v1/agents/${copy.id}`, { body: { tone: "playful" } });
    expect((await call("GET", `/v1/agents/${id}`)).as(agentDetails).settings.tone).toBe("formal");
  });
});

describeDatabase("an archived agent", () => {
  test("answers a visitor who talks just now kindly, and comes back whole", async () => {
    const id = await make("Archive me");
    await call("POST", `/v1/agents/${id}/documents`, { body: hours });
    expect(await ask(id)).toMatchObject({ answered: true });
    const archived = await call("POST", `/v1/agents/${id}/archive`);
    expect(archived.as(agentDetails).status).toBe("archived");
    expect(await ask(id)).toMatchObject({
      answered: false,
      citations: [],
      answer: expect.stringContaining("not available"),
    });
    const again = await call("POST", `/v1/agents/${id}/archive`);
    expect(again.as(agentDetails).revision).toBe(archived.as(agentDetails).revision);
    await call("POST", `/v1/agents/${id}/unarchive`);
    expect(await ask(id)).toMatchObject({ answered: true });
  });
});

describeDatabase("a removed agent", () => {
  test("is gone at once, and then everything of it, even while its site is being read", async () => {
    const id = await make("Remove me");
    await call("POST", `/v1/agents/${id}/documents`, { body: hours });
    await call("POST", `/v1/agents/${id}/verified-answers`, { body: { question: "Do you deliver?", answer: "Yes." } });
    await call("POST", `/v1/agents/${id}/synonyms`, { body: { words: ["velo"], meanings: ["bicycle"] } });
    await call("POST", `/v1/agents/${id}/products`, { body: { externalId: "bell", name: "Brass bell" } });
    await ask(id);
    await call("POST", `/v1/agents/${id}/sources`, { body: { type: "website", url: site.url } });
    expect((await call("DELETE", `/v1/agents/${id}`)).status).toBe(204);
    for (const path of ["", "/draft", "/versions", "/models", "/configuration"])
      expect((await call("GET", `/v1/agents/${id}${path}`)).status, path).toBe(404);
    expect((await call("DELETE", `/v1/agents/${id}`)).status).toBe(404);
    await until(async () => Object.keys(await leftOf(id)).length === 0).catch(async (error: unknown) => {
      throw new Error(JSON.stringify(await leftOf(id)), { cause: error });
    });
    const [rows = []] = await world.house.db.batch(SYSTEM, [
      { text: "select action from audit_entries where target_id = $1 and action = 'agent.removed'", values: [id] },
    ]);
    expect(rows).toHaveLength(1);
  });

  test("makes room for another of the same site", async () => {
    const open = async () => (await call("POST", "/v1/agents", { body: { siteUrl: site.url } })).as(agentDetails).id;
    const first = await open();
    expect(await open()).toBe(first);
    await call("DELETE", `/v1/agents/${first}`);
    expect(await open()).not.toBe(first);
  });

  test("is not removed by who saw another state of it, or who may not", async () => {
    const id = await make("Stay");
    await call("PATCH", `/v1/agents/${id}`, { body: { role: "changed" } });
    expect((await call("DELETE", `/v1/agents/${id}`, { ifMatch: 1 })).status).toBe(412);
    const key = await keyWith(world, ["agents:read", "ask"]);
    expect((await call("DELETE", `/v1/agents/${id}`, { key })).status).toBe(403);
    expect((await call("GET", `/v1/agents/${id}`)).status).toBe(200);
  });
});

describeDatabase("many agents at once", () => {
  test("each wholly or not at all, with a word for each", async () => {
    const [one, other] = [await make("Bulk one"), await make("Bulk other")];
    const bulk = async (body: object) => (await call("POST", "/v1/agents/bulk", { body })).as(agentBulkResults).results;
    const unknown = one.replace(/.{6}$/u, "zzzzzz");
    const set = await bulk({
      ids: [one, unknown, other, one],
      action: "set",
      settings: { tone: "formal" },
      note: "All formal",
    });
    expect(set.map(({ status, code }) => [status, code])).toEqual([
      ["done", null],
      ["failed", "not_found"],
      ["done", null],
    ]);
    expect((await call("GET", `/v1/agents/${other}`)).as(agentDetails).settings.tone).toBe("formal");
    expect((await bulk({ ids: [one], action: "publish" }))[0]).toMatchObject({ status: "failed", code: "conflict" });
    const [copied] = await bulk({ ids: [one], action: "duplicate" });
    expect(copied?.copyId).toMatch(/^agt_/u);
    expect((await bulk({ ids: [one, other], action: "archive" })).every(({ status }) => status === "done")).toBe(true);
    expect((await bulk({ ids: [one, other, copied?.copyId], action: "delete" })).map(({ status }) => status)).toEqual([
      "done",
      "done",
      "done",
    ]);
    expect((await call("GET", `/v1/agents/${one}`)).status).toBe(404);
    for (const body of [
      { ids: [], action: "archive" },
      { ids: [one], action: "set" },
      { ids: [one], action: "archive", settings: {} },
      { ids: Array.from({ length: 101 }, () => one), action: "archive" },
      { ids: [one], action: "explode" },
    ])
      expect((await call("POST", "/v1/agents/bulk", { body })).status, JSON.stringify(body).slice(0, 60)).toBe(400);
  });
});
