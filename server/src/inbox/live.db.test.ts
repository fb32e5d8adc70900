import { HELLO_WITHIN_MS, LIVE_CLOSE, type MemberPermission } from "@parley/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "../house.testing.ts";
import { CLOSE, type Scope } from "../platform/index.ts";
import { joinAs, type TestPerson } from "../tenants/people.testing.ts";
import { createTestClock, describeDatabase, makeOrganization } from "../testing/index.ts";
import { createLiveTokens } from "./live-tokens.ts";
import { openLive } from "./open-live.testing.ts";

const clock = createTestClock(Date.now());
let world: TestHouse;
let own: Scope;
let foreign: Scope;

beforeAll(async () => {
  world = await openTestHouse({
    listen: true,
    env: { PARLEY_SIGNUP: "open" },
    // The doors' clock alone: what they wait for happens when the test says so.
    replace: ({ secrets }) => ({ clock, liveTokens: createLiveTokens({ secrets, clock }) }),
  });
  own = await makeOrganization(world.house.db, "Own");
  foreign = await makeOrganization(world.house.db, "Foreign");
});
afterAll(() => world.close());

async function tokenOf(person: TestPerson): Promise<string> {
  const answer = await person.browser.post("/v1/live/tokens", {});
  expect(answer.statusCode).toBe(201);
  return answer.json().token;
}

async function keyWith(scope: Scope, scopes: MemberPermission[]) {
  const { key, record } = await world.house.tenants.keys.create(scope, { name: "Live", scopes, expiresAt: null });
  const token = async () => {
    const answer = await world.app.inject({
      method: "POST",
      url: "/v1/live/tokens",
      headers: { authorization: `Bearer ${key}` },
    });
    return String(answer.json().token);
  };
  return { id: record.id, token };
}

const change = (scope: Scope, resource: "conversations" | "keys" | "agents" | "mails", id: string) =>
  world.house.live.changed(scope, { resource, id });

