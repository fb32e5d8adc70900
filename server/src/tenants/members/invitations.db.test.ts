/** Invitations over the API: sent, resent, withdrawn, accepted, and everything that may be wrong with a link. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "../../house.testing.ts";
import { type Scope, SYSTEM } from "../../platform/index.ts";
import { describeDatabase, makeOrganization } from "../../testing/index.ts";
import { createBrowser } from "../accounts/browser.testing.ts";
import { joinAs, signUp, type TestPerson, tokenOf } from "../people.testing.ts";

let world: TestHouse;
let scope: Scope;
let owner: TestPerson;

beforeAll(async () => {
  world = await openTestHouse({ env: { PARLEY_SIGNUP: "open" } });
  scope = await makeOrganization(world.house.db, "Kettle & Chain");
  owner = await joinAs(world, scope, "owner", "Olga");
}, 180_000);
afterAll(() => world.close());

const invite = async (emails: string[], role = "editor", teams: string[] = []) =>
  owner.browser.post("/v1/invitations", { emails, role, teams });
const lookUp = (token: string) => createBrowser(world.app).post("/v1/invitations/lookup", { token });

describeDatabase("an invitation", () => {
  test("is mailed and accepted by whom it was sent to, with role and teams", async () => {
    const team = (await owner.browser.post("/v1/teams", { name: "Writers" })).json();
    const sent = await invite(["Grace@Example.org"], "editor", [team.id]);
    expect(sent.statusCode).toBe(201);
    const [result] = sent.json().data;
    expect(result).toMatchObject({
      email: "grace@example.org",
      outcome: "invited",
      invitation: { state: "pending", role: { id: "editor" }, teams: [{ name: "Writers" }], inviter: { name: "Olga" } },
    });
    const token = tokenOf(result.link);
    expect((await lookUp(token)).json()).toEqual({
      organization: "Kettle & Chain",
      inviter: "Olga",
      email: "grace@example.org",
      expiresAt: result.invitation.expiresAt,
    });
    const grace = await signUp(world, { name: "Grace", email: "grace@example.org" });
    const accepted = await grace.post("/v1/invitations/accept", { token });
    expect(accepted.json()).toEqual({ organizationId: scope.organizationId, name: "Kettle & Chain" });
    const [member] = (await owner.browser.get("/v1/members?search=grace")).json().data;
    expect(member).toMatchObject({ role: { id: "editor" }, teams: [{ name: "Writers" }] });
    const [listed] = (await owner.browser.get("/v1/invitations?state=accepted")).json().data;
    expect(listed).toMatchObject({ email: "grace@example.org", state: "accepted" });
    const mine = (await grace.get("/v1/organizations")).json().data;
    expect(mine.map((one: { name: string }) => one.name)).toContain("Kettle & Chain");
  });

  test("lets in somebody without an account, who signs up through it", async () => {
    const token = tokenOf((await invite(["new@example.org"])).json().data[0].link);
    const browser = await signUp(world, { name: "New", email: "new@example.org", invitation: token });
    expect((await browser.get("/v1/organizations")).json().data.map((one: { id: string }) => one.id)).toContain(
      scope.organizationId,
    );
  });

  test("says clearly what is wrong with a link", async () => {
    const other = await signUp(world, { name: "Else", email: "else@example.org" });
    const accept = async (token: string, browser = other) => {
      const answer = await browser.post("/v1/invitations/accept", { token });
      return [answer.statusCode, answer.json().code];
    };
    expect(await accept("nonsense")).toEqual([404, "not_found"]);
    expect((await lookUp("nonsense")).statusCode).toBe(404);

    const foreign = tokenOf((await invite(["somebody@example.org"])).json().data[0].link);
    const answer = await other.post("/v1/invitations/accept", { token: foreign });
    expect(answer.statusCode).toBe(403);
    expect(answer.json().detail).toContain("somebody@example.org");
    expect(answer.json().detail).toContain("else@example.org");

    const [first] = (await invite(["else@example.org"])).json().data;
    const [again] = (await invite(["else@example.org"])).json().data;
    expect(again).toMatchObject({ outcome: "again", invitation: { id: first.invitation.id } });
    expect(await accept(tokenOf(first.link))).toEqual([404, "not_found"]);

    expect((await owner.browser.delete(`/v1/invitations/${first.invitation.id}`)).statusCode).toBe(204);
    expect((await owner.browser.delete(`/v1/invitations/${first.invitation.id}`)).statusCode).toBe(204);
    expect(await accept(tokenOf(again.link))).toEqual([410, "link_expired"]);
    expect((await lookUp(tokenOf(again.link))).json().detail).toContain("withdrawn");
    expect((await owner.browser.post(`/v1/invitations/${first.invitation.id}/resend`)).statusCode).toBe(409);

    const good = tokenOf((await invite(["else@example.org"])).json().data[0].link);
    expect(await accept(good)).toEqual([200, undefined]);
    expect(await accept(good)).toEqual([409, "already_exists"]);
    expect((await lookUp(good)).json().code).toBe("link_expired");
    expect((await invite(["else@example.org"])).json().data[0]).toEqual({
      email: "else@example.org",
      outcome: "member",
      invitation: null,
      link: null,
    });
  });

  test("is over after seven days, until it is sent again", async () => {
    const late = await signUp(world, { name: "Late", email: "late@example.org" });
    const [{ link, invitation }] = (await invite(["late@example.org"])).json().data;
    await world.house.db.batch(SYSTEM, [
      {
        text: "update invitations set expires_at = now() - interval '1 second' where id = $1",
        values: [invitation.id],
      },
    ]);
    const expired = await late.post("/v1/invitations/accept", { token: tokenOf(link) });
    expect([expired.statusCode, expired.json().code]).toEqual([410, "link_expired"]);
    expect((await owner.browser.get("/v1/invitations?state=expired")).json().data[0]).toMatchObject({
      id: invitation.id,
      state: "expired",
    });
    const resent = (await owner.browser.post(`/v1/invitations/${invitation.id}/resend`)).json();
    expect(resent.invitation).toMatchObject({ id: invitation.id, state: "pending" });
    expect((await late.post("/v1/invitations/accept", { token: tokenOf(link) })).statusCode).toBe(404);
    expect((await late.post("/v1/invitations/accept", { token: tokenOf(resent.link) })).statusCode).toBe(200);
  });

  test("is used once, also when it is pressed twice", async () => {
    const twice = await signUp(world, { name: "Twice", email: "twice@example.org" });
    const token = tokenOf((await invite(["twice@example.org"])).json().data[0].link);
    const answers = await Promise.all([1, 2, 3].map(() => twice.post("/v1/invitations/accept", { token })));
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409, 409]);
  });

  test("goes to many at once, and to nobody when one of them is no address", async () => {
    const many = Array.from({ length: 50 }, (_, n) => `many${n}@example.org`);
    const sent = await invite([...many.slice(0, 49), "MANY0@example.org"]);
    expect(sent.json().data).toHaveLength(49);
    for (const emails of [[], [...many, "x@example.org"], ["not an address"], ["a@b", "ok@example.org"]]) {
      expect((await invite(emails)).statusCode, String(emails.length)).toBe(400);
    }
    expect((await invite(["x@example.org"], "rol_00000000000000000000000000")).json().field).toBe("role");
    expect((await invite(["x@example.org"], "king")).statusCode).toBe(400);
    const wrongTeam = await invite(["x@example.org"], "editor", ["team_00000000000000000000000000"]);
    expect(wrongTeam.json().field).toBe("teams");
  });

  test("is another organization's own affair", async () => {
    const other = await makeOrganization(world.house.db, "Other");
    const stranger = await joinAs(world, other, "owner", "Stranger");
    const [{ invitation }] = (await invite(["private@example.org"])).json().data;
    expect((await stranger.browser.get("/v1/invitations")).body).not.toContain("private@example.org");
    expect((await stranger.browser.post(`/v1/invitations/${invitation.id}/resend`)).statusCode).toBe(404);
    expect((await stranger.browser.delete(`/v1/invitations/${invitation.id}`)).statusCode).toBe(404);
  });

  test("keeps its token nowhere but in the sealed mail", async () => {
    const [{ link }] = (await invite(["sealed@example.org"])).json().data;
    const { db } = world.house;
    const [tables = []] = await db.batch(SYSTEM, [
      { text: "select tablename as name from pg_tables where schemaname = 'public'", values: [] },
    ]);
    expect(tables.length).toBeGreaterThan(20);
    for (const { name } of tables) {
      const [rows] = await db.batch(SYSTEM, [
        { text: `select 1 from "${String(name)}" t where position($1 in t::text) > 0`, values: [tokenOf(link)] },
      ]);
      expect(rows, String(name)).toEqual([]);
    }
  });
});
