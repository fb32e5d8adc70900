import { connect } from "node:net";
import { Fault, problem } from "@parley/contracts";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { createClock } from "../clock.ts";
import { createLog } from "../log.ts";
import { createMetrics } from "../metrics.ts";
import { securityContact } from "./security-contact.ts";
import { createHttpServer, type HttpServerDeps } from "./create-http-server.ts";

async function newServer(over: Partial<HttpServerDeps> = {}) {
  const lines: string[] = [];
  const server = await createHttpServer({
    log: createLog({ level: "info", pretty: false, destination: { write: (line) => lines.push(line) } }),
    metrics: createMetrics(),
    clock: createClock(),
    trustedProxies: [],
    bodyLimitBytes: 10_000,
    version: "1.2.3",
    ...over,
  });
  onTestFinished(() => server.close());
  const app = server.app.withTypeProvider<ZodTypeProvider>();
  const input = z.object({ settings: z.object({ pageLimit: z.number().int().max(10) }), name: z.string().optional() });
  app.post("/v1/things", { schema: { body: input, response: { 200: z.object({ ok: z.boolean() }) } } }, async () => ({
    ok: true,
    more: "hidden",
  }));
  app.get(
    "/v1/things/:id",
    {
      schema: {
        params: z.object({ id: z.string().min(3) }),
        querystring: z.object({ limit: z.coerce.number().max(5).optional() }),
      },
    },
    async (request) => ({ id: request.params.id, ip: request.ip }),
  );
  app.get("/fault", async () => {
    throw new Fault("rate_limited", "Slow down.", { retryAfterMs: 1_500 });
  });
  app.get("/broken", async () => {
    throw new Error("the visitor said hello");
  });
  app.get("/elsewhere", async () => {
    throw Object.assign(new Error("the visitor said hello"), { statusCode: 401 });
  });
  app.get(
    "/lies",
    { schema: { response: { 200: z.object({ id: z.string() }) } } },
    async () => ({ id: 7 }) as unknown as { id: string },
  );
  return { server, app: server.app, lines };
}

type Answer = Awaited<ReturnType<Awaited<ReturnType<typeof newServer>>["app"]["inject"]>>;

