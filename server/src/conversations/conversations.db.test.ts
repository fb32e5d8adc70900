import { type AnswerPart, defaultLook } from "@parley/contracts";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Agents, Turn } from "../agents/index.ts";
import {
  type Clock,
  createClock,
  createEvents,
  createLive,
  createRealtime,
  type Database,
  type Events,
  type Realtime,
  type Scope,
  sql,
  SYSTEM,
} from "../platform/index.ts";
import { makeOrganization, openTestDatabase } from "../testing/index.ts";
import { until } from "../testing/until.ts";
import { createUsage } from "../usage/index.ts";
import { type Conversations, createConversations, visitorTopic } from "./index.ts";

const AGENT = "agt_00000000000000000000000000";
const VISITOR = "vis_00000000000000000000000000";

interface World {
  db: Database;
  clock: Clock;
  events: Events;
  realtime: Realtime;
  scope: Scope;
  other: Scope;
  close(): Promise<void>;
}
let world: World;

beforeAll(async () => {
  const { db, close } = await openTestDatabase();
  const clock = createClock();
  const realtime = createRealtime({ db, clock });
  const events = createEvents({ db, clock });
  world = { db, clock, realtime, events, close, scope: await makeOrganization(db), other: await makeOrganization(db) };
});
afterAll(() => world.close());

type Script = (turn: Turn, signal: AbortSignal) => AsyncIterable<AnswerPart>;

async function* echo(turn: Turn): AsyncIterable<AnswerPart> {
  yield { type: "text-start" };
  yield { type: "text-delta", text: `You said: ${turn.question}` };
  yield { type: "text-end" };
  yield { type: "usage", model: "vendor/scripted", inputTokens: 70, outputTokens: 7 };
  yield { type: "end", reason: "answered", suggestions: [] };
}

/** Answers only when told to stop. */
async function* waiting(_turn: Turn, signal: AbortSignal): AsyncIterable<AnswerPart> {
  yield { type: "text-delta", text: "Well" };
  await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
  yield { type: "end", reason: "stopped", suggestions: [] };
}

function room(answer: Script, processId = "one", leaseMs = 15_000): Conversations {
  const agents: Pick<Agents, "glance" | "answer" | "profile"> = {
    answer,
    profile: async () => ({ id: AGENT, name: "Shop", language: "en", siteUrl: null, stillReading: false, models: [] }),
    glance: async () => ({
      id: AGENT,
      name: "Shop",
      siteUrl: null,
      language: "en",
      greeting: "",
      suggestions: [],
      brand: { color: null, logoUrl: null },
      look: defaultLook,
      state: "ready",
      createdAt: new Date(0).toISOString(),
    }),
  };
  return createConversations({
    ...world,
    // Each room has consumers of its own, as each process has.
    events: createEvents(world),
    live: createLive(world.realtime),
    audit: { record: async () => {} },
    verified: { write: () => Promise.reject(new Error("unasked")) },
    versionsNow: async () => new Map(),
    agents,
    usage: createUsage({ ...world, report: () => {} }),
    log: { error: () => {}, warn: () => {} },
    processId,
    measure: () => {},
    leaseMs,
    tokensPerDay: { visitor: 100, agent: 1_000 },
  });
}

let clientIds = 0;
function say(text: string, conversationId: string | null = null, clientId = `client-${(clientIds += 1)}`) {
  return {
    agentId: AGENT,
    channel: "web" as const,
    visitorId: VISITOR,
    addressDigest: null,
    conversationId,
    clientId,
    text,
  };
}

async function thread(scope: Scope, conversations: Conversations, id: string) {
  return (await conversations.messages(scope, id, { limit: 200 })).data;
}

