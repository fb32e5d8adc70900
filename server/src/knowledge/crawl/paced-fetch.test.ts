import { Fault } from "@parley/contracts";
import { describe, expect, it } from "vitest";
import { createLimits, type PublicResponse } from "../../platform/index.ts";
import { createTestClock } from "../../testing/create-test-clock.ts";
import { createPacedFetch } from "./paced-fetch.ts";

const REQUEST = { maxBytes: 1_000, timeoutMs: 1_000 };
const answer = (url: string, status: number, headers: Record<string, string> = {}): PublicResponse => ({
  status,
  url,
  redirects: [url],
  headers,
  body: new Uint8Array(),
});

function setUp(perSecond: number | undefined, statuses: (number | Fault)[] = [], headers: Record<string, string> = {}) {
  const clock = createTestClock();
  const begun = clock.now();
  const asked: [string, number][] = [];
  const stop = new AbortController();
  const fetch = createPacedFetch(
    {
      clock,
      limits: createLimits({ clock }),
      fetchPublic: async (url) => {
        asked.push([new URL(url).host, clock.now() - begun]);
        const next = statuses.shift() ?? 200;
        if (next instanceof Fault) throw next;
        return answer(url, next, headers);
      },
    },
    { perSecond: () => perSecond, trustedOrigins: [], signal: stop.signal },
  );
  return { clock, asked, stop, fetch };
}

describe("fetching in turn", () => {
  it("asks one host no oftener than it may, however many ask at once, and another host meanwhile", async () => {
    const { clock, asked, fetch } = setUp(2);
    const all = Promise.all(
      ["a", "a", "a", "a", "b"].map((host, at) => fetch(`https://${host}.example/${at}`, REQUEST)),
    );
    await clock.advance(10_000);
    await all;
    const times = asked.filter(([host]) => host === "a.example").map(([, at]) => at);
    expect(times).toHaveLength(4);
    for (const [at, time] of times.entries()) expect(time).toBeGreaterThanOrEqual(at * 500);
    expect(asked.find(([host]) => host === "b.example")?.[1]).toBeLessThan(500);
  });

  it("tries once more what fails for the moment, after the pause that is asked for", async () => {
    const { clock, asked, fetch } = setUp(undefined, [503, 200], { "retry-after": "4" });
    const response = fetch("https://a.example/", REQUEST);
    await clock.advance(60_000);
    expect((await response).status).toBe(200);
    expect(asked.map(([, at]) => at)).toEqual([0, 4_000]);
  });

  it("tells what fails again, and at once what will not mend", async () => {
    const again = setUp(undefined, [500, 502]);
    const response = again.fetch("https://a.example/", REQUEST);
    await again.clock.advance(60_000);
    expect((await response).status).toBe(502);
    const refused = setUp(undefined, [new Fault("connection_refused")]);
    await expect(refused.fetch("https://a.example/", REQUEST)).rejects.toMatchObject({ code: "connection_refused" });
    expect(refused.asked).toHaveLength(1);
  });

  it("waits for nothing once it is stopped", async () => {
    const { clock, asked, stop, fetch } = setUp(0.1);
    await fetch("https://a.example/1", REQUEST);
    const second = Promise.allSettled([fetch("https://a.example/2", REQUEST)]);
    stop.abort(new Error("stopped"));
    await clock.advance(0);
    expect(await second).toMatchObject([{ status: "rejected", reason: { message: "stopped" } }]);
    expect(asked).toHaveLength(1);
  });
});
