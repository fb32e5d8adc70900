/** Sockets that never say hello, babble, flood, do not read, or go away: each ends in its own way and nothing is lost. */
import { FRAME_LIMIT, HELLO_WITHIN_MS, type Message, newId, PROTOCOL_VERSION } from "@parley/contracts";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import WebSocket from "ws";
import { visitorTopic } from "../conversations/index.ts";
import { openTestHouse, type TestHouse } from "../house.testing.ts";
import { createTestClock, describeDatabase } from "../testing/index.ts";
import { type Line, openLine } from "./open-line.testing.ts";

const clock = createTestClock(Date.now());
/** Subscriptions that are open. */
let ears = 0;
let world: TestHouse;
let agentId: string;
let otherAgent: string;

beforeAll(async () => {
  world = await openTestHouse({
    listen: true,
    replace: ({ realtime }) => ({
      clock,
      realtime: { ...realtime, subscribe: (topic, heard) => count(realtime.subscribe(topic, heard)) },
    }),
    env: {
      PARLEY_MODELS: "script/slow",
      PARLEY_LIMIT_VISITOR_PER_MINUTE: "30",
      PARLEY_LIMIT_SOCKETS_PER_ADDRESS: "150",
    },
  });
  [agentId, otherAgent] = [await makeAgent("Shop"), await makeAgent("Other")];
  await api("POST", `/v1/agents/${agentId}/documents`, {
    externalId: "hours",
    title: "Opening hours",
    text: "# Opening hours\n\nThe shop opens at nine in the morning from Monday to Friday, and at ten on Saturday.",
  });
});
afterAll(() => world.close());

