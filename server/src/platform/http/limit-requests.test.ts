import Fastify from "fastify";
import { expect, it } from "vitest";
import { createTestClock } from "../../testing/create-test-clock.ts";
import { createLog } from "../log.ts";
import { createLimits } from "../limits.ts";
import { answerErrors } from "./answer-errors.ts";
import { limitAddresses, limitCallers, type RequestRates } from "./limit-requests.ts";

const perMinute = (burst: number) => ({ burst, perSecond: (burst * 2) / 60 });
const wide = perMinute(1_000);
const rates: RequestRates = {
  address: wide,
  anonymous: wide,
  key: wide,
  session: wide,
  organization: wide,
  agent: wide,
};

/** Who asks stands in headers; a caller without a kind is nobody. */
function serve(narrow: Partial<RequestRates>) {
  const clock = createTestClock();
  const deps = { limits: createLimits({ clock }), rates: { ...rates, ...narrow } };
  const app = Fastify({ trustProxy: true });
  answerErrors(createLog({ level: "silent", pretty: false })).register(app);
  limitAddresses(app, deps);
  limitCallers(app, {
    ...deps,
    callerOf: ({ headers }) => {
      const kind = headers["x-kind"];
      if (kind !== "key" && kind !== "session") return null;
      const organization = headers["x-organization"] === undefined ? null : Number(headers["x-organization"]);
      return { kind, id: String(headers["x-id"]), organization, agentId: headers["x-agent"] ? "agt_1" : null };
    },
  });
  app.get("/v1/things", async () => "ok");
  app.get("/page", async () => "ok");
  const ask = async (headers: Record<string, string> = {}, url = "/v1/things") => app.inject({ url, headers });
  const many = async (count: number, headers: Record<string, string> = {}, url?: string) => {
    const codes: number[] = [];
    for (let n = 0; n < count; n += 1) codes.push((await ask(headers, url)).statusCode);
    return codes;
  };
  return { ask, many, clock };
}

const key = (id: string, organization = "1") => ({
  authorization: "Bearer x",
  "x-kind": "key",
  "x-id": id,
  "x-organization": organization,
});

it("says how much is left, and when the bucket is full again", async () => {
  const { ask, clock } = serve({ key: perMinute(30), organization: perMinute(300) });
  const first = await ask(key("a"));
  expect(first.headers["ratelimit-policy"]).toBe('"key";q=60;w=60, "organization";q=600;w=60');
  expect(first.headers["ratelimit"]).toBe('"key";r=29;t=1, "organization";r=299;t=1');
  await ask(key("a"));
  expect((await ask(key("a"))).headers["ratelimit"]).toBe('"key";r=27;t=3, "organization";r=297;t=1');
  await clock.advance(3_000);
  expect((await ask(key("a"))).headers["ratelimit"]).toBe('"key";r=29;t=1, "organization";r=299;t=1');
});

it("refuses with when to come again, and counts each key, session, organization and agent for itself", async () => {
  const { ask, many, clock } = serve({
    key: perMinute(2),
    session: perMinute(3),
    organization: perMinute(4),
    agent: perMinute(1),
  });
  expect(await many(3, key("a", "1"))).toEqual([200, 200, 429]);
  const refused = await ask(key("a", "1"));
  expect(refused.json()).toMatchObject({ code: "rate_limited", status: 429 });
  expect(refused.headers["retry-after"]).toBe("15");
  expect(refused.headers["ratelimit"]).toContain('"key";r=0');
  expect(await many(2, key("b", "2"))).toEqual([200, 200]);
  expect(await many(1, key("c", "1"))).toEqual([429]);
  expect(await many(4, { cookie: "s", "x-kind": "session", "x-id": "s" })).toEqual([200, 200, 200, 429]);
  expect(await many(2, { ...key("d", "3"), "x-agent": "yes" })).toEqual([200, 429]);
  await clock.advance(15_000);
  expect(await many(1, key("b", "2"))).toEqual([200]);
});

it("bounds an address, and more narrowly those who show nothing; pages and sockets are not counted", async () => {
  const { many } = serve({ address: perMinute(5), anonymous: perMinute(2) });
  expect(await many(3)).toEqual([200, 200, 429]);
  expect(await many(4, { authorization: "Bearer wrong" })).toEqual([200, 200, 429, 429]);
  expect(await many(1, { "x-forwarded-for": "192.0.2.7" })).toEqual([200]);
  expect(await many(9, {}, "/page")).toEqual(Array(9).fill(200));
  expect(await many(3, { upgrade: "websocket" })).toEqual([200, 200, 200]);
  // One household, whatever addresses it takes of its network.
  for (const [at, status] of [200, 200, 429].entries())
    expect(await many(1, { "x-forwarded-for": `2001:db8:1:2:${at + 1}::1` })).toEqual([status]);
});