test("a message is stored, answered, and told to whoever looks on", async () => {
  const conversations = room(echo);
  const frames: object[] = [];
  const end = world.realtime.subscribe(visitorTopic(world.scope, AGENT, VISITOR), (frame) =>
    frames.push(Object(frame)),
  );
  const { message, reply } = await conversations.receive(world.scope, say("Hello?"));
  const answer = await reply;
  end();
  expect(message).toMatchObject({ seq: 1, role: "visitor", text: "Hello?" });
  expect(answer).toMatchObject({
    seq: 2,
    role: "agent",
    text: "You said: Hello?",
    replyTo: message.id,
    answered: true,
  });
  expect(frames.map((frame) => Reflect.get(frame, "type"))).toEqual([
    "message",
    "part",
    "part",
    "part",
    "part",
    "message",
  ]);
  expect(await thread(world.scope, conversations, message.conversationId)).toMatchObject([message, answer]);
  // How an answer was made is for members: nothing of it goes to visitors, now or when they come back.
  const resumed = await conversations.resume(world.scope, {
    agentId: AGENT,
    visitorId: VISITOR,
    known: { conversationId: null, after: 0 },
  });
  expect(resumed.messages).toHaveLength(2);
  for (const seen of [JSON.stringify(frames), JSON.stringify(resumed)])
    expect(seen).not.toMatch(/model|[tT]okens|tookMs|firstMs|correct|scripted/);
});

test("a message sent twice is stored and answered once, also at the same moment and as the first", async () => {
  const conversations = room(echo);
  const first = say("Once", null, "first-of-all");
  const both = await Promise.all([
    conversations.receive(world.scope, first),
    conversations.receive(world.scope, first),
  ]);
  await Promise.all(both.map((received) => received.reply));
  const id = both[0].message.conversationId;
  expect(both[1].message.conversationId).toBe(id);
  const again = say("Twice", id, "second-of-all");
  const four = await Promise.all(
    [again, again, again, again].map((message) => conversations.receive(world.scope, message)),
  );
  await Promise.all(four.map((received) => received.reply));
  expect(new Set(four.map((received) => received.message.id)).size).toBe(1);
  expect((await thread(world.scope, conversations, id)).map((message) => message.text)).toEqual([
    "Once",
    "You said: Once",
    "Twice",
    "You said: Twice",
  ]);
});

test("whatever is sent, in whatever order and however often: numbers without gaps, one answer each", async () => {
  const conversations = room(echo);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 12 }), async (sends) => {
      const { message, reply } = await conversations.receive(world.scope, say("start"));
      await reply;
      const id = message.conversationId;
      const received = await Promise.all(
        sends.map((number) =>
          conversations.receive(world.scope, say(`text ${number}`, id, `${id.slice(-12)}-${number}`)),
        ),
      );
      await Promise.all(received.map((one) => one.reply));
      const all = await thread(world.scope, conversations, id);
      const distinct = new Set(sends).size;
      expect(all.map((one) => one.seq)).toEqual(Array.from({ length: 2 + 2 * distinct }, (_, index) => index + 1));
      const answered = all.filter((one) => one.role === "agent").map((one) => one.replyTo);
      expect(new Set(answered).size).toBe(1 + distinct);
    }),
    { numRuns: 8 },
  );
});

test("another organization, agent or visitor finds nothing", async () => {
  const conversations = room(echo);
  const { message, reply } = await conversations.receive(world.scope, say("Mine"));
  await reply;
  const id = message.conversationId;
  const notFound = { code: "not_found" };
  await expect(conversations.receive(world.other, say("Yours?", id))).rejects.toMatchObject(notFound);
  await expect(
    conversations.receive(world.scope, { ...say("?", id), visitorId: "vis_00000000000000000000000001" }),
  ).rejects.toMatchObject(notFound);
  await expect(
    conversations.receive(world.scope, { ...say("?", id), agentId: "agt_00000000000000000000000001" }),
  ).rejects.toMatchObject(notFound);
  await expect(conversations.get(world.other, id)).rejects.toMatchObject(notFound);
  await expect(conversations.messages(world.other, id, { limit: 10 })).rejects.toMatchObject(notFound);
  await expect(
    conversations.rate(world.other, { conversationId: id, messageId: message.id, rating: "up" }),
  ).rejects.toMatchObject(notFound);
  expect(await thread(world.scope, conversations, id)).toHaveLength(2);
});

test("stop keeps what was said so far", async () => {
  const conversations = room(waiting);
  const { message, reply } = await conversations.receive(world.scope, say("Tell me everything"));
  const begun = new Promise<void>((resolve) => {
    const end = world.realtime.subscribe(visitorTopic(world.scope, AGENT, VISITOR), () => (end(), resolve()));
  });
  await begun;
  conversations.stop(world.scope, message.conversationId);
  expect(await reply).toMatchObject({ text: "Well", answered: false });
});

