/** The present house over a filled database of the version before: everything is there, reachable, and nobody else's. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import {
  agentDraft,
  agentVersion,
  apiKey,
  crawledPage,
  document,
  home as homeOf,
  listOf,
  message,
  searchResults,
  source,
} from "@parley/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type Call, type Called, callerOf } from "./caller.testing.ts";
import { openTestHouse, type TestHouse } from "./house.testing.ts";
import { fill, nobodys, readRoutes } from "./isolation.testing.ts";
import { makeOlderDatabase, type OlderDatabase } from "./older-database.testing.ts";
import { SYSTEM } from "./platform/index.ts";
import { describeDatabase, testEngine, until } from "./testing/index.ts";

let older: OlderDatabase;
let world: TestHouse;
let call: Call;
const open = async () => {
  world = await openTestHouse({ at: older });
  call = callerOf(world);
};

beforeAll(async () => {
  older = await makeOlderDatabase();
  await open();
}, 120_000);
afterAll(async () => {
  await world.close();
  await older.remove();
});

const as = (key: string) => (path: string) => call("GET", path, { key });
const withIds = z.object({ data: z.array(z.object({ id: z.string() })) });
const idsOf = (answer: Called) =>
  answer
    .as(withIds)
    .data.map(({ id }) => id)
    .toSorted();

/** What every table holds, without who holds what just now and what is only looked at. */
async function rowsOf(): Promise<Record<string, string>> {
  const { db } = world.house;
  const named = "select tablename as name from pg_tables where schemaname = 'public' order by 1";
  const [tables = []] = await db.batch(SYSTEM, [{ text: named, values: [] }]);
  const names = tables.map((table) => String(table["name"]));
  const without = "'{lease_owner,lease_until,last_used_at,transaction}'";
  const all = await db.batch(
    SYSTEM,
    names.map((name) => ({
      text: `select coalesce(jsonb_agg(row order by row), '[]')::text as rows from (select to_jsonb(t) - ${without}::text[] as row from "${name}" t) r`,
      values: [],
    })),
  );
  return Object.fromEntries(names.map((name, at) => [name, String(all[at]?.[0]?.["rows"])]));
}

