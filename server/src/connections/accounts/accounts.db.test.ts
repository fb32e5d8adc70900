/** Accounts elsewhere: how access comes, who may come back with it, that it is never shown, and how it is given back. */
import { serveDrive, serveIntercom, type ServedDrive, type ServedIntercom } from "@parley/adapters/testing";
import { connectedAccount, container, googleClient, googleConsent, googleReturn } from "@parley/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type Call, callerOf, keyWith } from "../../caller.testing.ts";
import { openTestHouse, type TestHouse } from "../../house.testing.ts";
import { SYSTEM } from "../../platform/index.ts";
import { describeDatabase, makeOrganization } from "../../testing/index.ts";

const accounts = z.object({ data: z.array(connectedAccount) });
const containers = z.object({ data: z.array(container), next: z.string().nullable() });
const RETURN = "/v1/connected-accounts/google/return";
let world: TestHouse;
let call: Call;
let drive: ServedDrive;
let intercom: ServedIntercom;
beforeAll(async () => {
  [drive, intercom] = await Promise.all([serveDrive(), serveIntercom()]);
  world = await openTestHouse({
    env: {
      GOOGLE_BASE_URL: drive.url,
      INTERCOM_BASE_URL: intercom.url,
      PARLEY_PUBLIC_URL: "https://chat.example.com",
    },
  });
  call = callerOf(world);
});
afterAll(async () => {
  await world.close();
  await Promise.all([drive.close(), intercom.close()]);
});

const setClient = (key?: string) =>
  call("PUT", "/v1/oauth-clients/google", {
    body: { clientId: "client-1.apps", clientSecret: drive.client.secret },
    ...(key !== undefined && { key }),
  });

/** Goes to Google and says yes there; what Google sends back with. */
async function consent(key?: string) {
  drive.client.id = "client-1.apps";
  await setClient(key);
  const { url } = (
    await call("POST", "/v1/connected-accounts/google/consent", {
      body: { returnTo: "/o/x" },
      ...(key !== undefined && { key }),
    })
  ).as(googleConsent);
  const location = (await fetch(url, { redirect: "manual" })).headers.get("location") ?? "";
  const back = new URL(location);
  return { url, back, state: back.searchParams.get("state") ?? "", code: back.searchParams.get("code") ?? "" };
}

const connect = async () => {
  const { state, code } = await consent();
  return (await call("POST", RETURN, { body: { state, code } })).as(googleReturn);
};

