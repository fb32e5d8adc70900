/** Who may not: no key, a wrong one, an old one, one that lacks the scope, and the keys of other organizations. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { newId } from "@parley/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "./house.testing.ts";
import { type Scope, SYSTEM } from "./platform/index.ts";
import { allKeyScopes } from "./tenants/index.ts";
import { describeDatabase, makeOrganization } from "./testing/index.ts";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

interface Route {
  method: Method;
  path: string;
}

let world: TestHouse;
let routes: Route[];
let foreign: Scope;
let ownKey: string;
let foreignKey: string;

beforeAll(async () => {
  world = await openTestHouse();
  foreign = await makeOrganization(world.house.db, "Others");
  ownKey = (
    await world.house.tenants.keys.create(world.house.tenants.adminScope, {
      name: "own",
      scopes: allKeyScopes,
      expiresAt: null,
    })
  ).key;
  foreignKey = (
    await world.house.tenants.keys.create(foreign, { name: "foreign", scopes: allKeyScopes, expiresAt: null })
  ).key;
  routes = await readRoutes();
});
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

/** Every documented route and those that are not, with `{id}` in them. */
async function readRoutes(): Promise<Route[]> {
  const { paths }: { paths: Record<string, Record<string, unknown>> } = (
    await world.app.inject("/openapi.json")
  ).json();
  const documented = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method: readMethod(method), path })),
  );
  const hidden: Route[] = [
    { method: "POST", path: "/v1/admin/sites" },
    { method: "POST", path: "/v1/admin/backup" },
  ];
  return [...documented, ...hidden].filter(({ path }) => path.startsWith("/v1/"));
}

function readMethod(name: string): Method {
  const method = (["GET", "POST", "PUT", "PATCH", "DELETE"] as const).find((known) => known.toLowerCase() === name);
  if (!method) throw new Error(`unexpected method ${name}`);
  return method;
}