test("an answer owed by a process that is gone is given by another, once", async () => {
  const dying = room(waiting, "dying", 300_000);
  const { message } = await dying.receive(world.scope, say("Are you there?"));
  await world.db
    .query(SYSTEM)
    .execute(sql`update turns set lease_until = now() - interval '1 second' where owner = 'dying'`);
  const [second, third] = [room(echo, "second"), room(echo, "third")];
  const answered = new Promise<void>((resolve) => {
    const end = world.realtime.subscribe(visitorTopic(world.scope, AGENT, VISITOR), (frame) => {
      if (Reflect.get(Object(frame), "type") === "message") {
        end();
        resolve();
      }
    });
  });
  await Promise.all([second.start(), third.start()]);
  await answered;
  // The first process was only slow: what it says now comes too late.
  dying.stop(world.scope, message.conversationId);
  await Promise.all([second.stopAll(5_000), third.stopAll(5_000), dying.stopAll(5_000)]);
  const texts = (await thread(world.scope, second, message.conversationId)).map((one) => one.text);
  expect(texts).toEqual(["Are you there?", "You said: Are you there?"]);
});

test("an answer that is taken up keeps to the documents that were asked for", async () => {
  const filter = { audience: "customers", languages: ["en"] };
  const heard: Turn["filter"][] = [];
  const dying = room(waiting, "filtering", 300_000);
  const { message } = await dying.receive(world.scope, { ...say("What do dealers pay?"), filter });
  await world.db
    .query(SYSTEM)
    .execute(sql`update turns set lease_until = now() - interval '1 second' where owner = 'filtering'`);
  const next = room(async function* (turn) {
    heard.push(turn.filter);
    yield* echo(turn);
  }, "follower");
  await next.start();
  await until(async () => (await thread(world.scope, next, message.conversationId)).length === 2);
  dying.stop(world.scope, message.conversationId);
  await Promise.all([next.stopAll(5_000), dying.stopAll(5_000)]);
  expect(heard).toEqual([filter]);
});

test("an answer that failed here is taken up again here", async () => {
  let asked = 0;
  const failing = room(async function* (turn) {
    asked += 1;
    if (asked === 1) throw new Error("the database was away");
    yield* echo(turn);
  }, "failing");
  const { message, reply } = await failing.receive(world.scope, say("Try again"));
  expect(await reply).toBeUndefined();
  await world.db
    .query(SYSTEM)
    .execute(sql`update turns set lease_until = now() - interval '1 second' where owner = 'failing'`);
  await failing.start();
  await failing.stopAll(10_000);
  const texts = (await thread(world.scope, failing, message.conversationId)).map((one) => one.text);
  expect(texts).toEqual(["Try again", "You said: Try again"]);
});

test("a process that stops leaves its open answer to the next", async () => {
  const stopping = room(waiting, "stopping");
  const { message, reply } = await stopping.receive(world.scope, say("Wait for me"));
  await stopping.stopAll(1);
  expect(await reply).toBeUndefined();
  const next = room(echo, "next");
  await next.start();
  await next.stopAll(10_000);
  expect(await thread(world.scope, next, message.conversationId)).toHaveLength(2);
});

test("ratings are kept, changed and taken back", async () => {
  const conversations = room(echo);
  const { message, reply } = await conversations.receive(world.scope, say("Good?"));
  const answer = await reply;
  const rate = (rating: "up" | "down" | null) =>
    conversations.rate(world.scope, { conversationId: message.conversationId, messageId: answer?.id ?? "", rating });
  await rate("up");
  expect((await thread(world.scope, conversations, message.conversationId))[1]?.rating).toBe("up");
  await rate(null);
  expect((await thread(world.scope, conversations, message.conversationId))[1]?.rating).toBeNull();
  await expect(
    conversations.rate(world.scope, { conversationId: message.conversationId, messageId: message.id, rating: "up" }),
  ).rejects.toMatchObject({ code: "not_found" });
});
