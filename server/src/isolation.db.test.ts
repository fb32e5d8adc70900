/**
 * No organization sees or touches what is another's: asked over every route with another's ids, as every role, with
 * every scope, as nobody; and in the database itself, with the organization left out of the query. What the routes are
 * is read off the running server, so that a new one is asked too.
 */
import { isPermission, keyScopes, liveResource, roleNames, roles } from "@parley/contracts";
import type { LightMyRequestResponse } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openLine } from "./channels/open-line.testing.ts";
import { openTestHouse, type TestHouse } from "./house.testing.ts";
import { openLive } from "./inbox/open-live.testing.ts";
import {
  fill,
  insertionFor,
  makeThings,
  nobodys,
  ownedTables,
  readRoutes,
  type Route,
  snapshotOf,
  type Things,
} from "./isolation.testing.ts";
import { type Scope, SYSTEM } from "./platform/index.ts";
import { joinAs, type TestPerson } from "./tenants/people.testing.ts";
import { describeDatabase, makeOrganization } from "./testing/index.ts";

let world: TestHouse;
let mine: Scope;
let theirs: Scope;
let owner: TestPerson;
let stranger: TestPerson;
let things: Things;
let routes: Route[];
const snapshot = () => snapshotOf(world, theirs);

beforeAll(async () => {
  world = await openTestHouse({
    listen: true,
    env: { PARLEY_SIGNUP: "open", PARLEY_LIMIT_SESSION_PER_MINUTE: "1000000" },
  });
  mine = await makeOrganization(world.house.db, "Mine");
  theirs = await makeOrganization(world.house.db, "Theirs");
  owner = await joinAs(world, mine, "owner", "Olga");
  stranger = await joinAs(world, theirs, "owner", "Stranger");
  things = await makeThings(world, theirs, stranger);
  routes = await readRoutes(world);
}, 180_000);
afterAll(() => world.close());

type Asker = (route: Route, url: string) => Promise<LightMyRequestResponse>;

const asPerson =
  ({ browser }: TestPerson): Asker =>
  (route, url) =>
    browser.send({ method: route.method, url, ...bodyOf(route) });
const withKey =
  (key: string | undefined): Asker =>
  (route, url) =>
    world.app.inject({
      method: route.method,
      url,
      headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
      ...bodyOf(route),
    });

const bodyOf = ({ body }: Route) => (body === undefined ? {} : { payload: Object(body) });
const nameOf = ({ method, path }: Route) => `${method} ${path}`;
/** Routes of an organization: what they need is a permission, or merely to belong to it. */
const ofOrganizations = () => routes.filter(({ permission }) => permission === "any" || isPermission(permission));

/** Where the scope or role is what stands in the way, and nothing else. */
const lacksPermission = (answer: LightMyRequestResponse) =>
  answer.statusCode === 403 && /^(Your role does not allow this|This key may not do that)/.test(answer.json().detail);

const plain = (answer: LightMyRequestResponse) => {
  const { requestId: _, ...body } = answer.body === "" ? {} : answer.json();
  return { status: answer.statusCode, body };
};

async function everyRoute(chosen: readonly Route[], look: (route: Route) => Promise<void>): Promise<void> {
  const left = [...chosen];
  const work = async () => {
    for (let route = left.shift(); route; route = left.shift()) await look(route);
  };
  await Promise.all([work(), work(), work(), work()]);
}