/** A body that the route takes, so that what answers is the look-up and not the schema. */
function bodyFor({ method, path }: Route): unknown {
  if (method === "GET" || method === "DELETE") return undefined;
  if (path === "/v1/keys") return { name: "x" };
  if (path === "/v1/widget/sessions") return { agentId: newId("agent") };
  if (path === "/v1/admin/sites") return { url: "https://site.example" };
  if (path.endsWith("/sources")) return { type: "website", url: "https://site.example" };
  if (path.endsWith("/documents")) return { externalId: "x", text: "Words." };
  if (path.endsWith("/search")) return { query: "words" };
  if (path.endsWith("/ask")) return { question: "What?" };
  if (path.endsWith("/rating")) return { rating: "up" };
  if (path.startsWith("/v1/agents")) return { name: "Mine" };
  return undefined;
}

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

  test("do what their scopes say and nothing else; the server's own routes are for its token alone", async () => {
    const { key } = await makeKey({ scopes: ["ask"] });
    for (const [method, path] of [
      ["GET", "/v1/agents"],
      ["POST", "/v1/agents"],
      ["GET", "/v1/conversations"],
    ] as const) {
      const answer = await call(method, path, { key });
      expect([answer.statusCode, answer.json().code]).toEqual([403, "forbidden"]);
    }
    for (const { method, path } of routes.filter((route) => /^\/v1\/(keys|admin)/.test(route.path))) {
      const answer = await call(method, path.replace("{id}", newId("key")), { key: ownKey, body: { name: "x" } });
      expect([answer.statusCode, answer.json().code], path).toEqual([403, "forbidden"]);
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

describeDatabase("every route", () => {
  test("asks for a key, but the two that are for visitors", async () => {
    expect(routes.length).toBeGreaterThan(20);
    for (const route of routes) {
      const path = route.path.replace(/\{\w+\}/g, "x");
      const answer = await call(route.method, path, { body: bodyFor(route) });
      if (route.path === "/v1/widget/sessions") expect(answer.statusCode).toBe(404);
      else expect([answer.statusCode, answer.json().code], `${route.method} ${path}`).toEqual([401, "unauthorized"]);
    }
  });

  test("answers the ids of others as it answers ids that nobody has, and malformed ones: 404", async () => {
    const theirs = await makeForeignThings();
    const unknown = {
      agent: newId("agent"),
      source: newId("source"),
      document: newId("document"),
      conversation: newId("conversation"),
      message: newId("message"),
      key: newId("key"),
    };
    const shapes = [
      "x",
      "%00",
      "..%2f..%2fetc",
      "agt_",
      "'; drop table agents; --",
      "%ff",
      "%f0%9f%98%80",
      "a".repeat(200),
    ].map(encodeBadly);
    for (const route of routes.filter(({ path }) => path.includes("{"))) {
      const key = route.path.startsWith("/v1/keys") ? world.house.tenants.adminToken : ownKey;
      const ask = async (ids: typeof unknown) => {
        const answer = await call(route.method, fillIn(route.path, ids), { key, body: bodyFor(route) });
        const { requestId, ...body } = answer.json();
        return { status: answer.statusCode, body };
      };
      const other = await ask(theirs);
      expect(other.status, `${route.method} ${route.path}`).toBe(404);
      expect(other.body.code).toBe("not_found");
      expect(other, `${route.method} ${route.path}`).toEqual(await ask(unknown));
      for (const shape of shapes) {
        const answer = await call(route.method, route.path.replace(/\{\w+\}/g, shape), { key, body: bodyFor(route) });
        expect([404, 400], `${route.method} ${route.path} ${shape}`).toContain(answer.statusCode);
        if (answer.statusCode === 400) expect(shape, route.path).toBe("%ff");
      }
    }
    const [agent] = (await call("GET", "/v1/agents", { key: foreignKey })).json().data;
    expect(agent).toMatchObject({ id: theirs.agent, name: "Theirs" });
  });

  test("shows nothing of others in lists and answers, whatever is asked for", async () => {
    const theirs = await makeForeignThings();
    for (const path of [
      "/v1/agents",
      "/v1/conversations",
      `/v1/conversations?agentId=${theirs.agent}`,
      `/v1/agents?cursor=${theirs.agent}z`,
    ]) {
      const answer = await call("GET", path, { key: ownKey });
      expect(answer.statusCode, path).toBe(200);
      for (const id of Object.values(theirs)) expect(answer.body).not.toContain(id);
    }
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

async function makeForeignThings() {
  const agent: string = (await call("POST", "/v1/agents", { key: foreignKey, body: { name: "Theirs" } })).json().id;
  const body = { externalId: "one", text: "# Opening\n\nThe shop opens at nine in the morning on every day." };
  const stored = (await call("POST", `/v1/agents/${agent}/documents`, { key: foreignKey, body })).json();
  const source = (
    await call("POST", `/v1/agents/${agent}/sources`, {
      key: foreignKey,
      body: { type: "website", url: "http://127.0.0.1:1/" },
    })
  ).json();
  const asked = (
    await call("POST", `/v1/agents/${agent}/ask`, { key: foreignKey, body: { question: "When does the shop open?" } })
  ).json();
  const key = await world.house.tenants.keys.create(foreign, { name: "k", scopes: ["ask"], expiresAt: null });
  const things = {
    agent,
    source: source.id,
    document: stored.id,
    conversation: asked.conversationId,
    message: asked.messageId,
    key: key.record.id,
  };
  for (const [kind, id] of Object.entries(things)) expect(id, kind).toMatch(/^[a-z]{3}_/);
  return things;
}

function fillIn(
  path: string,
  ids: Record<"agent" | "source" | "document" | "conversation" | "message" | "key", string>,
): string {
  const kinds = { agents: ids.agent, sources: ids.source, conversations: ids.conversation, keys: ids.key };
  return path
    .replace(
      /\/(agents|sources|conversations|keys)\/\{id\}/,
      (_, kind: keyof typeof kinds) => `/${kind}/${kinds[kind]}`,
    )
    .replace("{documentId}", ids.document)
    .replace("{messageId}", ids.message);
}

/** Escapes only what a client must. */
function encodeBadly(text: string): string {
  return text.replace(/[ ;']/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}
