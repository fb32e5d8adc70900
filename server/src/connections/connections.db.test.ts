/** An organization's own vendors: tested on entry, kept sealed, used from the next message on, and seen when they fail. */
import { agentDetails, connection, connectionTest } from "@parley/contracts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { type Call, callerOf, keyWith } from "../caller.testing.ts";
import { openTestHouse, type TestHouse } from "../house.testing.ts";
import { SYSTEM } from "../platform/index.ts";
import { describeDatabase, makeOrganization, until } from "../testing/index.ts";
import { serveTestVendor, type TestVendor } from "./vendor.testing.ts";

const connections = z.object({ data: z.array(connection) });
let world: TestHouse;
let call: Call;
let vendor: TestVendor;
beforeAll(async () => {
  vendor = await serveTestVendor();
  world = await openTestHouse({ env: { PARLEY_ALLOW_PRIVATE_ADDRESSES: new URL(vendor.url).host } });
  call = callerOf(world);
});
afterAll(async () => {
  await world.close();
  await vendor.close();
});
beforeEach(() => {
  vendor.key = "sk-test-right-key-1234";
  vendor.fault = null;
  vendor.says = "";
  vendor.seen.length = 0;
});

const input = (more: object = {}) => ({
  vendor: "compatible",
  name: "Own server",
  baseUrl: vendor.url,
  key: vendor.key,
  ...more,
});
const connect = async (more: object = {}) =>
  (await call("POST", "/v1/connections", { body: input(more) })).as(connection);

async function agentWith(models: { connectionId: string; model: string }[]): Promise<string> {
  const { id } = (await call("POST", "/v1/agents", { body: { name: "Shop", models } })).as(agentDetails);
  const text = "The shop opens at nine in the morning.";
  await call("POST", `/v1/agents/${id}/documents`, { body: { externalId: "a", title: "Hours", text } });
  return id;
}

const traceOf = async (id: string) => {
  const { body } = await call("POST", `/v1/agents/${id}/preview`, {
    body: { question: "When does the shop open?", draft: false },
  });
  const part = String(body).split("event: trace\ndata: ")[1];
  return JSON.parse(part ?? "null");
};

describeDatabase("a connection", () => {
  test("is tested on entry, and its key is sealed, hinted at, and never shown again", async () => {
    const made = await connect();
    expect(made).toMatchObject({ vendor: "compatible", state: "working", keyHint: "1234", problem: null, usedBy: [] });
    expect(vendor.seen.length).toBeGreaterThan(0);
    const everywhere = await Promise.all([
      call("GET", "/v1/connections"),
      call("GET", `/v1/connections/${made.id}`),
      call("GET", "/v1/audit-entries"),
    ]);
    for (const { body } of everywhere) expect(JSON.stringify(body)).not.toContain(vendor.key);
    const [rows = []] = await world.house.db.batch(SYSTEM, [{ text: "select * from connections", values: [] }]);
    const [audit = []] = await world.house.db.batch(SYSTEM, [{ text: "select * from audit_entries", values: [] }]);
    expect(JSON.stringify([rows, audit])).not.toContain(vendor.key);
    expect(JSON.stringify(audit)).toContain("connection.created");
  });

  test.each([
    [{ key: "sk-wrong" }, "key", "does not accept this key"],
    [{ model: "huge-chat" }, "model", "no model of that name"],
    [{ baseUrl: "http://127.0.0.1:9/v1" }, "baseUrl", "another service than the web"],
    [{ baseUrl: "http://127.0.0.1:65000/v1" }, "baseUrl", "private network"],
    [{ baseUrl: "http://169.254.169.254/v1" }, "baseUrl", "private network"],
    [{ baseUrl: "http://no-such-host.invalid/v1" }, "baseUrl", "cannot be reached"],
  ])("with a mistake says in words what it is and is not kept: %j", async (more, field, words) => {
    const before = (await call("GET", "/v1/connections")).as(connections).data.length;
    const refused = await call("POST", "/v1/connections", { body: input(more) });
    expect([refused.status, refused.problem.code, refused.problem.field]).toEqual([422, "vendor_refused", field]);
    expect(refused.problem.detail).toContain(words);
    expect((await call("GET", "/v1/connections")).as(connections).data).toHaveLength(before);
  });

  test.each([
    [429, { error: { message: "You exceeded your current quota", code: "insufficient_quota" } }, "no_credit"],
    [429, { error: { message: "slow down" } }, "too_often"],
    [402, { error: { message: "pay" } }, "no_credit"],
    [503, {}, "unreachable"],
    [400, { error: { message: "secret words of the vendor" } }, "refused"],
  ])("that fails with %i is kept all the same when that is wanted, with its problem", async (status, body, problem) => {
    vendor.fault = { status, body };
    const made = await connect({ evenIfFailing: true, model: "small-chat" });
    expect(made).toMatchObject({ state: "failing", problem });
    expect(made.message).not.toContain("secret words");
    vendor.fault = null;
    const test = (await call("POST", `/v1/connections/${made.id}/test`, { body: { model: "large-chat" } })).as(
      connectionTest,
    );
    expect(test).toMatchObject({ working: true, model: "large-chat" });
    expect((await call("GET", `/v1/connections/${made.id}`)).body).toMatchObject({ state: "working", problem: null });
  });

  test("needs what its vendor needs", async () => {
    for (const [body, field] of [
      [{ vendor: "groq", name: "x" }, "key"],
      [{ vendor: "compatible", name: "x", key: "k" }, "baseUrl"],
      [{ vendor: "google", name: "x", key: "k" }, "vendor"],
      [{ vendor: "compatible", name: "x", baseUrl: "ftp://x" }, "baseUrl"],
      [{ vendor: "compatible", name: "x", baseUrl: "https://me:secret@models.example/v1" }, "baseUrl"],
      [{ vendor: "compatible", name: "x", baseUrl: "https://models.example/v1?key=secret" }, "baseUrl"],
      [{ vendor: "compatible", name: "x", baseUrl: "https://models.example/v1#part" }, "baseUrl"],
    ] as const)
      expect((await call("POST", "/v1/connections", { body })).body).toMatchObject({ code: "invalid_request", field });
  });

  test("names the vendor's models, those that answer in text", async () => {
    const { id } = await connect();
    expect((await call("GET", `/v1/connections/${id}/models`)).body).toEqual({
      listed: true,
      data: [{ id: "large-chat" }, { id: "small-chat" }],
    });
  });

  test("keeps its key to its address, and a stale change is refused", async () => {
    const { id } = await connect();
    const moved = await call("PATCH", `/v1/connections/${id}`, { body: { baseUrl: "https://elsewhere.example/v1" } });
    expect(moved.body).toMatchObject({ code: "invalid_request", field: "key" });
    const named = await call("PATCH", `/v1/connections/${id}`, { body: { name: "Renamed" }, ifMatch: 1 });
    expect(named.body).toMatchObject({ name: "Renamed", keyHint: "1234", revision: 2 });
    expect((await call("PATCH", `/v1/connections/${id}`, { body: { name: "Late" }, ifMatch: 1 })).status).toBe(412);
  });

  test("is not another organization's", async () => {
    const { id } = await connect();
    const scope = { ...world.house.tenants.adminScope, ...(await makeOrganization(world.house.db)) };
    const key = await keyWith(world, ["connections:read", "connections:write", "agents:write"], scope);
    for (const [method, path] of [
      ["GET", ""],
      ["PATCH", ""],
      ["DELETE", ""],
      ["POST", "/test"],
      ["GET", "/models"],
    ] as const)
      expect(
        (
          await call(method, `/v1/connections/${id}${path}`, {
            key,
            ...(method === "GET" || method === "DELETE" ? {} : { body: {} }),
          })
        ).status,
        path,
      ).toBe(404);
    const foreign = await call("POST", "/v1/agents", {
      key,
      body: { name: "x", models: [{ connectionId: id, model: "m" }] },
    });
    expect(foreign.body).toMatchObject({ code: "invalid_request", field: "models" });
    const reader = await keyWith(world, ["connections:read"]);
    expect((await call("POST", `/v1/connections/${id}/test`, { key: reader, body: {} })).status).toBe(403);
  });
});