describeDatabase("every route", () => {
  test("is known to this test, with what it needs", async () => {
    const { paths }: { paths: Record<string, Record<string, unknown>> } = (
      await world.app.inject("/openapi.json")
    ).json();
    const documented = Object.entries(paths)
      .filter(([path]) => path.startsWith("/v1/"))
      .flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
    expect(documented.length).toBeGreaterThan(100);
    expect(routes.map(nameOf)).toEqual(expect.arrayContaining(documented));
    for (const route of routes) {
      const { path, permission } = route;
      expect(() => fill(route, things), path).not.toThrow();
      expect(isPermission(permission) || ["any", "person", "none", "admin"].includes(permission), path).toBe(true);
    }
    const open = routes.filter(({ permission }) => permission === "none").map(({ path }) => path);
    for (const path of open)
      expect(path).toMatch(/^\/v1\/(auth|hooks|owner-links|widget|realtime|live|invitations\/lookup)/);
    const ofServer = routes.filter(({ permission }) => permission === "admin").map(({ path }) => path);
    for (const path of ofServer) expect(path).toMatch(/^\/v1\/admin\//);
  });

  test("answers the ids of another organization as ids that nobody has", async () => {
    const named = routes.filter((route) => route.path.includes("{") && route.permission !== "none");
    expect(named.length).toBeGreaterThan(60);
    const ask = asPerson(owner);
    const before = await snapshot();
    const wrong: string[] = [];
    await everyRoute(named, async (route) => {
      const [foreign, unknown] = [await ask(route, fill(route, things)), await ask(route, fill(route, nobodys()))];
      expect(plain(foreign), nameOf(route)).toEqual(plain(unknown));
      const is404 = foreign.statusCode === 404 && foreign.json().code === "not_found";
      if (!is404) wrong.push(`${nameOf(route)}: ${foreign.statusCode} ${foreign.body.slice(0, 200)}`);
    });
    expect(wrong).toEqual([]);
    expect(await snapshot()).toEqual(before);
  });

  test("takes what is no id at all for an id that nobody has", async () => {
    const named = ofOrganizations().filter(({ path }) => path.includes("{"));
    const shapes = [
      "x",
      "%00",
      "..%2f..%2fetc",
      "agt_",
      "%27%3b%20drop%20table%20agents%3b%20--",
      "%f0%9f%98%80",
      "%ff",
      "a".repeat(200),
    ];
    const before = await snapshot();
    await everyRoute(named, async (route) => {
      const search = new URLSearchParams(route.query).toString();
      for (const shape of shapes) {
        const answer = await asPerson(owner)(route, `${route.path.replaceAll(/\{\w+\}/g, shape)}?${search}`);
        // The last are no addresses at all.
        const said = ["%ff", "%00"].includes(shape) ? [400, 404] : [404];
        expect(said, `${nameOf(route)} ${shape} ${answer.body.slice(0, 200)}`).toContain(answer.statusCode);
      }
    });
    expect(await snapshot()).toEqual(before);
  });

  test("is closed to members of another organization who name it in the header", async () => {
    const before = await snapshot();
    await everyRoute(ofOrganizations(), async (route) => {
      const answer = await owner.bare.send({
        method: route.method,
        url: fill(route, things),
        headers: { "parley-organization": theirs.organizationId },
        ...bodyOf(route),
      });
      expect([answer.statusCode, answer.json().code], nameOf(route)).toEqual([404, "not_found"]);
    });
    expect(await snapshot()).toEqual(before);
  });

  test("shows nothing of others in lists, whatever is asked for", async () => {
    const lists = ofOrganizations().filter(({ method, path }) => method === "GET" && !path.includes("{"));
    expect(lists.length).toBeGreaterThan(12);
    const secrets = Object.entries(things)
      .filter(
        ([kind]) => !["versions", "owner-links", "passkeys", "social", "callback", "by-external-id"].includes(kind),
      )
      .map(([, id]) => id);
    const query = new URLSearchParams({ agentId: things["agents"] ?? "", actorId: stranger.userId, limit: "100" });
    await everyRoute(lists, async (route) => {
      for (const url of [route.path, `${route.path}?${query}`, `${route.path}?search=Theirs&q=Theirs`]) {
        const { body } = await asPerson(owner)(route, url);
        for (const secret of [...secrets, stranger.email])
          expect(body.includes(secret), `${url} ${secret}`).toBe(false);
      }
    });
  });

  test("takes no id of others inside a body", async () => {
    const before = await snapshot();
    const foreign = Object.values(things);
    await everyRoute(
      ofOrganizations().filter(({ body }) => JSON.stringify(body ?? null).match(/"[a-z]{3,4}_[0-9a-z]{26}"/)),
      async (route) => {
        for (const id of foreign) {
          const text = JSON.stringify(route.body).replaceAll(/"([a-z]{3,4})_[0-9a-z]{26}"/g, (whole, prefix: string) =>
            id.startsWith(`${prefix}_`) ? JSON.stringify(id) : whole,
          );
          await asPerson(owner)({ ...route, body: JSON.parse(text) }, fill(route, nobodys()));
        }
      },
    );
    expect(await snapshot()).toEqual(before);
  });
});

describeDatabase("who may", () => {
  test.each(roleNames)("do what as %s: exactly what the table says", async (role) => {
    const person = await joinAs(world, mine, role, role);
    const granted = new Set<string>(roles[role].permissions);
    await everyRoute(ofOrganizations(), async (route) => {
      const answer = await asPerson(person)(route, fill(route, nobodys()));
      const allowed = route.permission === "any" || granted.has(route.permission);
      expect(lacksPermission(answer), `${role}: ${nameOf(route)} ${answer.body.slice(0, 200)}`).toBe(!allowed);
      expect(answer.statusCode, nameOf(route)).not.toBe(401);
      expect(answer.statusCode, `${nameOf(route)} ${answer.body.slice(0, 300)}`).toBeLessThan(500);
    });
  });

  test("do what with a role of one's own: what stands in it", async () => {
    const made = await owner.browser.post("/v1/roles", { name: "Two things", permissions: ["mail:read", "keys:read"] });
    const person = await joinAs(world, mine, made.json().id, "Custom");
    await everyRoute(ofOrganizations(), async (route) => {
      const answer = await asPerson(person)(route, fill(route, nobodys()));
      const allowed = ["any", "mail:read", "keys:read"].includes(route.permission);
      expect(lacksPermission(answer), nameOf(route)).toBe(!allowed);
    });
  });

  test.each([...keyScopes, "none"])("do what with a key for %s alone", async (scope) => {
    const { key } = await world.house.tenants.keys.create(mine, {
      name: scope,
      scopes: keyScopes.filter((name) => name === scope),
      expiresAt: null,
    });
    await everyRoute(ofOrganizations(), async (route) => {
      const answer = await withKey(key)(route, fill(route, nobodys()));
      const allowed = route.permission === "any" || route.permission === scope;
      expect(lacksPermission(answer), `${nameOf(route)} ${answer.body.slice(0, 200)}`).toBe(!allowed);
    });
  });

  test("do nothing at all without a key and without a session", async () => {
    const guarded = routes.filter(({ permission }) => permission !== "none");
    await everyRoute(guarded, async (route) => {
      const answer = await withKey(undefined)(route, fill(route, things));
      expect([answer.statusCode, answer.json().code], nameOf(route)).toEqual([401, "unauthorized"]);
    });
  });

  test("act as a person: nobody with a key, whatever its scopes", async () => {
    const { key } = await world.house.tenants.keys.create(mine, { name: "all", scopes: keyScopes, expiresAt: null });
    for (const route of routes.filter(({ permission }) => permission === "person" || permission === "admin")) {
      const answer = await withKey(key)(route, fill(route, nobodys()));
      expect([401, 403], nameOf(route)).toContain(answer.statusCode);
    }
  });

  test("rule over the server: no member, not even an owner", async () => {
    for (const route of routes.filter(({ permission }) => permission === "admin")) {
      const answer = await asPerson(owner)(route, fill(route, nobodys()));
      expect(answer.statusCode, nameOf(route)).toBe(403);
    }
  });
});

describeDatabase("the database, with the organization left out of the query", () => {
  test("shows only one's own rows, in every table", async () => {
    const tables = await ownedTables(world.house.db);
    expect(tables.length).toBeGreaterThan(25);
    const { db } = world.house;
    const seen = await db.batch(
      mine,
      tables.map((table) => ({ text: `select distinct organization from "${table}"`, values: [] })),
    );
    tables.forEach((table, at) => {
      for (const row of seen[at] ?? []) expect(row, table).toEqual({ organization: mine.organization });
    });
    // The other organization has rows in nearly all of them, or this would show nothing.
    const [full = []] = await db.batch(SYSTEM, [
      {
        text: tables
          .map(
            (table) =>
              `select '${table}' as name where exists (select 1 from "${table}" where organization = ${theirs.organization})`,
          )
          .join(" union all "),
        values: [],
      },
    ]);
    expect(full.length).toBeGreaterThan(18);
  });

  test("changes, deletes and adds no row of others, in any table", async () => {
    const { db } = world.house;
    const before = await snapshot();
    const refused = "42501";
    for (const table of await ownedTables(world.house.db)) {
      const code = (text: string) =>
        db.batch(mine, [{ text, values: [] }]).then(
          (rows) => rows.flat().length,
          (error: unknown) => (error instanceof Error && "code" in error ? error.code : String(error)),
        );
      const other = `organization = ${theirs.organization}`;
      const changed = await code(`update "${table}" set organization = organization where ${other} returning 1`);
      expect([0, refused], `${table}: update`).toContain(changed);
      const deleted = await code(`delete from "${table}" where ${other} returning 1`);
      expect([0, refused], `${table}: delete`).toContain(deleted);
      const moved = await code(`update "${table}" set ${other} where organization = ${mine.organization} returning 1`);
      expect([0, refused], `${table}: give away`).toContain(moved);
      expect(await code(await insertionFor(db, table, theirs)), `${table}: insert`).toBe(refused);
    }
    expect(await snapshot()).toEqual(before);
  });

  test("keeps people's accounts and the server's own tables to itself", async () => {
    const [rows = []] = await world.house.db.batch(SYSTEM, [
      {
        text: `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
          and relname <> all($1::text[]) and relname <> 'organizations'`,
        values: [await ownedTables(world.house.db)],
      },
    ]);
    expect(rows.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["auth_users", "auth_sessions", "event_consumers"]),
    );
    for (const { name } of rows) {
      for (const text of [`select 1 from "${String(name)}"`, `delete from "${String(name)}"`]) {
        await expect(world.house.db.batch(mine, [{ text, values: [] }]), text).rejects.toMatchObject({ code: "42501" });
      }
    }
    const [own] = await world.house.db.batch(mine, [{ text: "select id from organizations", values: [] }]);
    expect(own).toEqual([{ id: mine.organizationId }]);
  });
});