describeDatabase("the live socket", () => {
  test("tells members what changed in their organization, and only there", async () => {
    const person = await joinAs(world, own, "admin");
    const line = await openLive(world.url, await tokenOf(person));
    expect(line.frames).toEqual([{ type: "welcome" }]);
    change(foreign, "conversations", "cnv_foreign");
    change(own, "conversations", "cnv_own");
    await line.hears("conversations", "cnv_own");
    expect(JSON.stringify(line.frames)).not.toContain("foreign");
    line.send({ type: "ping" });
    await expect.poll(() => line.frames.at(-1)).toEqual({ type: "pong" });
  });

  test("tells of nothing that a role or a key may not read", async () => {
    const analyst = await openLive(world.url, await tokenOf(await joinAs(world, own, "analyst")));
    const key = await keyWith(own, ["agents:read"]);
    const program = await openLive(world.url, await key.token());
    for (const resource of ["keys", "mails", "conversations", "agents"] as const) change(own, resource, "x");
    await clock.advance(1_000);
    await analyst.hears("agents");
    await program.hears("agents");
    const heard = ({ frames }: typeof analyst) =>
      frames.flatMap((frame) => ("resource" in frame ? [frame.resource] : []));
    expect(heard(analyst)).toEqual(["conversations", "agents"]);
    expect(heard(program)).toEqual(["agents"]);
  });

  test("gathers what comes in a rush, and tells many of a kind as all of them", async () => {
    const line = await openLive(world.url, await tokenOf(await joinAs(world, own, "admin")));
    for (let number = 0; number < 200; number += 1) change(own, "conversations", `cnv_${number % 100}`);
    await line.hears("conversations", "cnv_0");
    await clock.advance(1_000);
    await expect
      .poll(() => line.frames.slice(1))
      .toEqual([
        { type: "changed", resource: "conversations", id: "cnv_0", agentId: null },
        { type: "changed", resource: "conversations", id: null, agentId: null },
      ]);
  });

  test("ends at once when the member is removed, and when the role changes", async () => {
    const [removed, changed, other] = await Promise.all([
      joinAs(world, own, "editor"),
      joinAs(world, own, "editor"),
      joinAs(world, own, "editor"),
    ]);
    const lines = await Promise.all(
      [removed, changed, other].map(async (person) => openLive(world.url, await tokenOf(person))),
    );
    await world.house.tenants.members.remove(own, removed.userId);
    expect(await lines[0]?.closed).toBe(LIVE_CLOSE.unauthorized);
    await world.house.tenants.members.changeRole(own, changed.userId, "analyst");
    expect(await lines[1]?.closed).toBe(LIVE_CLOSE.changed);
    change(own, "agents", "agt_still");
    await clock.advance(1_000);
    await lines[2]?.hears("agents", "agt_still");
    // A token from before the change is worth what its holder may do now: nothing without a new one.
    const again = await openLive(world.url, await tokenOf(changed));
    expect(again.frames).toEqual([{ type: "welcome" }]);
  });

  test("ends with the session, the key and the organization that it was opened with", async () => {
    const person = await joinAs(world, own, "admin");
    const line = await openLive(world.url, await tokenOf(person));
    expect((await person.browser.post("/v1/auth/sign-out", {})).statusCode).toBeLessThan(300);
    expect(await line.closed).toBe(LIVE_CLOSE.unauthorized);

    const key = await keyWith(own, ["agents:read"]);
    const program = await openLive(world.url, await key.token());
    await world.house.tenants.keys.revoke(own, key.id);
    expect(await program.closed).toBe(LIVE_CLOSE.unauthorized);

    const doomed = await makeOrganization(world.house.db, "Doomed");
    const last = await openLive(world.url, await tokenOf(await joinAs(world, doomed, "admin")));
    await world.house.tenants.eraseOrganization(doomed, "Doomed");
    expect(await last.closed).toBe(LIVE_CLOSE.unauthorized);
  });

  test("opens for no token that is wrong, too old, changed, or made for something else", async () => {
    const person = await joinAs(world, own, "admin");
    const good = await tokenOf(person);
    const [body = "", signature = ""] = good.split(".");
    const payload = JSON.parse(Buffer.from(body, "base64url").toString());
    const forged = Buffer.from(JSON.stringify({ ...payload, organization: foreign.organization })).toString(
      "base64url",
    );
    const visitor = world.house.secrets.sign(JSON.stringify(payload), "visitor-session");
    for (const token of ["x", "a.b", `${forged}.${signature}`, visitor, `${good}x`]) {
      expect(await (await openLive(world.url, token)).closed).toBe(LIVE_CLOSE.unauthorized);
    }
    await clock.advance(61_000);
    expect(await (await openLive(world.url, good)).closed).toBe(LIVE_CLOSE.unauthorized);
    const anonymous = await world.app.inject({ method: "POST", url: "/v1/live/tokens" });
    expect(anonymous.statusCode).toBe(401);
  });

  test("a token outlives nobody: a member who was removed since cannot open with it", async () => {
    const person = await joinAs(world, own, "editor");
    const token = await tokenOf(person);
    await world.house.tenants.members.remove(own, person.userId);
    expect(await (await openLive(world.url, token)).closed).toBe(LIVE_CLOSE.unauthorized);
  });

  test("closes on silence, on babble, on floods and on what is no text", async () => {
    const silent = await openLive(world.url);
    await clock.advance(HELLO_WITHIN_MS + 1);
    expect(await silent.closed).toBe(CLOSE.policy);
    const babbling = await openLive(world.url);
    for (let number = 0; number < 12; number += 1) babbling.send(number % 2 === 0 ? "no frame" : { type: "message" });
    expect(await babbling.closed).toBe(CLOSE.policy);
    const flooding = await openLive(world.url);
    for (let number = 0; number < 400; number += 1) flooding.send({ type: "ping" });
    expect(await flooding.closed).toBe(CLOSE.policy);
  });
});