describeDatabase("an account at Google", () => {
  test("needs a client, which says where it has to send people back to", async () => {
    const before = (await call("GET", "/v1/oauth-clients/google")).as(googleClient);
    expect(before).toEqual({
      clientId: null,
      secretHint: null,
      from: null,
      redirectUri: "https://chat.example.com/connect/google",
    });
    const refused = await call("POST", "/v1/connected-accounts/google/consent", { body: {} });
    expect([refused.status, refused.problem.detail]).toEqual([409, expect.stringContaining("Settings, Connections")]);
    expect((await setClient()).body).toMatchObject({
      from: "organization",
      clientId: "client-1.apps",
      secretHint: "et-1",
    });
    expect((await call("DELETE", "/v1/oauth-clients/google")).status).toBe(204);
    expect((await call("DELETE", "/v1/oauth-clients/google")).status).toBe(404);
  });

  test("is asked for reading alone, for good, with PKCE and a state", async () => {
    const { url, back } = await consent();
    const asked = Object.fromEntries(new URL(url).searchParams);
    expect(asked).toMatchObject({
      scope: "https://www.googleapis.com/auth/drive.readonly",
      access_type: "offline",
      code_challenge_method: "S256",
      code_challenge: expect.stringMatching(/^[\w-]{43}$/u),
      state: expect.stringMatching(/^org_\w+\.[\w-]{43}$/u),
    });
    expect(back.origin + back.pathname).toBe("https://chat.example.com/connect/google");
  });

  test("is connected by the way back, once, and connected again it is the same", async () => {
    const { account, returnTo } = await connect();
    expect(account).toMatchObject({
      provider: "google-drive",
      name: "owner@example.org",
      state: "working",
      usedBy: [],
    });
    expect(returnTo).toBe("/o/x");
    expect((await connect()).account.id).toBe(account.id);
    expect((await call("GET", "/v1/connected-accounts")).as(accounts).data).toHaveLength(1);
  });

  test("never shows a token, a secret or a verifier: not in answers, not in the audit log, not in the database", async () => {
    await connect();
    const answers = await Promise.all(
      ["/v1/connected-accounts", "/v1/audit-entries", "/v1/oauth-clients/google"].map((path) => call("GET", path)),
    );
    const tables = ["connected_accounts", "oauth_clients", "oauth_grants", "audit_entries"];
    const rows = await world.house.db.batch(
      SYSTEM,
      tables.map((table) => ({ text: `select * from ${table}`, values: [] })),
    );
    const everything = JSON.stringify([answers.map(({ body }) => body), rows]);
    for (const secret of [drive.client.secret, ...drive.refresh, ...drive.access, "client-secret"])
      expect(everything).not.toContain(secret);
    expect(everything).toContain("connected-account.created");
    expect(everything).toContain("oauth-client.changed");
  });

  test("cannot be connected twice by one way back, nor by a state that was made up", async () => {
    const { state, code } = await consent();
    expect((await call("POST", RETURN, { body: { state, code } })).status).toBe(200);
    for (const given of [state, `${state}x`, `${state.split(".")[0]}.${"A".repeat(43)}`, "x"])
      expect((await call("POST", RETURN, { body: { state: given, code } })).problem.code).toBe("link_expired");
  });

  test("is nobody's who did not begin: not another organization's, not another member's", async () => {
    const { state, code } = await consent();
    const before = drive.requests.length;
    const other = { ...world.house.tenants.adminScope, ...(await makeOrganization(world.house.db)) };
    const scopes = ["connections:read", "connections:write"] as const;
    const strangers = [await keyWith(world, [...scopes], other), await keyWith(world, [...scopes])];
    for (const key of strangers) {
      const refused = await call("POST", RETURN, { key, body: { state, code } });
      expect(refused.problem.code).toBe("link_expired");
    }
    expect(drive.requests).toHaveLength(before);
    expect((await call("POST", RETURN, { body: { state, code } })).status).toBe(200);
  });

  test("is not connected after ten minutes, nor when the code belongs to another verifier", async () => {
    const late = await consent();
    const past = { text: "update oauth_grants set expires_at = now() - interval '1 second'", values: [] };
    await world.house.db.batch(SYSTEM, [past]);
    expect((await call("POST", RETURN, { body: late })).problem.code).toBe("link_expired");
    const [one, two] = [await consent(), await consent()];
    const crossed = await call("POST", RETURN, { body: { state: one.state, code: two.code } });
    expect([crossed.status, crossed.problem.code]).toEqual([422, "vendor_refused"]);
  });

  test.each(["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/a b"])(
    "leads nobody away afterwards: %s",
    async (returnTo) => {
      const refused = await call("POST", "/v1/connected-accounts/google/consent", { body: { returnTo } });
      expect(refused.problem).toMatchObject({ code: "invalid_request", field: "returnTo" });
    },
  );

  test("says so when access was taken back, and when its client is another one", async () => {
    const { account } = await connect();
    const test = async () =>
      (await call("POST", `/v1/connected-accounts/${account.id}/test`, { body: {} })).as(connectedAccount);
    expect((await test()).state).toBe("working");
    await call("PUT", "/v1/oauth-clients/google", {
      body: { clientId: "client-2.apps", clientSecret: "another-secret" },
    });
    drive.access.clear();
    expect(await test()).toMatchObject({ state: "revoked", message: expect.stringContaining("another client") });
    await setClient();
    expect((await test()).state).toBe("working");
    drive.access.clear();
    drive.refresh.clear();
    expect(await test()).toMatchObject({
      state: "revoked",
      message: expect.stringContaining("Connect the account again"),
    });
    expect((await connect()).account).toMatchObject({ id: account.id, state: "working", message: null });
  });

  test("opens its folders, for those alone who may see connections", async () => {
    const { account } = await connect();
    drive.folder("handbook", "top");
    const path = `/v1/connected-accounts/${account.id}/containers`;
    expect((await call("GET", path)).as(containers).data).toMatchObject([{ id: "root" }, { choosable: false }]);
    expect((await call("GET", `${path}?parent=root`)).as(containers).data).toMatchObject([{ id: "handbook" }]);
    expect((await call("GET", `${path}?q=BOOK`)).as(containers).data).toHaveLength(1);
    const blind = await keyWith(world, ["knowledge:write"]);
    expect((await call("GET", path, { key: blind })).status).toBe(403);
    const other = { ...world.house.tenants.adminScope, ...(await makeOrganization(world.house.db)) };
    const stranger = await keyWith(world, ["knowledge:write", "connections:read", "connections:write"], other);
    for (const [method, tail] of [
      ["GET", "/containers"],
      ["GET", ""],
      ["POST", "/test"],
      ["DELETE", ""],
    ] as const) {
      const answer = await call(method, `/v1/connected-accounts/${account.id}${tail}`, {
        key: stranger,
        ...(method === "POST" && { body: {} }),
      });
      expect(answer.status, tail).toBe(404);
    }
  });

  test("gives its access back when it is removed", async () => {
    const { account } = await connect();
    expect(drive.refresh.size).toBeGreaterThan(0);
    const held = drive.refresh.size;
    expect((await call("DELETE", `/v1/connected-accounts/${account.id}`)).status).toBe(204);
    expect(drive.refresh.size).toBe(held - 1);
    expect((await call("GET", `/v1/connected-accounts/${account.id}`)).status).toBe(404);
  });
});

describeDatabase("an account at Intercom", () => {
  const input = (token = intercom.token.good) => ({ provider: "intercom", token });

  test("is connected by a token that works, and by no other", async () => {
    const wrong = await call("POST", "/v1/connected-accounts", { body: input("not-the-token") });
    expect([wrong.status, wrong.problem.code, wrong.problem.field]).toEqual([422, "vendor_refused", "token"]);
    expect(wrong.problem.detail).not.toContain("secret words");
    const made = (await call("POST", "/v1/connected-accounts", { body: input() })).as(connectedAccount);
    expect(made).toMatchObject({ provider: "intercom", name: "Shop", region: "us", state: "working" });
    intercom.token.good = "intercom-token-new";
    const again = (await call("POST", "/v1/connected-accounts", { body: input() })).as(connectedAccount);
    expect(again.id).toBe(made.id);
    expect(JSON.stringify((await call("GET", "/v1/connected-accounts")).body)).not.toContain("intercom-token");
  });

  test.each(["has spaces in it", "line\r\nbreak: x", "ключ-ключ", ""])(
    "takes no token that is none: %j",
    async (token) => {
      expect((await call("POST", "/v1/connected-accounts", { body: input(token) })).problem.code).toBe(
        "invalid_request",
      );
    },
  );

  test("says that Intercom cannot be reached where it cannot", async () => {
    intercom.faults.push({ path: /me/u, how: 422, times: 1 });
    const refused = await call("POST", "/v1/connected-accounts", { body: input() });
    expect([refused.status, refused.problem.code]).toEqual([422, "vendor_refused"]);
  });
});
