import type { Agent, ContentPart, Message, ServerFrame } from "@parley/contracts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { step } from "./conversation-state.ts";
import { listEntries } from "./list-entries.ts";
import { initialState, type Effect, type Event, type State } from "./types.ts";

const agent = { id: "agt_1", name: "Kettle", suggestions: [] as string[] } as Agent;

/** A server in a few lines: stores each `clientId` once, numbers without gaps, answers every message with `re: ...`. */
function createWorld() {
  const stored: Message[] = [];
  const wire: ServerFrame[] = [];
  let conversation = 0;
  const put = (message: Partial<Message> & Pick<Message, "role" | "text" | "conversationId">): Message => {
    const seq = stored.filter((each) => each.conversationId === message.conversationId).length + 1;
    const full: Message = {
      id: `msg_${stored.length + 1}`,
      seq,
      parts: [],
      clientId: null,
      replyTo: null,
      answered: null,
      suggestions: [],
      rating: null,
      createdAt: "",
      ...message,
    };
    stored.push(full);
    return full;
  };
  const tell = (message: Message) => wire.push({ type: "message", conversationId: message.conversationId, message });
  return {
    stored,
    wire,
    receive(frame: Extract<Effect, { type: "send" }>["frame"]) {
      if (frame.type !== "message") return;
      const known = stored.find((each) => each.clientId === frame.clientId);
      if (known !== undefined) return void tell(known);
      const conversationId = frame.conversationId ?? `cnv_${(conversation += 1)}`;
      const asked = put({ role: "visitor", text: frame.text, clientId: frame.clientId, conversationId });
      tell(asked);
      const text = `re: ${frame.text}`;
      const part = (index: number, each: Extract<ServerFrame, { type: "part" }>["part"]) =>
        wire.push({ type: "part", conversationId, replyTo: asked.id, index, part: each });
      part(0, { type: "text-start" });
      part(1, { type: "text-delta", text });
      part(2, { type: "end", reason: "answered", suggestions: [] });
      const parts: ContentPart[] = [{ type: "text", text }];
      tell(put({ role: "agent", text, parts, replyTo: asked.id, conversationId, answered: true }));
    },
    welcome(after: number, known: string | null): ServerFrame {
      const conversationId = stored.at(-1)?.conversationId ?? null;
      const from = known === conversationId ? after : 0;
      const messages = stored.filter((each) => each.conversationId === conversationId && each.seq > from);
      return { type: "welcome", version: 1, agent, conversationId, messages, answering: false };
    },
  };
}

/** One window and the network between it and the server; `deliver` says what becomes of each frame. */
function createWindow(world: ReturnType<typeof createWorld>) {
  let state: State = initialState(agent);
  let linked = false;
  const pending: ServerFrame[] = [];
  const uplink: Extract<Effect, { type: "send" }>["frame"][] = [];
  const dispatch = (event: Event) => {
    const [next, effects] = step(state, event);
    state = next;
    for (const effect of effects) run(effect);
  };
  const link = () => {
    linked = true;
    dispatch({ type: "linked" });
  };
  const run = (effect: Effect) => {
    if (effect.type === "send" && linked) uplink.push(effect.frame);
    if (effect.type === "hello" && linked) pending.push(world.welcome(effect.after, effect.conversationId));
    if (effect.type === "relink") link();
  };
  return {
    state: () => state,
    dispatch,
    link,
    unlink() {
      linked = false;
      pending.length = 0;
      uplink.length = 0;
      world.wire.length = 0;
      dispatch({ type: "unlinked", offline: false });
    },
    collect() {
      for (const frame of uplink.splice(0)) world.receive(frame);
      pending.push(...world.wire.splice(0));
    },
    hand(index: number, keep: boolean) {
      const [frame] = keep ? [pending[index]] : pending.splice(index, 1);
      if (frame !== undefined && linked) dispatch({ type: "frame", frame, at: 0 });
    },
    lose(index: number) {
      pending.splice(index, 1);
    },
    settle() {
      for (let round = 0; round < 200; round += 1) {
        this.collect();
        if (pending.length === 0) return;
        this.hand(0, false);
      }
    },
    pending,
  };
}

