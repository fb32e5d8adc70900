import { expect, it } from "vitest";
import { createClock } from "../clock.ts";
import { createLog } from "../log.ts";
import { createRealtime } from "./create-realtime.ts";
import { redisUrl } from "../../testing/redis.ts";
import { acquaint, exchangeFrames } from "../../testing/two-processes.ts";

const clock = createClock();

const unused = () => Promise.reject(new Error("Real-time topics within a process need no database"));
const embedded = { engine: "embedded", listen: unused, notify: unused } as const;

it("is heard in the same tick, in order, also when a subscriber publishes", () => {
  const realtime = createRealtime({ db: embedded, clock });
  const heard: string[] = [];
  realtime.subscribe("t", (data) => {
    heard.push(`first ${JSON.stringify(data)}`);
    if (JSON.stringify(data) === "[1]") realtime.publish("t", [2]);
  });
  realtime.subscribe("t", (data) => heard.push(`second ${JSON.stringify(data)}`));
  realtime.publish("t", [1]);
  realtime.publish("other", [3]);
  expect(heard).toEqual(["first [1]", "second [1]", "first [2]", "second [2]"]);
});

it("is heard no more after the end of a subscription", () => {
  const realtime = createRealtime({ db: embedded, clock });
  const heard: unknown[] = [];
  const listen = (data: unknown) => heard.push(data);
  const ends = [realtime.subscribe("t", listen), realtime.subscribe("t", listen)];
  realtime.publish("t", { n: 1 });
  ends[0]?.();
  ends[0]?.();
  realtime.publish("t", { n: 2 });
  ends[1]?.();
  realtime.publish("t", { n: 3 });
  expect(heard).toEqual([{ n: 1 }, { n: 1 }, { n: 2 }]);
});

it("lets no failing subscriber disturb publisher or others", () => {
  const logged: string[] = [];
  const log = createLog({
    level: "trace",
    pretty: false,
    destination: { write: (line: string) => void logged.push(line) },
  });
  const realtime = createRealtime({ db: embedded, clock, log });
  const heard: unknown[] = [];
  realtime.subscribe("t", () => {
    throw new Error("what somebody said");
  });
  realtime.subscribe("t", (data) => heard.push(data));
  realtime.publish("t", { n: 1 });
  expect(heard).toEqual([{ n: 1 }]);
  expect(logged.join()).toContain("subscriber");
  expect(logged.join()).not.toContain("somebody");
});

it.skipIf(!redisUrl)("reaches another process through Redis", async () => {
  const one = createRealtime({ db: embedded, redisUrl, clock });
  const other = createRealtime({ db: embedded, redisUrl, clock });
  await Promise.all([one.start(), other.start()]);
  expect(await acquaint(one, other)).toBe(true);
  const { sent: frames, own, heard } = await exchangeFrames(one, other);
  expect(heard).toEqual(frames);
  expect(own).toEqual([...frames, { n: "end" }]);
  await Promise.all([one.stop(), other.stop()]);
});

it("says plainly that Redis does not answer", async () => {
  const realtime = createRealtime({ db: embedded, redisUrl: "redis://127.0.0.1:1", clock });
  await expect(realtime.start()).rejects.toThrow("Check REDIS_URL");
  await realtime.stop();
});
