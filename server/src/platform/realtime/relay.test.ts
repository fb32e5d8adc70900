import { expect, it } from "vitest";
import { createTestClock } from "../../testing/create-test-clock.ts";
import type { Carrier } from "./carriers.ts";
import { createRelay } from "./relay.ts";

/** A carrier within this process, whose line can be cut. */
function createLine(maxBytes = 7_900) {
  const ears = new Set<(payload: string) => void>();
  const sent: string[] = [];
  let listens = 0;
  const carrier: Carrier = {
    maxBytes,
    async listen(heard) {
      listens += 1;
      ears.add(heard);
      return async () => void ears.delete(heard);
    },
    async send(payload) {
      sent.push(payload);
      for (const heard of ears) heard(payload);
    },
    close: async () => {},
  };
  return { carrier, sent, cut: () => ears.clear(), listens: () => listens };
}

function join(line: ReturnType<typeof createLine>, clock = createTestClock()) {
  const heard: unknown[] = [];
  const relay = createRelay({
    carrier: line.carrier,
    clock,
    log: undefined,
    heard: (topic, data) => heard.push([topic, data]),
  });
  return { relay, heard };
}

it("is silent alone but for a rare sign of life, and speaks while another is there", async () => {
  const clock = createTestClock();
  const line = createLine();
  const one = join(line, clock);
  await one.relay.start();
  one.relay.send("topic", { n: 1 });
  await clock.advance(60_000);
  expect(line.sent.length).toBeLessThanOrEqual(5);
  expect(line.sent.join()).not.toContain("topic");
  const other = join(line, clock);
  await other.relay.start();
  await clock.advance(0);
  one.relay.send("topic", { n: 2 });
  await clock.advance(10);
  expect(other.heard).toEqual([["topic", { n: 2 }]]);
});

it("forgets who has fallen silent, and knows again who speaks", async () => {
  const clock = createTestClock();
  const line = createLine();
  const one = join(line, clock);
  await one.relay.start();
  // Another process says hello, and never again anything.
  await line.carrier.send("hgone ");
  await clock.advance(0);
  one.relay.send("topic", { n: 1 });
  await clock.advance(10);
  expect(line.sent.filter((payload) => payload.startsWith("f"))).toHaveLength(1);
  await clock.advance(15_000);
  one.relay.send("topic", { n: 2 });
  await clock.advance(10);
  expect(line.sent.filter((payload) => payload.startsWith("f"))).toHaveLength(1);
  await line.carrier.send("egone ");
  one.relay.send("topic", { n: 3 });
  await clock.advance(10);
  expect(line.sent.at(-1)).toContain('["topic",{"n":3}]');
});

it("listens again when its own signs of life do not come back", async () => {
  const clock = createTestClock();
  const line = createLine();
  const [one, other] = [join(line, clock), join(line, clock)];
  await one.relay.start();
  await other.relay.start();
  await clock.advance(3_000);
  line.cut();
  await clock.advance(30_000);
  expect(line.listens()).toBeGreaterThanOrEqual(4);
  one.relay.send("topic", { n: 1 });
  other.relay.send("topic", { n: 2 });
  await clock.advance(10);
  expect([one.heard, other.heard]).toEqual([[["topic", { n: 2 }]], [["topic", { n: 1 }]]]);
});

it("drops what is too much, and goes on", async () => {
  const clock = createTestClock();
  const line = createLine(512 * 1024);
  const [one, other] = [join(line, clock), join(line, clock)];
  await one.relay.start();
  await other.relay.start();
  await clock.advance(0);
  const text = "x".repeat(1024 * 1024);
  for (let n = 0; n < 40; n += 1) one.relay.send("large", { n, text });
  one.relay.send("far too large", { text: text.repeat(9) });
  await clock.advance(10);
  expect(other.heard.length).toBeGreaterThan(10);
  expect(other.heard.length).toBeLessThan(17);
  one.relay.send("after", {});
  await clock.advance(10);
  expect(other.heard.at(-1)).toEqual(["after", {}]);
});

it("says goodbye after its last frames", async () => {
  const clock = createTestClock();
  const line = createLine();
  const [one, other] = [join(line, clock), join(line, clock)];
  await one.relay.start();
  await other.relay.start();
  await clock.advance(0);
  one.relay.send("last", {});
  await one.relay.stop();
  expect(other.heard).toEqual([["last", {}]]);
  const before = line.sent.length;
  other.relay.send("nobody", {});
  await clock.advance(10);
  expect(line.sent).toHaveLength(before);
});