const action = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant("say" as const) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant("hand" as const), at: fc.nat(20), keep: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("lose" as const), at: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("unlink" as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("link" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("wake" as const) }) },
);

describe("the conversation, whatever the network does", () => {
  it("shows every message once and in order after drops, doubles and reordering", () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 60 }), (actions) => {
        const world = createWorld();
        const window = createWindow(world);
        const said = ["q0"];
        window.link();
        window.dispatch({ type: "say", text: "q0", clientId: "client-0", at: 0 });
        window.settle();
        for (const each of actions) {
          window.collect();
          if (each.do === "say") {
            const text = `q${said.length}`;
            said.push(text);
            window.dispatch({ type: "say", text, clientId: `client-${said.length}`, at: said.length });
          }
          const at = "at" in each && window.pending.length > 0 ? each.at % window.pending.length : 0;
          if (each.do === "hand") window.hand(at, each.keep);
          if (each.do === "lose") window.lose(at);
          if (each.do === "unlink") window.unlink();
          if (each.do === "link") window.link();
          if (each.do === "wake") window.dispatch({ type: "wake", what: "receipt", at: 0 });
          expectEachOnce(window.state());
        }
        for (let round = 0; round < said.length + 2; round += 1) {
          window.unlink();
          window.link();
          window.settle();
        }
        expect(world.stored.filter((each) => each.role === "visitor").map((each) => each.text)).toEqual(said);
        expect(window.state().thread.messages).toEqual(world.stored);
        expect(window.state().outbox).toEqual([]);
        expect(listEntries(window.state())).toHaveLength(said.length * 2);
      }),
      { numRuns: 400 },
    );
  });

  it("grows the same text from pieces in any order, each any number of times", () => {
    const pieces = ["A ", "city ", "bike ", "is ", "18 ", "euros."];
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), fc.array(fc.nat(5)), (order, again) => {
        const state = [...order, ...again].reduce((current: State, index) => {
          const frame: ServerFrame = {
            type: "part",
            conversationId: "cnv_1",
            replyTo: "msg_1",
            index,
            part: { type: "text-delta", text: pieces[index] ?? "" },
          };
          return step(current, { type: "frame", frame, at: 0 })[0];
        }, welcomed("cnv_1"));
        expect(state.thread.drafts[0]?.parts).toEqual([{ type: "text", text: pieces.join("") }]);
      }),
    );
  });
});

