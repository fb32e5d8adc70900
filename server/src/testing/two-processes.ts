/** For tests: what every carrier must do between two processes. */
import { randomUUID } from "node:crypto";
import { until } from "./until.ts";
import type { Realtime } from "../platform/index.ts";

/** Both know of each other when a frame of each has reached the other. */
export async function acquaint(one: Realtime, other: Realtime): Promise<boolean> {
  const topic = randomUUID();
  const heard = { one: false, other: false };
  const ends = [
    one.subscribe(topic, (data) => (heard.one ||= data !== null && JSON.stringify(data) === '{"by":"other"}')),
    other.subscribe(topic, (data) => (heard.other ||= JSON.stringify(data) === '{"by":"one"}')),
  ];
  await until(() => {
    if (!heard.other) one.publish(topic, { by: "one" });
    if (!heard.one) other.publish(topic, { by: "other" });
    return heard.one && heard.other;
  });
  for (const end of ends) end();
  return heard.one && heard.other;
}

/** Sends many frames, a few of them large, from one process to the other: what each of them heard. */
export async function exchangeFrames(
  one: Realtime,
  other: Realtime,
): Promise<Record<"sent" | "own" | "heard", unknown[]>> {
  const topic = randomUUID();
  const heard: unknown[] = [];
  const own: unknown[] = [];
  other.subscribe(topic, (data) => heard.push(data));
  one.subscribe(topic, (data) => own.push(data));
  const sent = Array.from({ length: 400 }, (_, n) => (n % 97 === 50 ? { n, text: "ä𝄞x".repeat(20_000) } : { n }));
  for (const frame of sent) one.publish(topic, frame);
  await until(() => heard.length >= sent.length);
  // An answer comes after whatever the carrier might bring back of our own.
  other.publish(topic, { n: "end" });
  await until(() => own.length > sent.length);
  return { sent, own, heard: heard.slice(0, -1) };
}
