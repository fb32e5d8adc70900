import { afterEach, expect, it } from "vitest";
import { embeddedTemplate } from "../../testing/index.ts";
import { createEmbeddedEngine, type EmbeddedEngine } from "./embedded-engine.ts";
import { startEmbeddedThread, type EmbeddedThread } from "./embedded-thread.ts";

let engine: EmbeddedEngine;
afterEach(() => engine.close());

const ask = (text: string) => engine.run(undefined, [{ text, values: [], shape: "objects" }]);

it("starts the database's thread anew when it is lost, and fails what was under way", async () => {
  const threads: EmbeddedThread[] = [];
  const template = await embeddedTemplate();
  engine = await createEmbeddedEngine(async () => {
    const thread = await startEmbeddedThread({ directory: undefined, template });
    threads.push(thread);
    return thread;
  });
  const heard: string[] = [];
  await engine.listen("lost", (payload) => heard.push(payload));
  await ask("select 1");
  const underWay = Promise.allSettled([ask("select pg_sleep(0.2)"), ask("select 3")]);
  await threads[0]?.terminate();
  const lost = { status: "rejected", reason: expect.objectContaining({ code: "57P01" }) };
  expect(await underWay).toEqual([lost, lost]);
  await expect(ask("select 4 as four")).resolves.toEqual([[{ four: 4 }]]);
  await ask("select pg_notify('lost', 'found')");
  expect(heard).toEqual(["found"]);
  expect(threads).toHaveLength(2);
}, 60_000);

it("lets batches and transactions take turns in the order in which they came", async () => {
  const template = await embeddedTemplate();
  engine = await createEmbeddedEngine(() => startEmbeddedThread({ directory: undefined, template }));
  const order: string[] = [];
  const first = await engine.begin(undefined);
  const batch = ask("select 1").then(() => order.push("batch"));
  const second = engine.begin(undefined).then(async (session) => {
    order.push("second");
    return session.rollback();
  });
  const last = ask("select 1").then(() => order.push("last"));
  await first.run([{ text: "select 1", values: [], shape: "objects" }], false);
  order.push("first");
  await first.commit();
  await Promise.all([batch, second, last]);
  expect(order[0]).toBe("first");
  expect(order.indexOf("second")).toBeLessThan(order.indexOf("last"));
});
