/** Members, roles and teams over the API: who may do what to whom. */
import { newId } from "@parley/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "../../house.testing.ts";
import type { Scope } from "../../platform/index.ts";
import { describeDatabase, makeOrganization } from "../../testing/index.ts";
import { joinAs, type TestPerson } from "../people.testing.ts";

let world: TestHouse;
let scope: Scope;
let owner: TestPerson;
let admin: TestPerson;

beforeAll(async () => {
  world = await openTestHouse({ env: { PARLEY_SIGNUP: "open" } });
  scope = await makeOrganization(world.house.db, "Kettle & Chain");
  owner = await joinAs(world, scope, "owner", "Olga Owner");
  admin = await joinAs(world, scope, "admin", "Adam Admin");
}, 180_000);
afterAll(() => world.close());

const roleOf = async (person: TestPerson) =>
  (await owner.browser.get("/v1/members?limit=200"))
    .json()
    .data.find((member: { userId: string }) => member.userId === person.userId)?.role.id;
const setRole = (who: TestPerson, whom: TestPerson, role: string) =>
  who.browser.patch(`/v1/members/${whom.userId}`, { role });
const entries = async (action: string) => (await owner.browser.get(`/v1/audit-entries?action=${action}`)).json().data;

describeDatabase("members", () => {
  test("are listed by name, with role, teams and when they were last seen", async () => {
    const list = (await admin.browser.get("/v1/members")).json();
    expect(list.data.map((member: { name: string }) => member.name)).toEqual(["Adam Admin", "Olga Owner"]);
    expect(list.data[1]).toMatchObject({ email: owner.email, role: { id: "owner", name: "Owner" }, teams: [] });
    expect(list.data[0].lastSeenAt).not.toBeNull();
    const found = (await admin.browser.get("/v1/members?search=OLGA")).json();
    expect(found.data).toHaveLength(1);
    const pages = await admin.browser.get("/v1/members?limit=1");
    const next = await admin.browser.get(`/v1/members?limit=1&cursor=${pages.json().next}`);
    expect([pages.json().data[0].name, next.json().data[0].name, next.json().next]).toEqual([
      "Adam Admin",
      "Olga Owner",
      null,
    ]);
    expect((await admin.browser.get("/v1/members?cursor=%F0%9F%98%80garbage")).statusCode).toBe(200);
  });

  test("get another role, which counts from their next request on and is written down", async () => {
    const person = await joinAs(world, scope, "analyst", "Anna");
    expect((await person.browser.post("/v1/teams", { name: "Mine" })).statusCode).toBe(403);
    const changed = await setRole(admin, person, "admin");
    expect(changed.json()).toMatchObject({ userId: person.userId, role: { id: "admin" } });
    expect((await person.browser.post("/v1/teams", { name: "Mine" })).statusCode).toBe(201);
    const [entry] = await entries("member.role-changed");
    expect(entry).toMatchObject({
      actor: { type: "member", id: admin.userId, name: "Adam Admin" },
      client: "Firefox on Linux",
      target: { type: "member", id: person.userId, name: "Anna" },
      before: { role: "analyst" },
      after: { role: "admin" },
    });
  });

  test("are made and unmade owners by owners alone", async () => {
    const person = await joinAs(world, scope, "editor", "Edith");
    for (const answer of [
      await setRole(admin, person, "owner"),
      await setRole(admin, owner, "admin"),
      await admin.browser.delete(`/v1/members/${owner.userId}`),
    ]) {
      expect([answer.statusCode, answer.json().code]).toEqual([403, "forbidden"]);
    }
    expect((await setRole(owner, person, "owner")).statusCode).toBe(200);
    expect((await setRole(owner, person, "editor")).statusCode).toBe(200);
  });

  test("always keep an owner: the last one cannot leave, be removed or demoted", async () => {
    for (const answer of [
      await setRole(owner, owner, "admin"),
      await owner.browser.delete(`/v1/members/${owner.userId}`),
      await owner.bare.post(`/v1/organizations/${scope.organizationId}/leave`),
    ]) {
      expect([answer.statusCode, answer.json().code], answer.body).toEqual([409, "conflict"]);
      expect(answer.json().detail).toContain("owner");
    }
  });

  test("keep an owner also when two of them demote each other at once", async () => {
    const other = await makeOrganization(world.house.db, "Two owners");
    const [one, two] = [await joinAs(world, other, "owner", "One"), await joinAs(world, other, "owner", "Two")];
    const answers = await Promise.all([setRole(one, two, "admin"), setRole(two, one, "admin")]);
    const codes = answers.map(({ statusCode }) => statusCode).toSorted();
    expect(codes[0]).toBe(200);
    expect([403, 409]).toContain(codes[1]);
    const list = (await one.browser.get("/v1/members")).json().data;
    expect(list.filter((member: { role: { id: string } }) => member.role.id === "owner")).toHaveLength(1);
  });

  test("leave by themselves, whatever their role", async () => {
    const person = await joinAs(world, scope, "billing", "Bill");
    expect((await person.bare.post(`/v1/organizations/${newId("organization")}/leave`)).statusCode).toBe(404);
    expect((await person.bare.post(`/v1/organizations/${scope.organizationId}/leave`)).statusCode).toBe(204);
    expect((await person.browser.get("/v1/members")).statusCode).toBe(404);
    expect((await entries("member.left"))[0]).toMatchObject({ target: { name: "Bill" } });
  });

  test("are removed at once, and taken back within the hour with role and teams", async () => {
    const person = await joinAs(world, scope, "operator", "Otto");
    const team = (await owner.browser.post("/v1/teams", { name: "Desk", members: [person.userId] })).json();
    expect((await admin.browser.delete(`/v1/members/${person.userId}`)).statusCode).toBe(204);
    expect((await person.browser.get("/v1/agents")).statusCode).toBe(404);
    expect((await owner.browser.get(`/v1/teams/${team.id}`)).json().members).toEqual([]);
    expect((await admin.browser.post(`/v1/members/${person.userId}/restore`)).json()).toMatchObject({
      role: { id: "operator" },
      teams: [{ id: team.id, name: "Desk" }],
    });
    expect((await person.browser.get("/v1/agents")).statusCode).toBe(200);
    expect((await admin.browser.post(`/v1/members/${person.userId}/restore`)).statusCode).toBe(404);
  });

  test("hand ownership on, and become what they choose", async () => {
    const other = await makeOrganization(world.house.db, "Handed on");
    const [giver, taker] = [
      await joinAs(world, other, "owner", "Giver"),
      await joinAs(world, other, "editor", "Taker"),
    ];
    const path = `/v1/organizations/${other.organizationId}/owner`;
    expect((await taker.browser.post(path, { userId: taker.userId })).statusCode).toBe(403);
    expect((await giver.browser.post(path, { userId: newId("user") })).json()).toMatchObject({ field: "userId" });
    expect((await giver.browser.post(path, { userId: giver.userId })).json()).toMatchObject({ field: "userId" });
    expect((await giver.browser.post(path, { userId: taker.userId })).statusCode).toBe(204);
    const roles = (await taker.browser.get("/v1/members")).json().data;
    expect(roles.map((member: { role: { id: string } }) => member.role.id)).toEqual(["admin", "owner"]);
    expect((await giver.browser.post(path, { userId: giver.userId })).statusCode).toBe(403);
  });

  test("of other organizations are not here, by whatever id", async () => {
    const other = await makeOrganization(world.house.db, "Elsewhere");
    const stranger = await joinAs(world, other, "owner", "Stranger");
    for (const id of [stranger.userId, newId("user"), "x", "%00", "server-admin"]) {
      for (const answer of [
        await owner.browser.patch(`/v1/members/${id}`, { role: "admin" }),
        await owner.browser.delete(`/v1/members/${id}`),
        await owner.browser.post(`/v1/members/${id}/restore`),
      ]) {
        expect([404, 400], id).toContain(answer.statusCode);
      }
    }
    expect(await roleOf(stranger)).toBeUndefined();
  });
});

