/** Keys outlive the membership of who made them, in sight of the others, unless they are revoked with it. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "../house.testing.ts";
import { type Scope, SYSTEM } from "../platform/index.ts";
import { describeDatabase, makeOrganization } from "../testing/index.ts";
import { joinAs, PASSWORD, type TestPerson } from "./people.testing.ts";

let world: TestHouse;
let scope: Scope;
let owner: TestPerson;

beforeAll(async () => {
  world = await openTestHouse({ env: { PARLEY_SIGNUP: "open" } });
  scope = await makeOrganization(world.house.db, "Kettle & Chain");
  owner = await joinAs(world, scope, "owner", "Olga Owner");
}, 180_000);
afterAll(() => world.close());

const makeKey = async (who: TestPerson, name: string, expiresAt: string | null = null) =>
  (await who.browser.post("/v1/keys", { name, scopes: ["agents:read"], expiresAt })).json();
const opens = async (key: string) =>
  (await world.app.inject({ url: "/v1/agents", headers: { authorization: `Bearer ${key}` } })).json().code ?? "open";
const keyOf = async (id: string) =>
  (await owner.browser.get("/v1/keys?limit=200")).json().data.find((key: { id: string }) => key.id === id);
const memberOf = async ({ userId }: TestPerson) =>
  (await owner.browser.get("/v1/members?limit=200"))
    .json()
    .data.find((member: { userId: string }) => member.userId === userId);
const entries = async (action: string) =>
  (await owner.browser.get(`/v1/audit-entries?action=${action}&limit=200`)).json().data;

describeDatabase("the keys of a member who goes", () => {
  test("are counted while they open anything: neither revoked nor expired ones are", async () => {
    const person = await joinAs(world, scope, "admin", "Kim");
    expect((await memberOf(person)).liveKeys).toBe(0);
    const [one, other] = [await makeKey(person, "one"), await makeKey(person, "other")];
    const soon = await makeKey(person, "for an hour", new Date(Date.now() + 3_600_000).toISOString());
    await makeKey(owner, "hers");
    expect((await memberOf(person)).liveKeys).toBe(3);
    expect(one.maker).toEqual({ userId: person.userId, name: "Kim", isMember: true });
    await person.browser.delete(`/v1/keys/${other.id}`);
    expect((await memberOf(person)).liveKeys).toBe(2);
    const text = "update api_keys set expires_at = now() - interval '1 second' where id = $1";
    await world.house.db.batch(SYSTEM, [{ text, values: [soon.id] }]);
    expect((await memberOf(person)).liveKeys).toBe(1);
    expect((await memberOf(owner)).liveKeys).toBe(1);
  });

  test("stay unless it is said otherwise, and are shown as those of somebody who is gone", async () => {
    const person = await joinAs(world, scope, "admin", "Karl");
    const { id, key } = await makeKey(person, "kept");
    expect((await owner.browser.delete(`/v1/members/${person.userId}`)).statusCode).toBe(204);
    expect(await opens(key)).toBe("open");
    expect((await keyOf(id)).maker).toEqual({ userId: person.userId, name: "Karl", isMember: false });
    await owner.browser.post(`/v1/members/${person.userId}/restore`);
    expect((await keyOf(id)).maker.isMember).toBe(true);
  });

  test("are revoked with the removal where that is wanted, each with its line in the log; those of others are not", async () => {
    const person = await joinAs(world, scope, "admin", "Kate");
    const [one, other] = [await makeKey(person, "Kate's one"), await makeKey(person, "Kate's other")];
    const hers = await makeKey(owner, "stays");
    const removed = await owner.browser.delete(`/v1/members/${person.userId}?revokeKeys=true`);
    expect(removed.statusCode, removed.body).toBe(204);
    expect([await opens(one.key), await opens(other.key), await opens(hers.key)]).toEqual([
      "key_revoked",
      "key_revoked",
      "open",
    ]);
    const [entry] = await entries("member.removed");
    expect(entry).toMatchObject({ target: { name: "Kate" }, after: { revokedKeys: 2 } });
    const revoked = (await entries("key.revoked")).filter(({ target }: { target: { name: string } }) =>
      target.name.startsWith("Kate's"),
    );
    expect(revoked).toHaveLength(2);
    expect(revoked[0]).toMatchObject({ actor: { id: owner.userId }, before: { scopes: ["agents:read"] } });
    await owner.browser.post(`/v1/members/${person.userId}/restore`);
    expect(await opens(one.key)).toBe("key_revoked");
  });

  test("are revoked only by who may revoke keys, and what is no answer to the question is refused", async () => {
    const role = await owner.browser.post("/v1/roles", {
      name: "People only",
      permissions: ["members:read", "members:write", "agents:read"],
    });
    const keeper = await joinAs(world, scope, role.json().id, "Keeper");
    const person = await joinAs(world, scope, "billing", "Bill");
    const path = `/v1/members/${person.userId}`;
    const refused = await keeper.browser.delete(`${path}?revokeKeys=true`);
    expect([refused.statusCode, refused.json().code]).toEqual([403, "forbidden"]);
    const unclear = await owner.browser.delete(`${path}?revokeKeys=perhaps`);
    expect(unclear.json()).toMatchObject({ code: "invalid_request", field: "revokeKeys" });
    expect(await memberOf(person)).toBeDefined();
  });

  test("stay when their maker leaves, or deletes the account", async () => {
    const leaver = await joinAs(world, scope, "admin", "Lea");
    const gone = await joinAs(world, scope, "admin", "Gus");
    const [left, orphan] = [await makeKey(leaver, "left"), await makeKey(gone, "orphan")];
    expect((await leaver.bare.post(`/v1/organizations/${scope.organizationId}/leave`)).statusCode).toBe(204);
    const deletion = { email: gone.email, password: PASSWORD };
    expect((await gone.bare.post("/v1/me/deletion", deletion)).statusCode).toBe(204);
    expect([await opens(left.key), await opens(orphan.key)]).toEqual(["open", "open"]);
    expect((await keyOf(left.id)).maker).toMatchObject({ name: "Lea", isMember: false });
    expect((await keyOf(orphan.id)).maker).toMatchObject({ name: "Gus", isMember: false });
  });

  test("are not made any more by a request that was on its way while they were removed", async () => {
    const person = await joinAs(world, scope, "admin", "Quick");
    const answers = await Promise.all([
      owner.browser.delete(`/v1/members/${person.userId}?revokeKeys=true`),
      ...Array.from({ length: 8 }, (_, at) => person.browser.post("/v1/keys", { name: `race ${at}` })),
    ]);
    expect(answers[0]?.statusCode).toBe(204);
    for (const answer of answers.slice(1)) {
      if (answer.statusCode === 201) expect(await opens(answer.json().key)).toBe("key_revoked");
      else expect([403, 404]).toContain(answer.statusCode);
    }
  });
});
