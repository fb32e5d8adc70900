/** What answers carry beside their content: who may frame, read and keep them, and what of a request is believed. */
import { newId } from "@parley/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "../house.testing.ts";
import { describeDatabase } from "../testing/index.ts";

let world: TestHouse;
let agentId: string;
const evil = "https://evil.example";

beforeAll(async () => {
  world = await openTestHouse({ env: { PARLEY_LIMIT_ADDRESS_PER_MINUTE: "60" } });
  ({ id: agentId } = await world.house.agents.create(world.house.tenants.adminScope, { name: "Shop" }));
});
afterAll(() => world.close());

type Answer = Awaited<ReturnType<TestHouse["app"]["inject"]>>;
type Method = "GET" | "HEAD" | "OPTIONS" | "POST";

const ask = (
  url: string,
  over: { method?: Method; headers?: Record<string, string>; body?: unknown } = {},
): Promise<Answer> =>
  world.app.inject({
    method: over.method ?? "GET",
    url,
    headers: {
      accept: "text/html",
      ...(over.body === undefined ? {} : { "content-type": "application/json" }),
      ...over.headers,
    },
    ...(over.body === undefined ? {} : { payload: JSON.stringify(over.body) }),
  });

const frame = () => `/widget/frame?agent=${agentId}`;
const pages = () => [
  `/try/${agentId}`,
  frame(),
  "/nowhere",
  `/try/${newId("agent")}`,
  `/widget/stage?agent=${agentId}`,
  "/widget/stage",
  "/widget/frame?agent=x",
  "/widget/frame",
];
const others = () => [
  "/healthz",
  "/readyz",
  "/metrics",
  "/openapi.json",
  "/v1/agents",
  "/v1/nowhere",
  "/widget.js",
  `/widget/agents/${agentId}/launcher`,
  `/widget/agents/${agentId}/logo`,
  "/widget/agents/x/logo",
  "/%zz",
];

function policyOf(answer: Answer): Record<string, string> {
  const text = String(answer.headers["content-security-policy"]);
  return Object.fromEntries(text.split(";").map((part) => part.trim().split(/ (.*)/s).slice(0, 2)));
}

describeDatabase("every answer", () => {
  test("forbids guessing its type, and says where it may be kept and framed", async () => {
    for (const url of [...pages(), ...others()]) {
      const answer = await ask(url);
      expect(answer.statusCode, url).toBeLessThan(500);
      expect(answer.headers["x-content-type-options"], url).toBe("nosniff");
      expect(answer.headers["referrer-policy"], url).toMatch(/^(no-referrer|strict-origin-when-cross-origin)$/);
      expect(answer.headers["cache-control"], url).toBeDefined();
      expect(answer.headers["x-request-id"], url).toMatch(/^req_/);
      expect(answer.headers["set-cookie"], url).toBeUndefined();
      expect(answer.headers["server"] ?? answer.headers["x-powered-by"], url).toBeUndefined();
      expect(policyOf(answer)["default-src"], url).toBe("'none'");
    }
  });

  test("that is a page runs our scripts and styles only, and is framed nowhere but the messenger", async () => {
    for (const url of pages()) {
      const answer = await ask(url);
      expect(answer.headers["content-type"], url).toBe("text/html; charset=utf-8");
      const { "img-src": pictures, ...policy } = policyOf(answer);
      expect(["'self'", ...(url.startsWith("/widget/frame") ? ["'self' https:"] : [])], url).toContain(pictures);
      expect(JSON.stringify(policy), url).not.toMatch(/unsafe-|\*\.|https?:|data:/);
      expect(policy, url).toMatchObject({ "script-src": "'self'", "base-uri": "'none'", "form-action": "'none'" });
      const ancestors = url.startsWith("/widget/frame") ? "*" : url.includes("stage?") ? "'self'" : "'none'";
      expect(policy["frame-ancestors"], url).toBe(ancestors);
      expect(answer.headers["cache-control"], url).toMatch(/no-store|no-cache/);
      const nonce = /'nonce-([\w-]+)'/.exec(policy["style-src"] ?? "")?.[1];
      expect(nonce?.length, url).toBeGreaterThanOrEqual(20);
      expect((await ask(url)).headers["content-security-policy"]).not.toContain(nonce);
      expect(answer.body, url).not.toMatch(/<script(?![^>]*(?:src=|application\/json))|\son\w+=|style="/);
    }
  });

  test("lets pictures from elsewhere, which tell who looks, into the messenger alone", async () => {
    const pictures = async (url: string) => policyOf(await ask(url))["img-src"];
    expect(await pictures(frame())).toBe("'self' https:");
    for (const url of pages().filter((one) => !one.startsWith("/widget/frame")))
      expect(await pictures(url), url).toBe("'self'");
    for (const url of others()) expect([undefined, "'self'"], url).toContain(await pictures(url));
  });

  test("under /v1 is for no other origin, and not kept", async () => {
    const cases: [Method, string][] = [
      ["GET", "/v1/agents"],
      ["OPTIONS", "/v1/agents"],
      ["OPTIONS", "/v1/widget/sessions"],
      ["OPTIONS", `/v1/agents/${agentId}/ask`],
    ];
    for (const [method, url] of cases) {
      const answer = await ask(url, {
        method,
        headers: {
          origin: evil,
          "access-control-request-method": "POST",
          "access-control-request-headers": "content-type",
        },
      });
      for (const name of Object.keys(answer.headers)) expect(name, `${method} ${url}`).not.toMatch(/^access-control-/);
      expect(answer.headers["cache-control"]).toBe("no-store");
    }
    const session = await ask("/v1/widget/sessions", { method: "POST", body: { agentId }, headers: { origin: evil } });
    expect(session.headers["access-control-allow-origin"]).toBeUndefined();
    expect(session.headers["cache-control"]).toBe("no-store");
    // A form of another site can send these without asking; no route takes them.
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]) {
      const forged = await world.app.inject({
        method: "POST",
        url: "/v1/widget/sessions",
        payload: JSON.stringify({ agentId }),
        headers: { "content-type": type, origin: evil },
      });
      expect(forged.statusCode, type).toBe(415);
    }
  });

  test("that every site may read holds nothing of a visitor", async () => {
    for (const url of ["/widget.js", `/widget/agents/${agentId}/launcher`]) {
      const answer = await ask(url, { headers: { origin: evil } });
      expect([answer.statusCode, answer.headers["access-control-allow-origin"]], url).toEqual([200, "*"]);
      expect(answer.headers["access-control-allow-credentials"]).toBeUndefined();
      expect(answer.headers["cache-control"]).toMatch(/max-age=\d+/);
      expect(String(answer.headers["vary"])).toMatch(/accept-(encoding|language)/);
    }
  });
});

