/** Where the widget was seen, who may ask for it, and sites that may not hold it. */
import { defaultLook, type Install, type Look, newId } from "@parley/contracts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "../../house.testing.ts";
import {
  describeDatabase,
  makeOrganization,
  ownSite,
  type ServedSite,
  serveSite,
  type SiteOptions,
  until,
} from "../../testing/index.ts";
import { MOST_SITES } from "./install-store.ts";

const routes: NonNullable<SiteOptions["routes"]> = new Map();
let world: TestHouse;
let site: ServedSite;
let agentId: string;
let authorization: string;

beforeAll(async () => {
  site = await serveSite(ownSite, { routes });
  world = await openTestHouse({
    env: { PARLEY_ALLOW_PRIVATE_ADDRESSES: "127.0.0.1", PARLEY_PUBLIC_URL: "https://chat.example" },
  });
  authorization = `Bearer ${(await keyFor("agents:read", "agents:write")).key}`;
});
afterAll(async () => {
  await world.close();
  await site.close();
});
beforeEach(async () => {
  ({ id: agentId } = await world.house.agents.create(world.house.tenants.adminScope, { name: "Shop" }));
});

async function keyFor(...scopes: ("agents:read" | "agents:write")[]) {
  return world.house.tenants.keys.create(world.house.tenants.adminScope, { name: "test", scopes, expiresAt: null });
}

const launcher = (origin?: string, path = "") =>
  world.app.inject({
    url: `/widget/agents/${agentId}/launcher${path}`,
    headers: origin === undefined ? {} : { origin },
  });
const session = (origin: string | null) =>
  world.app.inject({ method: "POST", url: "/v1/widget/sessions", payload: { agentId, token: null, origin } });
const api = (method: "GET" | "POST" | "DELETE", path: string, payload?: object) =>
  world.app.inject({
    method,
    url: `/v1/agents/${agentId}${path}`,
    headers: { authorization },
    ...(payload === undefined ? {} : { payload }),
  });
async function installs(): Promise<Install[]> {
  await world.house.installs.write();
  const { data }: { data: Install[] } = (await api("GET", "/installs")).json();
  return data;
}
const wear = (look: Partial<Look>) =>
  world.house.agents.change(
    world.house.tenants.adminScope,
    { id: agentId, revision: undefined },
    { look: { ...defaultLook, ...look } },
  );

describeDatabase("sites with the widget", () => {
  test("are noted by their origin when a browser asks for the launcher or opens the chat", async () => {
    expect(await installs()).toEqual([]);
    await launcher("https://shop.example");
    await session("https://shop.example/secret?x=1");
    await session("https://shop.example");
    await launcher("http://localhost:3000");
    expect(await installs()).toMatchObject([
      { origin: "http://localhost:3000", local: true, opened: 0 },
      { origin: "https://shop.example", local: false, opened: 2, openedToday: 2 },
    ]);
  });

  test("are not /try, the editor's preview, programs, or this server itself", async () => {
    await launcher();
    await launcher("null");
    await launcher("https://chat.example");
    await launcher("https://shop.example", "?preview=1");
    await session(null);
    await session("https://chat.example");
    await session("file:///home/ada/index.html");
    expect(await installs()).toEqual([]);
  });

  test("are told to the members who look on", async () => {
    const heard: unknown[] = [];
    const { organization } = world.house.tenants.adminScope;
    const end = world.house.realtime.subscribe(`organization:${organization}`, (change) => heard.push(change));
    await launcher("https://shop.example");
    await until(() => heard.length > 0);
    expect(heard).toEqual([{ resource: "installs", id: null, agentId }]);
    end();
  });

  test("are not many because somebody says so: a flood costs few rows and few writes", async () => {
    for (let at = 0; at < 3 * MOST_SITES; at += 1) await launcher(`https://flood-${at}.example`);
    const rows = await installs();
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.length).toBeLessThanOrEqual(MOST_SITES);
  });

  test("can be forgotten, and come back", async () => {
    await launcher("https://shop.example");
    expect(await installs()).toHaveLength(1);
    const path = `/installs?origin=${encodeURIComponent("https://shop.example")}`;
    expect((await api("DELETE", path)).statusCode).toBe(204);
    expect(await installs()).toEqual([]);
    expect((await api("DELETE", path)).statusCode).toBe(404);
    await launcher("https://shop.example");
    expect(await installs()).toHaveLength(1);
  });

  test("are another organization's own business", async () => {
    const other = await makeOrganization(world.house.db, "Other");
    const theirs = await world.house.agents.create(other, { name: "Theirs" });
    for (const [method, path] of [
      ["GET", "/installs"],
      ["GET", "/snippet"],
      ["DELETE", "/installs?origin=https://x.example"],
      ["POST", "/installs/check"],
    ] as const) {
      for (const id of [theirs.id, newId("agent")]) {
        const url = `/v1/agents/${id}${path}`;
        const payload = method === "POST" ? { payload: {} } : {};
        const answer = await world.app.inject({ method, url, headers: { authorization }, ...payload });
        expect(answer.statusCode, `${method} ${path}`).toBe(404);
      }
    }
    const reader = `Bearer ${(await keyFor("agents:read")).key}`;
    const check = { method: "POST", url: `/v1/agents/${agentId}/installs/check`, payload: {} } as const;
    expect((await world.app.inject({ ...check, headers: { authorization: reader } })).statusCode).toBe(403);
    expect((await world.app.inject(check)).statusCode).toBe(401);
  });
});