async function api<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(new URL(path, world.url), {
    method,
    headers: {
      authorization: `Bearer ${world.house.tenants.adminToken}`,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return JSON.parse(await response.text());
}

function count(end: () => void): () => void {
  ears += 1;
  return () => {
    ears -= 1;
    end();
  };
}

const makeAgent = async (name: string): Promise<string> =>
  (await api<{ id: string }>("POST", "/v1/agents", { name })).id;
const openSession = (id = agentId): Promise<{ token: string; visitorId: string }> =>
  api("POST", "/v1/widget/sessions", { agentId: id });

const connect = () => openLine(world.url);

const hello = (token: string) => ({ type: "hello", version: PROTOCOL_VERSION, token });
const say = (text: string, over: object = {}) => ({
  type: "message",
  clientId: newId("request"),
  text,
  conversationId: null,
  ...over,
});

async function greet(session?: { token: string }): Promise<Line & { token: string }> {
  const { token } = session ?? (await openSession());
  const line = await connect();
  line.send(hello(token));
  await line.heard("welcome");
  return { ...line, token };
}

describeDatabase("a socket", () => {
  test("that never says hello is closed after five seconds, whatever else it says", async () => {
    const [silent, babbling] = [await connect(), await connect()];
    babbling.send({ type: "ping" });
    await babbling.heard("pong");
    babbling.send({ type: "hello", version: 99, token: "x" });
    expect((await babbling.heard("fault")).code).toBe("invalid_request");
    await clock.advance(HELLO_WITHIN_MS - 1);
    expect([silent.socket.readyState, babbling.socket.readyState]).toEqual([WebSocket.OPEN, WebSocket.OPEN]);
    await clock.advance(1);
    expect(await Promise.all([silent.closed, babbling.closed])).toEqual([1008, 1008]);
  });

  test("that says hello in time stays, and is told when it says hello twice", async () => {
    const line = await greet();
    await clock.advance(HELLO_WITHIN_MS * 2);
    line.send(hello(line.token));
    expect((await line.heard("fault")).code).toBe("conflict");
    expect(line.socket.readyState).toBe(WebSocket.OPEN);
  });

  test("with a wrong, forged or foreign token, or with words before hello, is closed as not signed in", async () => {
    const { token } = await openSession();
    const signedForSomethingElse = world.house.secrets.sign(
      JSON.stringify({ organization: 1, agentId, visitorId: newId("visitor"), until: 9e15 }),
      "address",
    );
    for (const first of [
      hello("x"),
      hello(`${token}x`),
      hello(`x${token}`),
      hello(signedForSomethingElse),
      say("Hello?"),
      { type: "stop" },
    ]) {
      const line = await connect();
      line.send(first);
      expect((await line.heard("fault")).code).toBe("unauthorized");
      expect(await line.closed).toBe(4401);
    }
  });

  test("with a token that is too old is closed as not signed in", async () => {
    const until = Date.now() - 1;
    const old = world.house.secrets.sign(
      JSON.stringify({ organization: 1, agentId, visitorId: newId("visitor"), until }),
      "visitor-session",
    );
    const line = await connect();
    line.send(hello(old));
    expect(await line.closed).toBe(4401);
  });

  test("that sends bytes, or a frame of a megabyte, is closed at once", async () => {
    const binary = await greet();
    binary.socket.send(Buffer.from(JSON.stringify({ type: "ping" })), { binary: true });
    expect(await binary.closed).toBe(1003);
    for (const size of [FRAME_LIMIT + 1, 1024 * 1024]) {
      const large = await greet();
      large.send("x".repeat(size));
      expect(await large.closed).toBe(1009);
    }
  });

  test("that sends what is no frame is told what is wrong, and closed after ten", async () => {
    const bad = [
      "",
      "{",
      "null",
      "7",
      "[]",
      '"hello"',
      "{}",
      '{"type":"nothing"}',
      '{"type":"message"}',
      `${"[".repeat(30_000)}`,
    ];
    const line = await greet();
    for (const frame of bad) line.send(frame);
    expect(await line.closed).toBe(1008);
    const faults = line.frames.filter((frame) => frame.type === "fault");
    expect(faults.map((fault) => fault.code)).toEqual(bad.map(() => "invalid_request"));
  });

  test("that sends ten thousand frames at once is closed, and others are served meanwhile", async () => {
    const [flood, other] = [await greet(), await greet()];
    for (let count = 0; count < 10_000; count += 1) flood.send('{"type":"ping"}');
    other.send({ type: "ping" });
    await other.heard("pong");
    expect(await flood.closed).toBe(1008);
  });

  test("more than an address may have is refused; one that closes makes room", async () => {
    const lines = await Promise.all(Array.from({ length: 200 }, () => connect()));
    const refused = await Promise.all(lines.map((line) => Promise.race([line.closed, answersPing(line)])));
    const count = (what: number) => refused.filter((code) => code === what).length;
    expect(count(1008)).toBeGreaterThanOrEqual(50);
    expect(count(0)).toBeGreaterThan(100);
    for (const line of lines) line.socket.terminate();
    await expect
      .poll(() => connect().then((line) => Promise.race([line.closed, answersPing(line)])), { timeout: 5_000 })
      .toBe(0);
  });

  test("that does not answer pings any more is let go", async () => {
    const dead = new WebSocket(new URL("/v1/realtime", world.url.replace(/^http/, "ws")), { autoPong: false });
    onTestFinished(() => dead.terminate());
    const closed = new Promise<number>((done) => dead.on("close", done));
    await new Promise((done) => dead.once("open", done));
    dead.send(JSON.stringify(hello((await openSession()).token)));
    await new Promise((done) => dead.once("message", done));
    const pinged = new Promise((done) => dead.once("ping", done));
    await clock.advance(30_000);
    await pinged;
    await clock.advance(30_000);
    expect(await closed).toBe(1006);
  });

  test("that does not read is cut off, and finds everything when it comes back", async () => {
    const session = await openSession();
    const slow = await greet(session);
    const scope = await world.house.tenants.visitorScope(1, session.visitorId);
    slow.socket.pause();
    const filler = "x".repeat(64 * 1024);
    for (let count = 0; count < 400; count += 1) {
      world.house.realtime.publish(visitorTopic(scope, agentId, session.visitorId), {
        type: "rated",
        messageId: `${count}${filler}`,
        rating: null,
      });
      if (count % 20 === 0) await new Promise((done) => setImmediate(done));
    }
    slow.socket.resume();
    expect(await slow.closed).toBe(1008);
    expect(slow.frames.length).toBeLessThan(400);
    const back = await greet(session);
    back.send(say("Hello"));
    await back.heard("message");
  });

  test("leaves no ear behind, even when it goes away in the middle of hello", async () => {
    await expect.poll(openSockets).toBe(0);
    const before = ears;
    const { token } = await openSession();
    for (let round = 0; round < 20; round += 1) {
      const line = await connect();
      line.send(hello(token));
      if (round % 2 === 0) await line.heard("welcome");
      line.socket.terminate();
    }
    await expect.poll(() => ears).toBe(before);
    await expect.poll(openSockets).toBe(0);
  });
});

describeDatabase("a message", () => {
  test("that is empty, of control characters or too long is refused with its clientId, wherever that stands in the frame", async () => {
    const line = await greet();
    const cases: [string, string][] = [
      ["", "invalid_request"],
      ["   \n\t ", "invalid_request"],
      ["\u0000\u0007\u001b", "invalid_request"],
      ["\u200b\u200d\ufeff", "invalid_request"],
      ["x".repeat(4_001), "too_large"],
      ["😀".repeat(2_001), "too_large"],
    ];
    for (const [text, code] of cases) {
      const clientId = newId("request");
      line.send(JSON.stringify({ type: "message", text, conversationId: null, clientId }));
      const fault = await line.heard("fault", (frame) => frame.clientId === clientId);
      expect([fault.code, fault.retryAfterMs]).toEqual([code, null]);
      expect(fault.message).toMatch(/^[A-Z].{20,}\.$/);
    }
    line.send(say("x".repeat(4_000)));
    expect((await line.heard("message")).message.text).toHaveLength(4_000);
  });

  test("with an id that cannot be stored is refused and harms nothing", async () => {
    const line = await greet();
    for (const clientId of ["\u0000".repeat(10), "\ud800".repeat(10), "short", "x".repeat(65), 7, null, {}]) {
      line.send(say("Hello", { clientId }));
    }
    await expect.poll(() => line.frames.filter((frame) => frame.type === "fault").length).toBe(7);
    for (const frame of line.frames) if (frame.type === "fault") expect(frame.code).toBe("invalid_request");
    line.send({ type: "ping" });
    await line.heard("pong");
  });

  test("that comes too often is refused with its clientId and a time, and is taken then", async () => {
    const line = await greet();
    line.send(say("Hello"));
    const { conversationId } = await line.heard("message");
    const sent = Array.from({ length: 30 }, (_, at) => say(`Hello ${at}`, { conversationId }));
    for (const message of sent) line.send(message);
    const fault = await line.heard("fault");
    expect(fault.code).toBe("rate_limited");
    expect(fault.retryAfterMs).toBeGreaterThan(0);
    const held = sent.find((message) => message.clientId === fault.clientId);
    expect(held).toBeDefined();
    await new Promise((done) => setTimeout(done, fault.retryAfterMs ?? 0));
    line.send({ ...held });
    await line.heard("message", (frame) => frame.message.clientId === fault.clientId);
  });

  test("is answered and kept although its sender goes away in the middle of the answer", async () => {
    const session = await openSession();
    const line = await greet(session);
    line.send(say("When does the shop open?"));
    const { conversationId } = await line.heard("part");
    line.socket.terminate();
    const answer = async () => {
      const { data }: { data: Message[] } = await api("GET", `/v1/conversations/${conversationId}/messages`);
      return data.find((message) => message.role === "agent");
    };
    await expect.poll(answer, { timeout: 15_000 }).toMatchObject({ text: expect.stringMatching(/./) });
    const back = await greet(session);
    const { messages } = await back.heard("welcome");
    expect(messages.map((message) => message.role)).toEqual(["visitor", "agent"]);
  });
});

describeDatabase("a conversation", () => {
  test("is its visitor's alone", async () => {
    const owner = await greet();
    owner.send(say("My secret number is 4711."));
    const { conversationId } = await owner.heard("message");
    const answer = await owner.heard("message", (frame) => frame.message.role === "agent");
    const intruders = [await greet(), await greet(await openSession(otherAgent))];
    for (const intruder of intruders) {
      const mine = say("Tell me more", { conversationId });
      intruder.send(mine);
      const fault = await intruder.heard("fault", (frame) => frame.clientId === mine.clientId);
      expect(fault.code).toBe("not_found");
      const unknown = say("Tell me more", { conversationId: newId("conversation") });
      intruder.send(unknown);
      const same = await intruder.heard("fault", (frame) => frame.clientId === unknown.clientId);
      expect([same.code, same.message]).toEqual([fault.code, fault.message]);
      intruder.send({ type: "rate", messageId: answer.message.id, rating: "down" });
      expect((await intruder.heard("fault", (frame) => frame.clientId === null)).code).toBe("conflict");
      const again = await connect();
      again.send({ ...hello((await openSession()).token), conversationId, after: 0 });
      expect(await again.heard("welcome")).toMatchObject({ conversationId: null, messages: [] });
    }
    expect(JSON.stringify(intruders.flatMap((line) => line.frames))).not.toContain("4711");
    const { data }: { data: Message[] } = await api("GET", `/v1/conversations/${conversationId}/messages`);
    expect(data.map((message) => message.rating)).toEqual([null, null]);
  });

  test("takes ratings of answers only, and a stop with nothing to stop is no fault", async () => {
    const line = await greet();
    line.send({ type: "stop" });
    line.send(say("Hello"));
    const own = await line.heard("message");
    const answer = await line.heard("message", (frame) => frame.message.role === "agent");
    line.send({ type: "stop" });
    line.send({ type: "rate", messageId: own.message.id, rating: "up" });
    expect((await line.heard("fault")).code).toBe("conflict");
    line.send({ type: "rate", messageId: answer.message.id, rating: "up" });
    await line.heard("rated");
    expect(line.frames.filter((frame) => frame.type === "fault")).toHaveLength(1);
  });

  test("is resumed from any number that a client may say", async () => {
    const line = await greet();
    line.send(say("Hello"));
    const { conversationId } = await line.heard("message");
    for (const after of [0, 1, 2 ** 31, Number.MAX_SAFE_INTEGER]) {
      const again = await connect();
      again.send({ ...hello(line.token), after, conversationId });
      const { messages } = await again.heard("welcome");
      expect(messages.every((message) => message.seq > after)).toBe(true);
    }
  });
});

async function answersPing(line: Line): Promise<number> {
  line.send({ type: "ping" });
  const answered = () => line.frames.some((frame) => frame.type === "pong");
  while (!answered()) await new Promise((done) => setTimeout(done, 10));
  return 0;
}

async function openSockets(): Promise<number> {
  const text = await (await fetch(new URL("/metrics", world.url))).text();
  return Number(/^parley_sockets_open (\d+)/m.exec(text)?.[1]);
}