describeDatabase("a request", () => {
  test("is not believed about where it comes from", async () => {
    const statuses: number[] = [];
    for (let at = 0; at < 40; at += 1) {
      const headers = {
        "x-forwarded-for": `203.0.113.${at}`,
        forwarded: `for=203.0.113.${at}`,
        "x-real-ip": `203.0.113.${at}`,
      };
      statuses.push((await ask("/v1/widget/sessions", { method: "POST", body: { agentId }, headers })).statusCode);
    }
    expect(statuses).toContain(429);
  });

  test("with another host in its head harms nobody", async () => {
    const hosts = [
      'evil.example"><script>alert(1)</script>',
      "evil.example'onload=alert(1)",
      "evil.example/path",
      "a@b",
      "",
      "evil.example\tx",
      "é.example",
      "x".repeat(5_000),
      "[::1",
      "evil.example:99999",
    ];
    for (const host of hosts) {
      const answer = await ask(`/try/${agentId}`, { headers: { host } });
      expect(answer.statusCode, host).toBeLessThan(500);
      expect(answer.body, host).not.toMatch(/<script>|onload|alert/);
      if (answer.statusCode === 200) expect(answer.headers["cache-control"]).toMatch(/no-store/);
    }
    const forwarded = await ask(`/try/${agentId}`, {
      headers: { host: "127.0.0.1:3000", "x-forwarded-host": "evil.example", "x-forwarded-proto": "gopher" },
    });
    expect(forwarded.body).not.toMatch(/evil\.example|gopher:/);
  });

  test("for the head alone, or for what may be asked, is answered sanely", async () => {
    for (const url of [`/try/${agentId}`, "/widget.js", "/healthz"]) {
      const [head, whole] = [await ask(url, { method: "HEAD" }), await ask(url)];
      expect([head.statusCode, head.body], url).toEqual([200, ""]);
      expect(head.headers["content-type"], url).toBe(whole.headers["content-type"]);
      expect((await ask(url, { method: "OPTIONS" })).statusCode, url).toBe(405);
    }
    expect((await ask(`/try/${newId("agent")}`, { method: "HEAD" })).statusCode).toBe(404);
    expect((await ask("/v1/agents", { method: "HEAD" })).statusCode).toBe(401);
    expect((await ask("/v1/nowhere", { method: "OPTIONS" })).statusCode).toBe(404);
    expect((await ask("/v1/realtime")).statusCode).toBe(404);
  });

  test("for the frame of no agent is told so, whatever it names", async () => {
    for (const name of [
      "",
      "x",
      newId("agent"),
      "%00",
      "'%22%3E%3Cscript%3E",
      "a".repeat(3_000),
      `${agentId}&agent=${agentId}`,
      `${agentId}%0d%0aset-cookie:x`,
    ]) {
      const answer = await ask(`/widget/frame?agent=${name}&lang=%00%22%3E&theme=%3Cscript%3E`);
      expect(answer.statusCode, name).toBeLessThan(500);
      expect(answer.headers["set-cookie"]).toBeUndefined();
      expect(answer.body).not.toMatch(/<script>|"><script/);
    }
  });
});

describeDatabase("the frame on a dark page", () => {
  test("is dark from its first picture on", async () => {
    expect((await ask(`${frame()}&theme=dark`)).body).toMatch(/<html [^>]*data-theme="dark"/);
    expect((await ask(`${frame()}&theme=pink`)).body).not.toMatch(/<html [^>]*data-theme/);
    expect((await ask(frame())).body).not.toMatch(/<html [^>]*data-theme/);
  });
});

describeDatabase("every link on the home page", () => {
  test("leads somewhere", async () => {
    const { body } = await ask("/", { headers: { host: "127.0.0.1:3000" } });
    const links = [...body.matchAll(/href="(\/[^"]*)"/g)].map((match) => match[1] ?? "");
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) expect((await ask(link)).statusCode, link).toBe(200);
  });
});
