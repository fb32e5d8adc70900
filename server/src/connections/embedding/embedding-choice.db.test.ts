/** Search by meaning with a vendor of the organization's own: tested, made in the background, and given up again. */
import { agentDetails, connection, embeddingState, organizationEmbeddings, searchResults } from "@parley/contracts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { type Call, callerOf, keyWith } from "../../caller.testing.ts";
import { openTestHouse, type TestHouse } from "../../house.testing.ts";
import { SYSTEM } from "../../platform/index.ts";
import { describeDatabase, makeOrganization, until } from "../../testing/index.ts";
import { serveTestVendor, type TestVendor } from "../vendor.testing.ts";

let world: TestHouse;
let call: Call;
let vendor: TestVendor;
let agentId: string;
let connectionId: string;

beforeAll(async () => {
  vendor = await serveTestVendor();
  world = await openTestHouse({
    env: { PARLEY_ALLOW_PRIVATE_ADDRESSES: new URL(vendor.url).host, PARLEY_EMBEDDINGS: "script/words" },
  });
  call = callerOf(world);
  agentId = (await call("POST", "/v1/agents", { body: { name: "Shop" } })).as(agentDetails).id;
  for (const at of [1, 2, 3, 4])
    await call("POST", `/v1/agents/${agentId}/documents`, {
      body: {
        externalId: `${at}`,
        title: `Page ${at}`,
        text: `The ${["boat", "train", "bread", "lamp"][at - 1]} of page ${at}.`,
      },
    });
});
afterAll(async () => {
  await world.close();
  await vendor.close();
});
beforeEach(async () => {
  vendor.fault = null;
  await call("DELETE", "/v1/embeddings");
  connectionId = await connect();
});

const connect = async (more: object = {}) =>
  (
    await call("POST", "/v1/connections", {
      body: { vendor: "compatible", name: "Own server", baseUrl: vendor.url, key: vendor.key, ...more },
    })
  ).as(connection).id;
const get = async () => (await call("GET", "/v1/embeddings")).as(organizationEmbeddings);
const state = async () => (await call("GET", `/v1/agents/${agentId}/embeddings`)).as(embeddingState);
const choose = (body: object, ifMatch?: number) =>
  call("PUT", "/v1/embeddings", { body, ...(ifMatch === undefined ? {} : { ifMatch }) });
const serves = (model: string) =>
  until(async () => {
    const now = await state();
    return now.serving === model && now.embedded === now.passages;
  });
/** What is written while the job of what was before ends waits for the next look: here it is written again instead. */
async function writeUntil(externalId: string, holds: () => Promise<boolean>): Promise<void> {
  let times = 0;
  await until(async () => {
    const text = `The table of page ${externalId}, written ${(times += 1)} times.`;
    await call("POST", `/v1/agents/${agentId}/documents`, { body: { externalId, text } });
    return holds();
  });
}
const kept = async () => {
  const [rows = []] = await world.house.db.batch(SYSTEM, [
    { text: "select model from knowledge_vector_sets", values: [] },
  ]);
  return rows.map((row) => String(row["model"]));
};
const OWN = "compatible/text-embedding-3";

describeDatabase("an embedding model of one's own", () => {
  test("takes the server's place once its vectors are there, and gives it back", async () => {
    await serves("script/words");
    const chosen = await choose({ connectionId, model: "text-embedding-3" });
    expect(chosen.as(organizationEmbeddings)).toMatchObject({
      server: "script/words",
      choice: { connectionId, connectionName: "Own server", vendor: "compatible", model: "text-embedding-3" },
      revision: 1,
    });
    await serves(OWN);
    expect(await get()).toMatchObject({ passages: 4, embedded: 4, problem: null });
    const before = vendor.embedded;
    const found = await call("POST", `/v1/agents/${agentId}/search`, { body: { query: "a boat", explain: true } });
    expect(found.as(searchResults).results[0]?.explain?.nearness).toBeGreaterThan(0);
    expect(vendor.embedded).toBeGreaterThan(before);
    await writeUntil("5", async () => (await get()).embedded === 5);
    expect((await call("DELETE", "/v1/embeddings", { ifMatch: 1 })).as(organizationEmbeddings).choice).toBeNull();
    await serves("script/words");
    await until(async () => (await kept()).every((model) => model === "script/words"));
  });

  test("leaves nothing of a model that was given up before its vectors were there", async () => {
    await serves("script/words");
    await choose({ connectionId, model: "text-embedding-3" });
    await call("DELETE", "/v1/embeddings");
    await until(async () => (await kept()).join() === "script/words");
    await serves("script/words");
    expect(await get()).toMatchObject({ choice: null, embedded: (await get()).passages });
  });

  test("is counted, and told in the audit log without a key", async () => {
    await choose({ connectionId, model: "text-embedding-3" });
    await serves(OWN);
    await world.house.usage.write();
    const [rows = []] = await world.house.db.batch(SYSTEM, [
      { text: "select sum(amount)::int as amount from usage_counters where kind = 'embedding-tokens'", values: [] },
    ]);
    expect(Number(rows[0]?.["amount"])).toBeGreaterThanOrEqual(40);
    const audit = JSON.stringify((await call("GET", "/v1/audit-entries")).body);
    expect(audit).toContain("embeddings.chosen");
    expect(audit).not.toContain(vendor.key);
  });

  test("falls back when its connection is removed", async () => {
    await choose({ connectionId, model: "text-embedding-3" });
    await serves(OWN);
    expect((await call("DELETE", `/v1/connections/${connectionId}`)).status).toBe(204);
    expect(await get()).toMatchObject({ choice: null, revision: 0 });
    await serves("script/words");
  });

  test("that fails says so, and the search goes on", async () => {
    await choose({ connectionId, model: "text-embedding-3" });
    await serves(OWN);
    vendor.fault = { status: 401, body: { error: { message: "no", code: "invalid_api_key" } } };
    await writeUntil("6", async () => (await get()).problem !== null);
    const found = await call("POST", `/v1/agents/${agentId}/search`, { body: { query: "table" } });
    expect(found.as(searchResults).results.length).toBeGreaterThan(0);
  });

  test("is offered by its vendor", async () => {
    const models = async (query: string) => (await call("GET", `/v1/connections/${connectionId}/models${query}`)).body;
    expect(await models("?for=vectors")).toMatchObject({ data: [{ id: "text-embedding-3" }] });
    expect(await models("")).toMatchObject({ data: [{ id: "large-chat" }, { id: "small-chat" }] });
  });

  test("is tested on entry, and is not another organization's", async () => {
    const refused = await choose({ connectionId, model: "small-chat" });
    expect(refused.problem).toMatchObject({ code: "vendor_refused", field: "model" });
    const groq = await connect({ vendor: "groq", baseUrl: vendor.url, model: "small-chat" });
    expect((await choose({ connectionId: groq, model: "x" })).problem).toMatchObject({ field: "connectionId" });
    const other = await makeOrganization(world.house.db, "Other");
    const key = await keyWith(world, ["connections:read", "connections:write"], other);
    const body = { connectionId, model: "text-embedding-3" };
    expect((await call("PUT", "/v1/embeddings", { key, body })).status).toBe(404);
    await choose(body);
    expect((await choose(body, 7)).problem.code).toBe("stale");
    expect((await call("GET", "/v1/embeddings", { key })).as(z.object({ choice: z.null() }))).toEqual({ choice: null });
    expect(
      (await call("PUT", "/v1/embeddings", { key: await keyWith(world, ["connections:read"]), body })).status,
    ).toBe(403);
  });
});
