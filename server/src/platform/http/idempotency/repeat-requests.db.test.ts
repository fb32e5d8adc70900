import { Readable } from "node:stream";
import Fastify, { type FastifyInstance } from "fastify";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import {
  createTestClock,
  describeDatabase,
  openTestDatabase,
  type TestClock,
  type TestDatabase,
} from "../../../testing/index.ts";
import { until } from "../../../testing/until.ts";
import { createLog } from "../../log.ts";
import { SYSTEM } from "../../scope.ts";
import { createSecrets } from "../../secrets.ts";
import { answerErrors } from "../answer-errors.ts";
import { repeatRequests } from "./repeat-requests.ts";

const log = createLog({ level: "silent", pretty: false });
const secrets = createSecrets("a-secret-that-only-tests-know-of");

describeDatabase("a repeated POST", () => {
  let test: TestDatabase;
  let app: FastifyInstance;
  let clock: TestClock;
  let done: string[] = [];
  let held: PromiseWithResolvers<void>;
  const further: FastifyInstance[] = [];

  beforeAll(async () => {
    test = await openTestDatabase();
  });
  afterAll(() => test.close());
  beforeEach(() => {
    clock = createTestClock(Date.now());
    done = [];
    held = Promise.withResolvers<void>();
    app = open();
  });
  afterEach(async () => {
    held.resolve();
    await Promise.all(further.splice(0).map((one) => one.close()));
  });

  /** A process: who asks stands in a header. */
  function open(): FastifyInstance {
    const one = Fastify({ bodyLimit: 30_000_000 });
    answerErrors(log).register(one);
    repeatRequests(one, {
      db: test.db,
      clock,
      log,
      secrets,
      askerOf: ({ headers }) => {
        const [organization, actor] = String(headers["x-asker"] ?? "").split("/");
        return actor === undefined ? null : { organization: Number(organization), actor };
      },
    });
    one.post("/v1/things", async (request, reply) => {
      const { kind, size }: Record<string, unknown> = { ...Object(request.body) };
      done.push(String(kind));
      const count = done.length;
      if (kind === "broken") throw new Error("no");
      if (kind === "refused") return reply.status(409).type("application/problem+json").send('{"code":"conflict"}');
      if (kind === "busy") return reply.status(429).send();
      if (kind === "nothing") return reply.status(204).send();
      if (kind === "bytes") return reply.type("application/octet-stream").send(Buffer.from([0, 255, 128]));
      if (kind === "large") return { text: "x".repeat(Number(size)) };
      if (kind === "held") await held.promise;
      return reply.status(201).header("location", `/v1/things/${count}`).send({ key: "parley_secret", count });
    });
    one.post("/v1/streams", async (request, reply) => {
      const { kind }: Record<string, unknown> = { ...Object(request.body) };
      done.push("stream");
      return reply.type("text/event-stream").send(Readable.from(parts(String(kind))));
    });
    one.post("/v1/searches", { config: { repeats: "freely" } }, async () => ({ count: done.push("search") }));
    further.push(one);
    return one;
  }
  async function* parts(kind: string) {
    yield "data: one\n\n";
    if (kind === "held") await held.promise;
    if (kind === "broken") throw new Error("no");
    yield kind === "large" ? "x".repeat(1_100_000) : "data: zwei ü\n\n";
  }

  interface Asked {
    key?: string | string[];
    as?: string;
    body?: unknown;
    at?: string;
    to?: FastifyInstance;
  }
  let keys = 0;
  const newKey = () => `key ${(keys += 1)}`;
  const post = ({ key, as = "1/key_a", body = { kind: "made" }, at = "/v1/things", to = app }: Asked) =>
    to.inject({
      method: "POST",
      url: at,
      headers: {
        "x-asker": as,
        "content-type": "application/json",
        ...(key !== undefined && { "idempotency-key": key }),
      },
      payload: typeof body === "string" ? body : JSON.stringify(body),
    });
  const codeOf = async (asked: Asked) => (await post(asked)).json().code;

  it("is done once and answered as the first time, by whatever process", async () => {
    const key = newKey();
    const first = await post({ key });
    const again = await post({ key, to: open() });
    expect([again.statusCode, again.body, again.headers["location"], again.headers["content-type"]]).toEqual([
      201,
      first.body,
      "/v1/things/1",
      first.headers["content-type"],
    ]);
    expect(first.headers["idempotency-replayed"]).toBeUndefined();
    expect(again.headers["idempotency-replayed"]).toBe("true");
    expect(done).toEqual(["made"]);
  });

  it("is two requests without a key, under two keys, and of two who ask", async () => {
    const key = newKey();
    for (const asked of [
      {},
      {},
      { key },
      { key: newKey() },
      { key, as: "1/key_b" },
      { key, as: "2/key_a" },
      { key, as: "0/usr_a" },
    ])
      expect((await post(asked)).headers["idempotency-replayed"]).toBeUndefined();
    expect(done).toHaveLength(7);
  });

  it("is refused when it says something else, or goes elsewhere", async () => {
    const key = newKey();
    await post({ key });
    expect(await codeOf({ key, body: { kind: "other" } })).toBe("repeated_differently");
    expect(await codeOf({ key, at: "/v1/streams" })).toBe("repeated_differently");
    expect(await codeOf({ key, at: "/v1/things?x=1" })).toBe("repeated_differently");
    expect(done).toHaveLength(1);
  });

  it("waits for the first one, which goes on", async () => {
    const key = newKey();
    const first = post({ key, body: { kind: "held" } });
    await until(() => done.length === 1);
    const meanwhile = await post({ key, body: { kind: "held" } });
    expect([meanwhile.statusCode, meanwhile.json().code, meanwhile.headers["retry-after"]]).toEqual([
      409,
      "still_running",
      "1",
    ]);
    // Longer than a lease: it is renewed as long as the process lives.
    for (let at = 0; at < 6; at += 1) {
      await clock.advance(20_000);
      await settled();
    }
    expect(await codeOf({ key, body: { kind: "held" } })).toBe("still_running");
    held.resolve();
    expect((await post({ key, body: { kind: "held" }, to: app }).then(() => first)).statusCode).toBe(201);
    expect((await post({ key, body: { kind: "held" } })).headers["idempotency-replayed"]).toBe("true");
    expect(done).toHaveLength(1);
  });

  it("is done anew when the process that began it has died", async () => {
    const key = newKey();
    await post({ key });
    const died = "update idempotent_requests set status = null, body = null, lease_until = $2 where key = $1";
    await test.db.batch(SYSTEM, [{ text: died, values: [key, new Date(clock.now() + 1_000)] }]);
    expect(await codeOf({ key })).toBe("still_running");
    await clock.advance(1_000);
    expect((await post({ key })).json().count).toBe(2);
  });

  it("is done once however many come at a time", async () => {
    const key = newKey();
    const other = open();
    const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => post({ key, to: n % 2 ? app : other })));
    expect(done).toHaveLength(1);
    expect(answers.filter(({ statusCode }) => ![201, 409].includes(statusCode))).toEqual([]);
    expect(
      answers.filter(({ statusCode, headers }) => statusCode === 201 && !headers["idempotency-replayed"]),
    ).toHaveLength(1);
  });

  it("keeps refusals, empty answers and bytes, but nothing that went wrong on our side", async () => {
    for (const [kind, status] of [
      ["refused", 409],
      ["nothing", 204],
      ["bytes", 200],
    ] as const) {
      const key = newKey();
      const first = await post({ key, body: { kind } });
      const again = await post({ key, body: { kind } });
      expect([first.statusCode, again.statusCode]).toEqual([status, status]);
      expect(again.rawPayload).toEqual(first.rawPayload);
      expect(again.headers["idempotency-replayed"]).toBe("true");
    }
    for (const kind of ["broken", "busy"]) {
      const key = newKey();
      await post({ key, body: { kind } });
      expect((await post({ key, body: { kind } })).headers["idempotency-replayed"]).toBeUndefined();
    }
    expect(done).toEqual(["refused", "nothing", "bytes", "broken", "broken", "busy", "busy"]);
  });

  it("is not done twice either when its answer was too large to keep, and says so", async () => {
    for (const [body, at] of [
      [{ kind: "large", size: 1_100_000 }, "/v1/things"],
      [{ kind: "large" }, "/v1/streams"],
    ] as const) {
      const key = newKey();
      expect((await post({ key, body, at })).body.length).toBeGreaterThan(1_050_000);
      const again = await post({ key, body, at });
      expect([again.statusCode, again.json().code]).toEqual([409, "conflict"]);
      expect(again.json().detail).toContain("too large to be kept");
    }
    expect(done).toHaveLength(2);
  });

  it("gets the whole stream again, also when the first reader left in the middle of it", async () => {
    const key = newKey();
    const first = await post({ key, at: "/v1/streams", body: { kind: "whole" } });
    const again = await post({ key, at: "/v1/streams", body: { kind: "whole" } });
    expect([again.body, again.headers["content-type"]]).toEqual([first.body, "text/event-stream"]);
    expect(again.body).toContain("zwei ü");

    const left = newKey();
    await app.listen({ host: "127.0.0.1", port: 0 });
    const { port } = Object(app.server.address());
    const leaving = new AbortController();
    const response = await fetch(`http://127.0.0.1:${port}/v1/streams`, {
      method: "POST",
      headers: { "x-asker": "1/key_a", "content-type": "application/json", "idempotency-key": left },
      body: JSON.stringify({ kind: "held" }),
      signal: leaving.signal,
    });
    await response.body?.getReader().read();
    leaving.abort();
    held.resolve();
    const asked = { key: left, at: "/v1/streams", body: { kind: "held" } };
    await until(async () => (await post(asked)).statusCode === 200);
    expect((await post(asked)).body).toBe("data: one\n\ndata: zwei ü\n\n");
    expect(done).toHaveLength(2);
  });

  it("forgets a stream that broke", async () => {
    const key = newKey();
    const asked = { key, at: "/v1/streams", body: { kind: "broken" } };
    await post(asked).catch(() => undefined);
    await until(async () => (await rows(key)).length === 0);
    await post(asked).catch(() => undefined);
    expect(done).toHaveLength(2);
  });

  it("may be done again after a day, and is swept away", async () => {
    const key = newKey();
    await app.ready();
    await post({ key });
    await clock.advance(24 * 3_600_000 - 1_000);
    expect((await post({ key })).headers["idempotency-replayed"]).toBe("true");
    await clock.advance(3_600_000);
    await until(async () => (await rows(key)).length === 0);
    expect((await post({ key, body: { kind: "other" } })).json().count).toBe(2);
  });

  it("keeps no secret in the open", async () => {
    const key = newKey();
    await post({ key, body: { kind: "made", password: "correct horse" } });
    const text = JSON.stringify(await rows(key));
    expect(text).not.toMatch(/parley_secret|correct horse/);
    expect(text).not.toContain(Buffer.from("parley_secret").toString("base64").slice(0, 12));
  });

  it("takes no key that is none, and listens to none where it does not matter", async () => {
    for (const key of ["", "ü", "x".repeat(256), "a\u0007b"]) {
      const answer = await post({ key });
      expect([answer.statusCode, answer.json().field]).toEqual([400, "Idempotency-Key"]);
    }
    expect((await post({ key: ["a", "b"] })).statusCode).toBe(400);
    expect((await post({ key: `${"~ !".repeat(80)} ${newKey()}` })).statusCode).toBe(201);
    const key = newKey();
    for (const count of [2, 3]) expect((await post({ key, at: "/v1/searches" })).json().count).toBe(count);
    for (const count of [4, 5]) expect((await post({ key, as: "" })).json().count).toBe(count);
  });

  it("takes ten megabytes, and does not repeat what could not be read", async () => {
    const key = newKey();
    const body = JSON.stringify({ kind: "made", text: "ü".repeat(5_000_000) });
    expect((await post({ key, body })).statusCode).toBe(201);
    expect((await post({ key, body })).headers["idempotency-replayed"]).toBe("true");
    const broken = newKey();
    expect((await post({ key: broken, body: '{"kind":' })).statusCode).toBe(400);
    expect((await post({ key: broken })).statusCode).toBe(201);
  });

  const rows = async (key: string) =>
    (await test.db.batch(SYSTEM, [{ text: "select * from idempotent_requests where key = $1", values: [key] }]))[0] ??
    [];
  /** Until what the clock set off has reached the database. */
  const settled = () => test.db.batch(SYSTEM, [{ text: "select 1", values: [] }]);
});