describeDatabase("a look that names domains", () => {
  test("lets browsers show the chat there and nowhere else", async () => {
    await wear({ domains: ["shop.example", "*.shop.example"] });
    const policy = async () =>
      String((await world.app.inject({ url: `/widget/frame?agent=${agentId}` })).headers["content-security-policy"]);
    expect(await policy()).toContain(
      "frame-ancestors 'self' https://shop.example http://shop.example https://*.shop.example http://*.shop.example",
    );
    for (const origin of ["https://shop.example", "https://www.shop.example", undefined]) {
      const { on }: { on: string } = (await launcher(origin)).json();
      expect(new RegExp(on).test("/any"), origin).toBe(true);
    }
    const { on }: { on: string } = (await launcher("https://evil.example")).json();
    for (const path of ["", "/", "/any?x#y"]) expect(new RegExp(on).test(path)).toBe(false);
    expect((await session("https://evil.example")).statusCode).toBe(403);
    expect((await session("https://www.shop.example")).statusCode).toBe(200);
    expect((await session(null)).statusCode).toBe(200);
    expect((await installs()).map(({ origin }) => origin).sort()).toEqual([
      "https://shop.example",
      "https://www.shop.example",
    ]);
  });

  test("does not open the preview to them", async () => {
    await wear({ domains: ["shop.example"] });
    for (const url of [`/widget/frame?agent=${agentId}&preview=1`, `/widget/stage?agent=${agentId}`]) {
      const policy = String((await world.app.inject({ url })).headers["content-security-policy"]);
      expect(policy, url).toMatch(/frame-ancestors 'self'(;|$)/);
    }
  });
});

describeDatabase("the snippet", () => {
  test("names this server and the agent", async () => {
    expect((await api("GET", "/snippet")).json()).toEqual({
      server: "https://chat.example",
      html: `<script async src="https://chat.example/widget.js" data-agent="${agentId}"></script>`,
      local: false,
    });
  });

  test("is looked for on a page, with what stands in the way", async () => {
    const page = (html: string, headers: Record<string, string> = {}) =>
      routes.set("/page", (_, response) =>
        response.writeHead(200, { "content-type": "text/html", ...headers }).end(html),
      );
    const check = async (url: string | null) => (await api("POST", "/installs/check", { url })).json();
    const url = `${site.origin}/page`;
    const line = `<script async src="https://chat.example/widget.js" data-agent="${agentId}"></script>`;
    page(`<p>${"words ".repeat(60)}</p>${line}`);
    expect(await check(url)).toMatchObject({ status: "found", url, hints: [], lastSeenAt: null });
    page(`<p>${"words ".repeat(60)}</p>${line}`, { "content-security-policy": "frame-src 'none'" });
    expect(await check(url)).toMatchObject({
      status: "found",
      hints: [{ hint: "content-policy", detail: "frame-src" }],
    });
    await wear({ pages: { show: [], hide: ["/page"] } });
    expect((await check(url)).hints).toContainEqual({ hint: "hidden-here", detail: null });
    page("<p>nothing</p>");
    await launcher(site.origin);
    await installs();
    expect(await check(url)).toMatchObject({ status: "not-found", lastSeenAt: expect.any(String) });
    expect(await check(`${site.origin}/nowhere`)).toMatchObject({
      status: "not-found",
      hints: [{ hint: "http-error", detail: "404" }],
    });
    expect(await check("http://127.0.0.1:1/")).toMatchObject({ status: "unreachable", message: expect.any(String) });
    expect(await check("http://192.168.77.1/")).toMatchObject({ status: "unreachable" });
    for (const wrong of [null, "ftp://shop.example", "http://", "javascript:alert(1)"])
      expect((await api("POST", "/installs/check", { url: wrong })).json(), String(wrong)).toMatchObject({
        code: "invalid_url",
        field: "url",
      });
  });
});