describeDatabase("every topic of the sockets", () => {
  test("tells members nothing of what changes elsewhere", async () => {
    const { token } = (await owner.browser.post("/v1/live/tokens")).json();
    const line = await openLive(world.url, token);
    for (const resource of liveResource.options) world.house.live.changed(theirs, { resource, id: "theirs" });
    world.house.live.changed(mine, { resource: "teams", id: "the-last" });
    await line.hears("teams", "the-last");
    expect(JSON.stringify(line.frames)).not.toContain("theirs");
  });

  test("opens no conversation of others to a visitor, to read or to write", async () => {
    const agentId = (await owner.browser.post("/v1/agents", { name: "Ours" })).json().id;
    const session = (
      await world.app.inject({ method: "POST", url: "/v1/widget/sessions", payload: { agentId } })
    ).json();
    const line = await openLine(world.url);
    const conversationId = things["conversations"];
    line.send({ type: "hello", version: 1, token: session.token, after: 0, conversationId });
    const welcome = await line.heard("welcome");
    expect([welcome.conversationId, welcome.messages]).toEqual([null, []]);
    line.send({ type: "message", clientId: "client-0001", text: "Hello?", conversationId });
    const fault = await line.heard("fault");
    expect(fault.code).toBe("not_found");
    line.send({ type: "rate", messageId: things["messages"], rating: "up" });
    await expect.poll(() => line.frames.filter(({ type }) => type === "fault").length).toBe(2);
    expect(JSON.stringify(line.frames)).not.toContain("nine");
  });
});