describe("single turns", () => {
  it("sends one message at a time and the next after the receipt", () => {
    const [first, sent] = step(welcomed("cnv_1"), { type: "say", text: "one", clientId: "client-1", at: 1 });
    const [second, held] = step(first, { type: "say", text: "two", clientId: "client-2", at: 2 });
    expect(messagesIn(sent)).toEqual(["one"]);
    expect(messagesIn(held)).toEqual([]);
    const [, next] = step(second, { type: "frame", frame: receipt("client-1", 1), at: 3 });
    expect(messagesIn(next)).toEqual(["two"]);
  });

  it("waits out a rate limit, then sends the same message again", () => {
    const [sent] = step(welcomed("cnv_1"), { type: "say", text: "one", clientId: "client-1", at: 1 });
    const fault: ServerFrame = {
      type: "fault",
      code: "rate_limited",
      message: "Slow down.",
      clientId: "client-1",
      retryAfterMs: 5_000,
    };
    const [limited, effects] = step(sent, { type: "frame", frame: fault, at: 1_000 });
    expect(limited.notice?.until).toBe(6_000);
    expect(effects).toContainEqual({ type: "wake", what: "outbox", afterMs: 5_000 });
    const [after, again] = step(limited, { type: "wake", what: "outbox", at: 6_000 });
    expect(messagesIn(again)).toEqual(["one"]);
    expect(after.notice).toBeNull();
  });

  it("keeps a refused message in sight until it is tried again or dropped", () => {
    const [sent] = step(welcomed("cnv_1"), { type: "say", text: "one", clientId: "client-1", at: 1 });
    const fault: ServerFrame = {
      type: "fault",
      code: "too_large",
      message: "Too long.",
      clientId: "client-1",
      retryAfterMs: null,
    };
    const [refused] = step(sent, { type: "frame", frame: fault, at: 2 });
    expect(listEntries(refused)).toMatchObject([{ kind: "visitor", status: "failed", fault: { code: "too_large" } }]);
    expect(messagesIn(step(refused, { type: "try-again", clientId: "client-1" })[1])).toEqual(["one"]);
    expect(listEntries(step(refused, { type: "discard", clientId: "client-1" })[0])).toEqual([]);
  });

  it("starts afresh, takes it back, and begins a new conversation with the next message", () => {
    const [talked] = step(welcomed("cnv_1"), { type: "frame", frame: receipt("client-1", 1), at: 1 });
    const [fresh] = step(talked, { type: "start-afresh" });
    expect(listEntries(fresh)).toEqual([]);
    expect(step(fresh, { type: "undo-afresh" })[0].thread.messages).toHaveLength(1);
    const [, effects] = step(fresh, { type: "say", text: "new", clientId: "client-2", at: 2 });
    expect(effects).toContainEqual({
      type: "send",
      frame: { type: "message", clientId: "client-2", text: "new", conversationId: null },
    });
  });

  it("follows another tab into the conversation that it began", () => {
    const [talked] = step(welcomed("cnv_1"), { type: "frame", frame: receipt("client-1", 1), at: 1 });
    const [followed] = step(talked, { type: "frame", frame: receipt("client-9", 1, "cnv_2"), at: 2 });
    expect(followed.thread.conversationId).toBe("cnv_2");
    expect(followed.thread.messages.map((each) => each.clientId)).toEqual(["client-9"]);
    const [, late] = step(talked, { type: "frame", frame: receipt("client-9", 3, "cnv_2"), at: 2 });
    expect(late).toEqual([{ type: "relink" }]);
  });

  it("asks for a new session when the token has expired", () => {
    const fault: ServerFrame = { type: "fault", code: "unauthorized", message: "", clientId: null, retryAfterMs: null };
    expect(step(welcomed("cnv_1"), { type: "frame", frame: fault, at: 1 })[1]).toEqual([{ type: "renew" }]);
  });

  it("counts answers as unread only while nobody looks", () => {
    const [away] = step(welcomed("cnv_1"), { type: "visible", visible: false });
    const answer: ServerFrame = { type: "message", conversationId: "cnv_1", message: { ...message(1), role: "agent" } };
    const [unread] = step(away, { type: "frame", frame: answer, at: 1 });
    const [doubled] = step(unread, { type: "frame", frame: answer, at: 1 });
    expect(doubled.unread).toBe(1);
    expect(step(doubled, { type: "visible", visible: true })[0].unread).toBe(0);
  });
});

function welcomed(conversationId: string): State {
  const frame: ServerFrame = { type: "welcome", version: 1, agent, conversationId, messages: [], answering: false };
  return step(initialState(agent), { type: "frame", frame, at: 0 })[0];
}

function message(seq: number, conversationId = "cnv_1"): Message {
  return {
    id: `msg_${conversationId}_${seq}`,
    conversationId,
    seq,
    role: "visitor",
    text: "hi",
    parts: [],
    clientId: null,
    replyTo: null,
    answered: null,
    suggestions: [],
    rating: null,
    createdAt: "",
  };
}

function receipt(clientId: string, seq: number, conversationId = "cnv_1"): ServerFrame {
  return { type: "message", conversationId, message: { ...message(seq, conversationId), clientId } };
}

function messagesIn(effects: Effect[]): string[] {
  return effects.flatMap((effect) =>
    effect.type === "send" && effect.frame.type === "message" ? [effect.frame.text] : [],
  );
}

function expectEachOnce(state: State): void {
  const keys = listEntries(state).map((entry) => entry.key);
  expect(new Set(keys).size).toBe(keys.length);
  const seqs = state.thread.messages.map((each) => each.seq);
  expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
}