function problemIn(response: Answer) {
  expect(response.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
  const body = problem.parse(response.json());
  expect(body.requestId).toBe(response.headers["x-request-id"]);
  expect(body.requestId).toMatch(/^req_[0-9a-z]{26}$/);
  expect(body.status).toBe(response.statusCode);
  return body;
}

const json = { "content-type": "application/json" };
const post = (payload: string, headers: Record<string, string> = json) => ({
  method: "POST" as const,
  url: "/v1/things",
  payload,
  headers,
});

describe("failures", () => {
  it("are problems, each with its code, status and field", async () => {
    const { app, lines } = await newServer();
    const cases = [
      [post('{"settings":{"pageLimit":99}}'), 400, "invalid_request", "settings.pageLimit"],
      [post('{"settings":{}}'), 400, "invalid_request", "settings.pageLimit"],
      [post("[]"), 400, "invalid_request", undefined],
      [post('{"settings":'), 400, "invalid_request", undefined],
      [post(""), 400, "invalid_request", undefined],
      [post('{"__proto__":{"x":1}}'), 400, "invalid_request", undefined],
      [post("a=b", { "content-type": "application/x-www-form-urlencoded" }), 415, "unsupported_type", undefined],
      [post("text", { "content-type": "text/plain" }), 415, "unsupported_type", undefined],
      [post(JSON.stringify({ name: "x".repeat(20_000) })), 413, "too_large", undefined],
      [{ url: "/v1/things/abc?limit=9" }, 400, "invalid_request", "limit"],
      [{ url: "/v1/things/a" }, 404, "not_found", undefined],
      [{ url: "/nowhere" }, 404, "not_found", undefined],
      [{ url: "/v1/things/%zz" }, 400, "invalid_request", undefined],
      [{ url: `/v1/things/${"x".repeat(5_000)}` }, 404, "not_found", undefined],
      [{ method: "DELETE" as const, url: "/v1/things/abc" }, 405, "method_not_allowed", undefined],
      [{ method: "GET" as const, url: "/v1/things" }, 405, "method_not_allowed", undefined],
      [{ url: "/fault" }, 429, "rate_limited", undefined],
    ] as const;
    for (const [request, status, code, field] of cases) {
      const response = await app.inject(request);
      const body = problemIn(response);
      expect([response.statusCode, body.code, body.field], JSON.stringify(request).slice(0, 100)).toEqual([
        status,
        code,
        field,
      ]);
    }
    expect((await app.inject({ method: "DELETE", url: "/v1/things/abc?x=1" })).headers["allow"]).toBe("GET, HEAD");
    expect((await app.inject("/fault")).headers["retry-after"]).toBe("2");
    expect(lines).toEqual([]);
  });

  it("that nobody expected are told by reference and logged once, without what was said", async () => {
    const { app, lines } = await newServer();
    for (const url of ["/broken", "/lies", "/elsewhere"]) {
      const response = await app.inject(url);
      const body = problemIn(response);
      expect([body.code, body.status]).toEqual(["internal", 500]);
      expect(response.body).not.toContain("visitor");
      expect(body.detail).toContain(body.requestId);
      expect(lines.filter((line) => line.includes(body.requestId))).toHaveLength(1);
    }
    expect(lines).toHaveLength(3);
    expect(lines.join("")).not.toContain("visitor said");
    expect(lines[0]).toContain("http-server.test.ts");
  });

  it("of bytes that are no HTTP are answered and hung up", async () => {
    const { server } = await newServer();
    const { port } = await server.listen({ host: "127.0.0.1", port: 0 });
    const say = (text: string) =>
      new Promise<string>((resolve) => {
        let heard = "";
        const socket = connect(port, "127.0.0.1", () => socket.write(text));
        socket.on("data", (chunk) => (heard += chunk.toString()));
        socket.on("close", () => resolve(heard));
      });
    const babble = await say("HELO there\r\n\r\n");
    expect(babble).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(problem.parse(JSON.parse(babble.split("\r\n\r\n")[1] ?? "")).code).toBe("invalid_request");
    expect(await say(`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${"x".repeat(40_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
  });
});

describe("every answer", () => {
  it("has an id of its own and careful headers, which a handler may set otherwise", async () => {
    const { app } = await newServer();
    app.get("/page", async (_, reply) =>
      reply
        .type("text/html")
        .header("content-security-policy", "default-src 'self'")
        .header("cache-control", "max-age=5")
        .send("<p>"),
    );
    for (const url of ["/v1/things/abc", "/nowhere", "/broken", "/healthz"]) {
      const { headers } = await app.inject({ url, headers: { "x-request-id": "theirs" } });
      expect(headers, url).toMatchObject({
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cache-control": "no-store",
        "content-security-policy": expect.stringContaining("default-src 'none'"),
        "x-request-id": expect.stringMatching(/^req_/),
      });
    }
    const page = await app.inject("/page");
    expect([page.headers["content-security-policy"], page.headers["cache-control"]]).toEqual([
      "default-src 'self'",
      "max-age=5",
    ]);
  });

  it("asks for https for good where it came by https through a trusted proxy", async () => {
    const secure = { "x-forwarded-proto": "https" };
    const trusting = await newServer({ trustedProxies: ["loopback"] });
    const answer = await trusting.app.inject({ url: "/v1/things/abc", headers: secure });
    expect(answer.headers["strict-transport-security"]).toBe("max-age=31536000");
    const { app } = await newServer();
    const plain = await app.inject({ url: "/v1/things/abc", headers: secure });
    expect(plain.headers["strict-transport-security"]).toBeUndefined();
  });

  it("names whom to tell of a weakness", async () => {
    const { app } = await newServer();
    const clock = { ...createClock(), now: () => Date.UTC(2026, 0, 1, 12) };
    securityContact(app, { contact: "mailto:a@b.c", publicUrl: "https://chat.example.com", clock });
    const answer = await app.inject("/.well-known/security.txt");
    expect(answer.headers["content-type"]).toContain("text/plain");
    expect(answer.body).toBe(
      "Contact: mailto:a@b.c\nExpires: 2026-07-02T00:00:00.000Z\nPreferred-Languages: en\nCanonical: https://chat.example.com/.well-known/security.txt\n",
    );
  });

  it("holds only what its schema says", async () => {
    const { app } = await newServer();
    expect((await app.inject(post('{"settings":{"pageLimit":3}}'))).json()).toEqual({ ok: true });
  });

  it("is measured by route, not by address", async () => {
    const { app } = await newServer();
    await app.inject("/v1/things/abc");
    await app.inject("/nowhere/secret");
    const text = (await app.inject("/metrics")).body;
    expect(text).toContain('parley_http_seconds_count{method="GET",route="/v1/things/:id",status="200"} 1');
    expect(text).toContain('parley_http_seconds_count{method="GET",route="none",status="404"} 1');
    expect(text).not.toContain("secret");
  });

  it("believes a proxy only when told to", async () => {
    const forwarded = { url: "/v1/things/abc", headers: { "x-forwarded-for": "203.0.113.9" } };
    const { app } = await newServer();
    expect((await app.inject(forwarded)).json().ip).toBe("127.0.0.1");
    const behind = await newServer({ trustedProxies: ["127.0.0.0/8"] });
    expect((await behind.app.inject(forwarded)).json().ip).toBe("203.0.113.9");
    await expect(newServer({ trustedProxies: ["my-proxy"] })).rejects.toThrow(/PARLEY_TRUSTED_PROXIES/);
  });
});

describe("OpenAPI", () => {
  it("describes the routes, their problems and who needs a key", async () => {
    const { app } = await newServer();
    const shown = { body: z.object({ a: z.string() }), response: { 201: z.object({ b: z.number() }) } };
    app.post("/v1/keyed", { config: { permission: "admin" }, schema: shown }, async () => ({ b: 1 }));
    const document = (await app.inject("/openapi.json")).json();
    expect(document.info).toMatchObject({ title: "Parley", version: "1.2.3" });
    expect(Object.keys(document.paths)).not.toContain("/healthz");
    const keyed = document.paths["/v1/keyed"].post;
    expect(keyed.security).toEqual([{ bearer: [] }]);
    expect(keyed["x-permission"]).toBe("admin");
    expect(keyed.parameters).toEqual([
      expect.objectContaining({ in: "header", name: "idempotency-key", required: false }),
    ]);
    expect(keyed.requestBody.content["application/json"].schema.properties.a).toMatchObject({ type: "string" });
    expect(keyed.responses["201"].content["application/json"].schema.properties.b).toMatchObject({ type: "number" });
    const { $ref } = keyed.responses.default.content["application/problem+json"].schema;
    expect($ref).toBe("#/components/schemas/Problem");
    expect(document.components.schemas.Problem.required).toContain("requestId");
    expect(document.components.schemas.Problem.properties.code.enum).toContain("stale");
    expect(document.paths["/v1/things"].post.security).toBeUndefined();
    expect(document.components.securitySchemes.bearer).toMatchObject({ type: "http", scheme: "bearer" });
  });
});

describe("start and stop", () => {
  it("bounds how slowly a client may send, and how many may connect", async () => {
    const { app } = await newServer({ maxConnections: 7 });
    await app.ready();
    const { headersTimeout, requestTimeout, maxConnections } = app.server;
    expect({ headersTimeout, requestTimeout, maxConnections }).toEqual({
      headersTimeout: 15_000,
      requestTimeout: 120_000,
      maxConnections: 7,
    });
  });

  it("is alive at once, ready when told and while its checks hold", async () => {
    let database = true;
    const { server, app } = await newServer({
      checks: {
        database: async () => database,
        redis: async () => {
          if (!database) throw new Error("gone");
          return true;
        },
      },
    });
    expect((await app.inject("/healthz")).json()).toEqual({ status: "ok" });
    const starting = await app.inject("/readyz");
    expect([starting.statusCode, starting.json()]).toEqual([503, { status: "starting" }]);
    server.ready();
    expect((await app.inject("/readyz")).json()).toEqual({ status: "ready", checks: { database: true, redis: true } });
    database = false;
    const failing = await app.inject("/readyz");
    expect([failing.statusCode, failing.json()]).toEqual([
      503,
      { status: "failing", checks: { database: false, redis: false } },
    ]);
  });

  it("says which port is taken and what to do", async () => {
    const [one, other] = [await newServer(), await newServer()];
    const { port, url } = await one.server.listen({ host: "127.0.0.1", port: 0 });
    expect(url).toBe(`http://127.0.0.1:${port}`);
    const taken: unknown = await other.server.listen({ host: "127.0.0.1", port }).catch((error: unknown) => error);
    expect(taken).toMatchObject({
      code: "conflict",
      message: expect.stringMatching(new RegExp(`Port ${port} .*--port`)),
    });
    const elsewhere: unknown = await other.server
      .listen({ host: "192.0.2.1", port: 0 })
      .catch((error: unknown) => error);
    expect(elsewhere).toMatchObject({ code: "invalid_request", message: expect.stringContaining("--host") });
  });

  it("lets what runs end, refuses what comes later, and cuts off what never ends", async () => {
    const { server, app } = await newServer({ drainMs: 300 });
    const arrival = Promise.withResolvers<void>();
    const answer = Promise.withResolvers<string>();
    app.get("/held", async () => {
      arrival.resolve();
      return { text: await answer.promise };
    });
    app.get("/forever", () => new Promise<string>(() => undefined));
    const { url, port } = await server.listen({ host: "127.0.0.1", port: 0 });
    const holding = fetch(`${url}/held`);
    await arrival.promise;
    const kept = connect(port, "127.0.0.1");
    kept.on("error", () => undefined);
    const hungUp = new Promise((resolve) => kept.on("close", resolve));
    kept.write("GET /forever HTTP/1.1\r\nHost: x\r\n\r\n");
    await app.inject("/healthz");
    const closing = server.close();
    expect(problemIn(await app.inject("/v1/things/abc")).code).toBe("unavailable");
    answer.resolve("done");
    expect(await (await holding).json()).toEqual({ text: "done" });
    await closing;
    await hungUp;
    await expect(fetch(`${url}/healthz`)).rejects.toThrow("fetch failed");
  });
});
