/** Who may not: no key, a wrong one, an old one, one that lacks the scope. What others may not: isolation.db.test.ts. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { newId } from "@parley/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "./house.testing.ts";
import { SYSTEM } from "./platform/index.ts";
import { allKeyScopes } from "./tenants/index.ts";
import { describeDatabase } from "./testing/index.ts";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

let world: TestHouse;
let ownKey: string;

beforeAll(async () => {
  world = await openTestHouse();
  ownKey = (
    await world.house.tenants.keys.create(world.house.tenants.adminScope, {
      name: "own",
      scopes: allKeyScopes,
      expiresAt: null,
    })
  ).key;
}, 180_000);
afterAll(() => world.close());

const call = (method: Method, url: string, over: { key?: string; body?: unknown; authorization?: string } = {}) => {
  const authorization = over.authorization ?? (over.key === undefined ? undefined : `Bearer ${over.key}`);
  return world.app.inject({
    method,
    url,
    headers: {
      ...(authorization === undefined ? {} : { authorization }),
      ...(over.body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(over.body === undefined ? {} : { payload: JSON.stringify(over.body) }),
  });
};

const makeKey = (input: { scopes?: readonly ("ask" | "agents:read")[]; expiresAt?: Date | null }) =>
  world.house.tenants.keys.create(world.house.tenants.adminScope, {
    name: "test",
    scopes: input.scopes ?? allKeyScopes,
    expiresAt: input.expiresAt ?? null,
  });

describeDatabase("keys", () => {
  test("that are none, garbage, of another kind or unknown are refused with 401 and a stable code", async () => {
    const headers = [
      undefined,
      "",
      "Bearer",
      "Bearer ",
      "Basic dXNlcjpwYXNz",
      ownKey,
      `Token ${ownKey}`,
      "Bearer garbage",
      `Bearer ${ownKey}x`,
    ];
    headers.push(
      `Bearer parley_${"a".repeat(43)}`,
      `Bearer ${"x".repeat(5_000)}`,
      `Bearer ${ownKey} ${ownKey}`,
      "Bearer \u0000",
      `Bearer ${ownKey.toUpperCase()}`,
    );
    for (const authorization of headers) {
      const answer = await call("GET", "/v1/agents", authorization === undefined ? {} : { authorization });
      expect([answer.statusCode, answer.json().code], String(authorization)).toEqual([401, "unauthorized"]);
      expect(answer.headers["www-authenticate"]).toBe("Bearer");
    }
    for (const authorization of [`Bearer ${ownKey}`, `bearer ${ownKey}`, `Bearer ${world.house.tenants.adminToken}`]) {
      expect((await call("GET", "/v1/agents", { authorization })).statusCode).toBe(200);
    }
  });

  test("are refused once they have expired, and at once when they are revoked", async () => {
    const expired = await makeKey({ expiresAt: new Date(Date.now() - 1) });
    const answer = await call("GET", "/v1/agents", { key: expired.key });
    expect([answer.statusCode, answer.json().code]).toEqual([401, "key_expired"]);
    const { key, record } = await makeKey({});
    expect((await call("GET", "/v1/agents", { key })).statusCode).toBe(200);
    const admin = world.house.tenants.adminToken;
    expect((await call("DELETE", `/v1/keys/${record.id}`, { key: admin })).statusCode).toBe(204);
    const after = await call("GET", "/v1/agents", { key });
    expect([after.statusCode, after.json().code]).toEqual([401, "key_revoked"]);
    expect((await call("DELETE", `/v1/keys/${record.id}`, { key: admin })).statusCode).toBe(204);
  });

  test("do what their scopes say and nothing else", async () => {
    const { key } = await makeKey({ scopes: ["ask"] });
    for (const [method, path] of [
      ["GET", "/v1/agents"],
      ["POST", "/v1/agents"],
      ["GET", "/v1/conversations"],
    ] as const) {
      const answer = await call(method, path, { key });
      expect([answer.statusCode, answer.json().code]).toEqual([403, "forbidden"]);
    }
  });

  test("are made for known scopes only, never the admin's", async () => {
    for (const scopes of [["admin"], ["everything"], ["ask", "__proto__"], ["toString"]]) {
      const answer = await call("POST", "/v1/keys", {
        key: world.house.tenants.adminToken,
        body: { name: "x", scopes },
      });
      expect([answer.statusCode, answer.json().code, answer.json().field]).toEqual([400, "invalid_request", "scopes"]);
    }
  });

  test("are kept nowhere in clear, and shown once", async () => {
    const admin = world.house.tenants.adminToken;
    const made = (await call("POST", "/v1/keys", { key: admin, body: { name: "shown once" } })).json();
    const listed = await call("GET", "/v1/keys?limit=200", { key: admin });
    expect(listed.body).toContain("shown once");
    expect(listed.body).not.toContain(made.key);
    const [rows = []] = await world.house.db.batch(SYSTEM, [{ text: "select * from api_keys", values: [] }]);
    expect(rows.length).toBeGreaterThan(3);
    const stored = JSON.stringify(rows);
    for (const secret of [made.key, made.key.slice("parley_".length), ownKey.slice("parley_".length), admin])
      expect(stored).not.toContain(secret);
  });
});

describeDatabase("visitors", () => {
  test("get no session with an agent that is not there", async () => {
    for (const agentId of [newId("agent")]) {
      const answer = await call("POST", "/v1/widget/sessions", { body: { agentId } });
      expect([answer.statusCode, answer.json().code]).toEqual([404, "not_found"]);
    }
    for (const agentId of ["x", "", null, 7, "agt_\u0000"]) {
      const answer = await call("POST", "/v1/widget/sessions", { body: { agentId } });
      expect([answer.statusCode, answer.json().code]).toEqual([400, "invalid_request"]);
    }
  });

  test("are somebody new with the token of another agent, a forged one, or one of another server", async () => {
    const make = async (name: string): Promise<string> =>
      (await call("POST", "/v1/agents", { key: ownKey, body: { name } })).json().id;
    const [first, second] = [await make("First"), await make("Second")];
    const open = async (agentId: string, token: string | null) =>
      (await call("POST", "/v1/widget/sessions", { body: { agentId, token } })).json();
    const session = await open(first, null);
    expect((await open(first, session.token)).visitorId).toBe(session.visitorId);
    const forged = `${session.token.slice(0, -2)}${session.token.endsWith("A") ? "BB" : "AA"}`;
    for (const [agentId, token] of [
      [second, session.token],
      [first, forged],
      [first, "x"],
      [first, "\u0000"],
      [first, "é".repeat(500)],
      [first, `${session.token}.${session.token}`],
    ]) {
      const renewed = await open(agentId ?? "", token ?? null);
      expect(renewed.visitorId, token ?? "").toMatch(/^vis_/);
      expect(renewed.visitorId).not.toBe(session.visitorId);
    }
  });
});

describeDatabase("what is written down for the command line", () => {
  test("is nothing until the server runs", async () => {
    await expect(readFile(join(world.directory, "run.json"))).rejects.toThrow(/ENOENT/);
  });
});
