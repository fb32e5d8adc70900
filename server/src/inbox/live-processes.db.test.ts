/** Two processes on one database: a change made through one reaches the browsers that are connected to the other. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LIVE_CLOSE } from "@parley/contracts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "../house.testing.ts";
import type { Scope } from "../platform/index.ts";
import { createBrowser, type TestBrowser } from "../tenants/accounts/browser.testing.ts";
import { joinAs, type TestPerson } from "../tenants/people.testing.ts";
import { describePostgres, makeOrganization, openTestDatabase, type TestDatabase } from "../testing/index.ts";
import { type OwnRedis, redisProgram, startOwnRedis } from "../testing/redis.ts";
import { acquaint } from "../testing/two-processes.ts";
import { type LiveLine, openLive } from "./open-live.testing.ts";

interface Pair {
  one: TestHouse;
  other: TestHouse;
  scope: Scope;
  admin: TestPerson;
  close(): Promise<void>;
}

let database: TestDatabase;
let pair: Pair;

async function openPair(env: Record<string, string> = {}): Promise<Pair> {
  const directories = await Promise.all([1, 2].map(() => mkdtemp(join(tmpdir(), "parley-process-"))));
  const [one, other] = await Promise.all(
    directories.map((directory) =>
      openTestHouse({ listen: true, at: { directory, url: database.url }, env: { PARLEY_SIGNUP: "open", ...env } }),
    ),
  );
  if (!one || !other) throw new Error("two processes were started");
  expect(await acquaint(one.house.realtime, other.house.realtime)).toBe(true);
  const scope = await makeOrganization(one.house.db, "Two processes");
  return {
    one,
    other,
    scope,
    admin: await joinAs(one, scope, "admin"),
    async close() {
      await Promise.all([one.close(), other.close()]);
      await Promise.all(directories.map((directory) => rm(directory, { recursive: true, force: true })));
    },
  };
}

/** The same session, asking another process. */
function at(world: TestHouse, person: TestPerson): TestBrowser {
  const browser = createBrowser(world.app, pair.scope.organizationId);
  for (const [cookie, value] of person.browser.cookies) browser.cookies.set(cookie, value);
  return browser;
}

async function listenAt(world: TestHouse, person = pair.admin): Promise<LiveLine> {
  return openLive(world.url, (await at(world, person).post("/v1/live/tokens", {})).json().token);
}

async function makeAgent(world: TestHouse, name: string): Promise<string> {
  const made = await at(world, pair.admin).post("/v1/agents", { name });
  expect(made.statusCode).toBe(201);
  return made.json().id;
}

function newsFlow(): void {
  test("a change made through one process reaches a browser at the other, both ways, and its reading too", async () => {
    const lines = [await listenAt(pair.one), await listenAt(pair.other)];
    const first = await makeAgent(pair.one, "Made at one");
    await lines[1]?.hears("agents", first);
    const second = await makeAgent(pair.other, "Made at the other");
    await lines[0]?.hears("agents", second);
    const { data } = (await at(pair.other, pair.admin).get("/v1/agents")).json();
    expect(data.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining([first, second]));
  });

  test("who is removed through one process hears nothing more from the other", async () => {
    const editor = await joinAs(pair.one, pair.scope, "editor");
    const line = await listenAt(pair.other, editor);
    await pair.one.house.tenants.members.remove(pair.scope, editor.userId);
    expect(await line.closed).toBe(LIVE_CLOSE.unauthorized);
  });
}

describePostgres("the live socket over several processes", () => {
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  describe("on PostgreSQL alone", () => {
    beforeAll(async () => {
      pair = await openPair();
    });
    afterAll(() => pair.close());
    newsFlow();
  });

  describe.skipIf(redisProgram === undefined)("with Redis between them", () => {
    let redis: OwnRedis;
    beforeAll(async () => {
      redis = await startOwnRedis(redisProgram ?? "");
      pair = await openPair({ REDIS_URL: redis.url });
    });
    afterAll(async () => {
      await pair.close();
      await redis.stop();
    });
    newsFlow();

    test("Redis goes and comes back: sockets stay open, each hears its own process, and then both again", async () => {
      const [here, there] = [await listenAt(pair.one), await listenAt(pair.other)];
      let ended = 0;
      for (const line of [here, there]) void line.closed.then(() => (ended += 1));
      await redis.stop();
      const meanwhile = await makeAgent(pair.one, "Made meanwhile");
      await here.hears("agents", meanwhile);
      await redis.start();
      expect(await acquaint(pair.one.house.realtime, pair.other.house.realtime)).toBe(true);
      await there.hears("agents", await makeAgent(pair.one, "Made afterwards"));
      await here.hears("agents", await makeAgent(pair.other, "Made afterwards too"));
      expect(ended).toBe(0);
    });
  });
});