describeDatabase("an agent's chain of models", () => {
  test("answers by the organization's own connection, in order, and else in the site's own words", async () => {
    vendor.says = "The shop opens at nine in the morning [1].";
    const { id: connectionId } = await connect();
    const id = await agentWith([
      { connectionId, model: "huge-chat" },
      { connectionId, model: "large-chat" },
    ]);
    const trace = await traceOf(id);
    expect(trace.models).toMatchObject([
      { id: "compatible/huge-chat", outcome: "failed", connectionId },
      { id: "compatible/large-chat", outcome: "answered", connectionId },
    ]);
    expect((await call("GET", `/v1/agents/${id}/models`)).body).toMatchObject({
      own: true,
      chain: [{ connectionName: "Own server", model: "huge-chat" }, { model: "large-chat" }],
    });
    expect((await call("GET", `/v1/connections/${connectionId}`)).as(connection).usedBy).toEqual([
      { id, name: "Shop" },
    ]);
    expect((await call("DELETE", `/v1/connections/${connectionId}`)).problem.detail).toContain(
      "Shop may answer by this",
    );
    await call("PATCH", `/v1/agents/${id}`, { body: { models: null } });
    expect((await traceOf(id)).models).toEqual([]);
    expect((await call("DELETE", `/v1/connections/${connectionId}`)).status).toBe(204);
  });

  test("goes on in the site's own words when a key stops working, says so, and recovers with a new key at the next message", async () => {
    vendor.says = "The shop opens at nine in the morning [1].";
    const { id: connectionId } = await connect();
    const id = await agentWith([{ connectionId, model: "small-chat" }]);
    expect((await traceOf(id)).models).toMatchObject([{ outcome: "answered" }]);
    vendor.key = "sk-rotated-key-9876";
    const asked = (await call("POST", `/v1/agents/${id}/ask`, { body: { question: "When does the shop open?" } })).body;
    expect(asked).toMatchObject({ answered: true });
    await until(async () => (await call("GET", `/v1/connections/${connectionId}`)).as(connection).state === "failing");
    const seen = (await call("GET", `/v1/connections/${connectionId}`)).body;
    expect(seen).toMatchObject({ problem: "wrong_key" });
    // The breaker rests a model that fails; a new key is a new model.
    for (let turn = 0; turn < 4; turn += 1) await traceOf(id);
    expect((await traceOf(id)).models).toMatchObject([{ outcome: "resting" }]);
    await call("PATCH", `/v1/connections/${connectionId}`, { body: { key: vendor.key } });
    expect((await traceOf(id)).models).toMatchObject([{ outcome: "answered" }]);
    expect((await call("GET", `/v1/connections/${connectionId}`)).body).toMatchObject({
      state: "working",
      keyHint: "9876",
    });
  });
});