describeDatabase("roles of one's own", () => {
  test("hold permissions out of the table, never the owner's, and count at once", async () => {
    const made = await admin.browser.post("/v1/roles", {
      name: "Support lead",
      permissions: ["members:read", "conversations:read"],
    });
    expect(made.statusCode).toBe(201);
    const { id } = made.json();
    const person = await joinAs(world, scope, id, "Lea");
    expect(await roleOf(person)).toBe(id);
    expect((await person.browser.get("/v1/conversations")).statusCode).toBe(200);
    expect((await person.browser.get("/v1/agents")).statusCode).toBe(403);
    const changed = await admin.browser.patch(`/v1/roles/${id}`, { permissions: ["agents:read"] });
    expect(changed.json()).toMatchObject({ permissions: ["agents:read"], members: 1, revision: 2 });
    expect((await person.browser.get("/v1/agents")).statusCode).toBe(200);
    expect((await person.browser.get("/v1/conversations")).statusCode).toBe(403);
    for (const permissions of [["organization:own"], ["admin"], ["everything"], ["__proto__"], []]) {
      const answer = await owner.browser.post("/v1/roles", { name: `Bad ${permissions[0]}`, permissions });
      expect([answer.statusCode, answer.json().code], String(permissions)).toEqual([400, "invalid_request"]);
    }
  });

  test("give nobody more than who gives them has", async () => {
    const made = await owner.browser.post("/v1/roles", {
      name: "Recruiter",
      permissions: ["members:read", "members:write", "organization:read"],
    });
    const recruiter = await joinAs(world, scope, made.json().id, "Rita");
    const analyst = await joinAs(world, scope, "analyst", "Andy");
    for (const answer of [
      await setRole(recruiter, recruiter, "admin"),
      await setRole(recruiter, analyst, "billing"),
      await recruiter.browser.delete(`/v1/members/${admin.userId}`),
      await recruiter.browser.post("/v1/invitations", { emails: ["x@example.org"], role: "editor" }),
      await recruiter.browser.post("/v1/roles", { name: "More", permissions: ["keys:write"] }),
      await recruiter.browser.patch(`/v1/roles/${made.json().id}`, { permissions: ["keys:write"] }),
    ]) {
      expect([answer.statusCode, answer.json().code], answer.body).toEqual([403, "forbidden"]);
    }
    expect(
      (await recruiter.browser.post("/v1/invitations", { emails: ["x@example.org"], role: "billing" })).statusCode,
    ).toBe(201);
  });

  test("are removed only with another in their place", async () => {
    const { id } = (await admin.browser.post("/v1/roles", { name: "Temp", permissions: ["agents:read"] })).json();
    const person = await joinAs(world, scope, id, "Tom");
    const refused = await admin.browser.delete(`/v1/roles/${id}`);
    expect([refused.statusCode, refused.json().field]).toEqual([409, "replacement"]);
    expect((await admin.browser.delete(`/v1/roles/${id}?replacement=owner`)).statusCode).toBe(403);
    expect((await admin.browser.delete(`/v1/roles/${id}?replacement=${id}`)).statusCode).toBe(409);
    expect((await admin.browser.delete(`/v1/roles/${id}?replacement=analyst`)).statusCode).toBe(204);
    expect(await roleOf(person)).toBe("analyst");
    expect((await admin.browser.delete(`/v1/roles/${id}`)).statusCode).toBe(404);
  });

  test("have names of their own, in whatever capitals, and take stale changes for what they are", async () => {
    const first = (await admin.browser.post("/v1/roles", { name: "Writers", permissions: ["ask"] })).json();
    for (const name of ["writers", "WRITERS ", "Ｗriters", "Owner", "billing"]) {
      const answer = await admin.browser.post("/v1/roles", { name, permissions: ["ask"] });
      expect([answer.statusCode, answer.json().code, answer.json().field], name).toEqual([
        409,
        "already_exists",
        "name",
      ]);
    }
    const change = (name: string) => admin.browser.patch(`/v1/roles/${first.id}`, { name }, { "if-match": `"1"` });
    expect((await change("Authors")).headers["etag"]).toBe('"2"');
    expect((await change("Poets")).json().code).toBe("stale");
  });

  test("are listed beside the built-in ones, with how many have them", async () => {
    const list = (await owner.browser.get("/v1/roles")).json().data;
    expect(list.slice(0, 6).map((role: { id: string }) => role.id)).toEqual([
      "owner",
      "admin",
      "editor",
      "operator",
      "analyst",
      "billing",
    ]);
    expect(list[0]).toMatchObject({ builtIn: true, members: 1 });
    expect(list.at(-1)).toMatchObject({ builtIn: false });
  });
});