describeDatabase("an upgrade of a filled database", () => {
  test("loses no row of any table", async () => {
    const { counts } = older;
    const tables = Object.keys(counts).filter((table) => table !== "turns");
    const found = await world.house.db.batch(
      SYSTEM,
      tables.map((table) => ({ text: `select count(*)::int as count from "${table}"`, values: [] })),
    );
    const less = tables.filter((table, at) => Number(found[at]?.[0]?.["count"]) < (counts[table] ?? 0));
    expect(less).toEqual([]);
    if (testEngine === "embedded") expect(await readdir(join(older.directory, "snapshots"))).toHaveLength(1);
  });

  test("answers whatever is asked about it", async () => {
    const { agent, conversation, paused, owed } = older.known;
    const [document = ""] = idsOf(await call("GET", `/v1/agents/${agent}/documents`));
    const there = { agents: agent, conversations: conversation, sources: paused, documents: document, messages: owed };
    // Of what that version did not have yet there is none.
    const absent = nobodys();
    const things = { ...absent, ...there, "versions/number": "1" };
    const isThere = (url: string) =>
      Object.values(there).some((id) => url.includes(id)) && !Object.values(absent).some((id) => url.includes(id));
    const asked = (await readRoutes(world)).filter(
      ({ method, permission }) => method === "GET" && permission !== "none",
    );
    const failed: string[] = [];
    for (const route of asked) {
      const url = fill(route, things);
      const { status } = await call("GET", url);
      if (status >= 500 || (status >= 400 && isThere(url))) failed.push(`${url} ${status}`);
    }
    expect(asked.length).toBeGreaterThan(40);
    expect(failed).toEqual([]);
  });

  test("takes what documents say as their first version, and finds answers by what they cited", async () => {
    const { agent } = older.known;
    const [id = ""] = idsOf(await call("GET", `/v1/agents/${agent}/documents`));
    expect((await call("GET", `/v1/documents/${id}/versions`)).body).toMatchObject({
      data: [{ number: 1, why: "first", isPresent: true }],
    });
    const counted = `select count(*)::int as cited,
      (select count(*)::int from messages m where m.parts @? '$[*] ? (@.type == "citation")') as citing from
      (select distinct conversation_id, seq from message_citations) c`;
    const [[row] = []] = await world.house.db.batch(SYSTEM, [{ text: counted, values: [] }]);
    expect(Number(row?.["cited"])).toBeGreaterThan(0);
    expect(row?.["cited"]).toBe(row?.["citing"]);
  });

  test("keeps agents as visitors know them, published as their first version", async () => {
    const { key, agent, plain } = older.known;
    const get = as(key);
    expect(idsOf(await get("/v1/agents"))).toEqual([agent, plain].toSorted());
    const settings = { name: "Lantern", greeting: "Good morning!", suggestions: ["When do you open?"] };
    expect((await get(`/v1/agents/${agent}`)).body).toMatchObject({
      ...settings,
      siteUrl: "https://bakery.example/",
      status: "active",
      state: "ready",
      version: 1,
    });
    expect((await get(`/v1/agents/${agent}/draft`)).body).toMatchObject({ settings, changed: false });
    expect((await get(`/v1/agents/${agent}/versions`)).body).toMatchObject({ data: [{ number: 1 }] });
    expect((await get(`/v1/agents/${agent}/versions/1`)).body).toMatchObject({ settings });
    expect((await call("POST", "/v1/widget/sessions", { body: { agentId: agent } })).body).toMatchObject({
      agent: settings,
    });
  });

  test("keeps what agents know, and finds it", async () => {
    const { key, agent, paused } = older.known;
    const get = as(key);
    const sources = (await get(`/v1/agents/${agent}/sources`)).as(z.object({ data: z.array(source) })).data;
    expect(sources.map(({ status }) => status).toSorted()).toEqual(["done", "paused"]);
    const read = sources.find(({ id }) => id !== paused);
    expect(read).toMatchObject({ url: "https://bakery.example/", progress: { found: 3, indexed: 3 }, revision: 1 });
    expect((await get(`/v1/sources/${read?.id}/pages`)).as(listOf(crawledPage)).data).toHaveLength(3);
    const documents = (await get(`/v1/agents/${agent}/documents`)).as(listOf(document)).data;
    expect(documents).toHaveLength(4);
    const start = documents.find(({ url }) => url === "https://bakery.example/");
    const content = (await get(`/v1/agents/${agent}/documents/${start?.id}/content`)).body;
    expect(JSON.stringify(content)).toContain("rest for twenty hours");
    expect((await get(`/v1/agents/${agent}/documents?q=deliv`)).as(listOf(document)).data).toHaveLength(1);
    const found = await call("POST", `/v1/agents/${agent}/search`, { key, body: { query: "milk in the rye loaf" } });
    expect(found.as(searchResults).results[0]).toMatchObject({ externalId: "allergens" });
    const question = "When does the bakery open in the morning?";
    const asked = await call("POST", `/v1/agents/${agent}/ask`, { key, body: { question } });
    expect(asked.body).toMatchObject({ answered: true, answer: expect.stringContaining("six in the morning") });
  });

  test("keeps conversations, tells of old ones what it tells of new ones, and finds words said before", async () => {
    const { key, agent, conversation, web, visitor } = older.known;
    const get = as(key);
    const found = async (query: string) => idsOf(await get(`/v1/conversations?${query}`));
    expect(await found(`agentId=${agent}`)).toEqual(expect.arrayContaining([conversation, web]));
    await until(async () => (await found("q=spaceships")).length === 1);
    expect(await found("q=spaceships")).toEqual([conversation]);
    expect(await found("q=bicycle")).toEqual([web]);
    expect(await found("outcome=unanswered")).toEqual([conversation]);
    expect(await found("rating=up")).toEqual([web]);
    expect(await found(`visitorId=${visitor}`)).toEqual([web]);
    expect((await get(`/v1/conversations/${conversation}`)).body).toMatchObject({
      title: "When does the bakery open in the morning?",
      language: "en",
      channel: "api",
    });
    const messages = (await get(`/v1/conversations/${conversation}/messages`)).as(listOf(message)).data;
    expect(messages.map(({ role }) => role)).toEqual(["visitor", "agent", "visitor", "agent"]);
    expect(JSON.stringify(messages)).toContain("https://bakery.example/opening-hours");
  });

  test("gives the answer that was owed", async () => {
    const { key, web, owed } = older.known;
    const last = async () => (await as(key)(`/v1/conversations/${web}/messages`)).as(listOf(message)).data.at(-1);
    await until(async () => (await last())?.replyTo === owed);
    expect(await last()).toMatchObject({ role: "agent", text: expect.stringContaining("two in the afternoon") });
  });

  test("counts what was said and used before", async () => {
    const home = async () => (await call("GET", "/v1/home")).as(homeOf);
    await until(async () => ((await home()).numbers?.conversations.now ?? 0) >= 2);
    const { numbers, attention, agents } = await home();
    expect(numbers).toMatchObject({ ratedUp: { now: 1 }, unanswered: { now: 1 } });
    expect(numbers?.answered.now).toBeGreaterThanOrEqual(2);
    expect(JSON.stringify(attention)).toContain("Do you repair spaceships?");
    expect(JSON.stringify(agents)).toContain(older.known.agent);
    expect((await call("GET", "/v1/usage")).body).toMatchObject({
      agents: [{ id: older.known.agent, name: "Lantern", tokensToday: 1234 }],
    });
  });

  test("keeps keys, those that were revoked too", async () => {
    const { data } = (await call("GET", "/v1/keys")).as(listOf(apiKey));
    expect(data.map(({ name }) => name).toSorted()).toEqual(["Old key", "Shop system"]);
    const revoked = await call("GET", "/v1/agents", { key: older.known.revokedKey });
    expect([revoked.status, revoked.problem.code]).toEqual([401, "key_revoked"]);
  });

  test("keeps organizations apart", async () => {
    const { key, agent, conversation, other } = older.known;
    const theirs = as(other.key);
    expect(idsOf(await theirs("/v1/agents"))).toEqual([other.agent]);
    expect(idsOf(await theirs("/v1/conversations"))).toEqual([other.conversation]);
    expect((await theirs(`/v1/agents/${other.agent}/versions`)).as(listOf(agentVersion)).data).toHaveLength(1);
    await until(async () => idsOf(await theirs("/v1/conversations?q=island")).length === 1);
    expect(idsOf(await theirs("/v1/conversations?q=bakery"))).toEqual([]);
    expect(idsOf(await as(key)("/v1/conversations?q=island"))).toEqual([]);
    for (const path of [`/v1/agents/${agent}`, `/v1/agents/${agent}/documents`, `/v1/conversations/${conversation}`])
      expect((await theirs(path)).status).toBe(404);
    for (const path of [`/v1/agents/${other.agent}`, `/v1/conversations/${other.conversation}`])
      expect((await as(key)(path)).status).toBe(404);
  });

  test("is done once: another start changes nothing", async () => {
    await until(async () => (await count("select count(*) from turns")) === 0);
    await until(async () => (await count(undigested)) === 0);
    await world.close();
    await open();
    const before = await rowsOf();
    await world.close();
    await open();
    await until(async () => (await count(undigested)) === 0);
    expect(await rowsOf()).toEqual(before);
  });

  test("is worked on like any other", async () => {
    const { key, agent } = older.known;
    const draft = await call("PATCH", `/v1/agents/${agent}/draft`, { key, body: { greeting: "Hello!" }, ifMatch: 1 });
    expect([draft.status, draft.as(agentDraft).changed]).toEqual([200, true]);
    const published = await call("POST", `/v1/agents/${agent}/publish`, { key, body: {} });
    expect(published.body).toMatchObject({ greeting: "Hello!", version: 2 });
    const text = "The bakery sells coffee beans by the pound.";
    const body = { externalId: "coffee", title: "Coffee", text };
    expect((await call("POST", `/v1/agents/${agent}/documents`, { key, body })).status).toBe(200);
    const found = await call("POST", `/v1/agents/${agent}/search`, { key, body: { query: "coffee beans" } });
    expect(found.as(searchResults).results[0]).toMatchObject({ externalId: "coffee" });
    expect((await call("DELETE", `/v1/agents/${agent}`, { key })).status).toBe(204);
    await until(async () => (await count("select count(*) from agents")) === 2);
    expect(idsOf(await as(older.known.other.key)("/v1/agents"))).toEqual([older.known.other.agent]);
  });
});

const undigested = `select count(*) from conversations c where last_seq >
  coalesce((select seq from conversation_digests d where d.organization = c.organization and d.conversation_id = c.id), 0)`;

async function count(text: string): Promise<number> {
  const [[row] = []] = await world.house.db.batch(SYSTEM, [{ text, values: [] }]);
  return Number(row?.["count"]);
}