describeDatabase("teams", () => {
  test("are made, changed and removed with their members", async () => {
    const made = await owner.browser.post("/v1/teams", { name: "Night shift", members: [admin.userId, owner.userId] });
    expect(made.json().members.map((one: { name: string }) => one.name)).toEqual(["Adam Admin", "Olga Owner"]);
    const { id } = made.json();
    expect((await admin.browser.get(`/v1/members?teamId=${id}`)).json().data).toHaveLength(2);
    const changed = await owner.browser.patch(`/v1/teams/${id}`, { members: [admin.userId] }, { "if-match": '"1"' });
    expect(changed.json()).toMatchObject({ revision: 2, name: "Night shift" });
    expect((await owner.browser.patch(`/v1/teams/${id}`, { name: "X" }, { "if-match": '"1"' })).statusCode).toBe(412);
    expect((await owner.browser.post("/v1/teams", { name: "night SHIFT" })).json().code).toBe("already_exists");
    expect((await owner.browser.patch(`/v1/teams/${id}`, { members: ["usr_nobody"] })).json().field).toBe("members");
    expect((await owner.browser.delete(`/v1/teams/${id}`)).statusCode).toBe(204);
    expect((await owner.browser.get(`/v1/teams/${id}`)).statusCode).toBe(404);
  });

  test("keep every name as it was written, and refuse what is none", async () => {
    const names = [
      "שירות לקוחות",
      "🧑‍🚒 Feuerwehr",
      "<img src=x onerror=alert(1)>",
      "a".repeat(120),
      "O'Brien; drop table",
    ];
    for (const name of names) {
      const made = await owner.browser.post("/v1/teams", { name });
      expect(made.json().name, name).toBe(name);
    }
    const tidied = await owner.browser.post("/v1/teams", { name: "  left\u202Eright\n " });
    expect(tidied.json().name).toBe("left right");
    for (const name of ["", "  ", "\u202E\u200F", "a".repeat(121), "a".repeat(5_000)]) {
      const answer = await owner.browser.post("/v1/teams", { name });
      expect([answer.statusCode, answer.json().field], JSON.stringify(name.slice(0, 9))).toEqual([400, "name"]);
    }
    const pages = [];
    let cursor = "";
    do {
      const page = (await owner.browser.get(`/v1/teams?limit=3${cursor && `&cursor=${cursor}`}`)).json();
      pages.push(...page.data);
      cursor = page.next;
    } while (cursor);
    expect(new Set(pages.map((team: { id: string }) => team.id)).size).toBe(pages.length);
    expect(pages.length).toBeGreaterThanOrEqual(6);
  });

  test("pressed twice, the same name is made once", async () => {
    const answers = await Promise.all([1, 2, 3].map(() => owner.browser.post("/v1/teams", { name: "Twice" })));
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409, 409]);
  });
});
