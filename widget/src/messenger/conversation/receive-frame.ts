import type { Message, ServerFrame } from "@parley/contracts";
import { absorbMessages, hasGap } from "./absorb-message.ts";
import { growDraft } from "./grow-draft.ts";
import { pump, withoutOutgoing } from "./send-outbox.ts";
import { emptyThread, type Effect, type State, type Step, type Thread } from "./types.ts";

/** Longer than this is not worth waiting for on an open page. */
const PATIENCE_MS = 120_000;
const GAP_PATIENCE_MS = 1_500;

export function receiveFrame(state: State, frame: ServerFrame, at: number): Step {
  switch (frame.type) {
    case "welcome":
      return welcome(state, frame);
    case "message":
      return message(state, frame.conversationId, frame.message);
    case "part":
      if (frame.conversationId !== state.thread.conversationId) return [state, []];
      return [{ ...state, thread: growDraft(state.thread, frame) }, []];
    case "agent":
      return [{ ...state, agent: frame.agent }, []];
    case "rated":
      return [{ ...state, thread: rated(state.thread, frame.messageId, frame.rating) }, []];
    case "fault":
      return fault(state, frame, at);
    case "pong":
      return [state, []];
  }
}

type Welcome = Extract<ServerFrame, { type: "welcome" }>;

/** The server's account of things. It is the truth, but for what the visitor put aside in this window. */
function welcome(state: State, frame: Welcome): Step {
  const aside = state.previous !== null && state.previous.conversationId === frame.conversationId;
  const held = aside && state.previous !== null ? state.previous : state.thread;
  const same = held.conversationId === null || held.conversationId === frame.conversationId;
  const full = absorbMessages(same ? held : emptyThread(), frame.messages);
  const thread = {
    ...full,
    conversationId: frame.conversationId,
    answering: frame.answering,
    drafts: frame.answering ? full.drafts : [],
  };
  const came = same && state.loaded ? countNews(held, thread) : 0;
  const base: State = {
    ...state,
    agent: frame.agent,
    gone: false,
    link: "online",
    welcomed: true,
    loaded: true,
    unread: state.visible ? 0 : state.unread + came,
  };
  const next = aside ? { ...base, previous: thread } : { ...base, thread, previous: null };
  return acknowledge(next, thread.messages);
}

function message(state: State, conversationId: string, stored: Message): Step {
  if (conversationId === state.previous?.conversationId) {
    return acknowledge({ ...state, previous: absorbMessages(state.previous, [stored]) }, [stored]);
  }
  const current = state.thread.conversationId;
  if (current !== conversationId) {
    if (current !== null && current > conversationId) return acknowledge(state, [stored]);
    if (stored.seq !== 1) return chase(state, conversationId, stored);
  }
  const before = current === null || current === conversationId ? state.thread : emptyThread();
  const thread = { ...absorbMessages(before, [stored]), conversationId };
  const unread = state.visible ? 0 : state.unread + countNews(before, thread);
  const effects: Effect[] = state.previous === null ? [] : [{ type: "keep-fresh", from: null }];
  if (hasGap(thread)) effects.push({ type: "wake", what: "gap", afterMs: GAP_PATIENCE_MS });
  return acknowledge({ ...state, thread, unread, previous: null }, [stored], effects);
}

/** A message of a conversation that began elsewhere: ask for all of it. */
function chase(state: State, conversationId: string, stored: Message): Step {
  if (state.chased === conversationId) return acknowledge(state, [stored]);
  const cleared = { ...state, chased: conversationId, thread: emptyThread(), previous: null, welcomed: false };
  return [cleared, [{ type: "relink" }]];
}

/** What is stored need not be sent any more. */
function acknowledge(state: State, stored: Message[], effects: Effect[] = []): Step {
  const ids = new Set(stored.map((each) => each.clientId));
  const done = state.outbox.filter((item) => ids.has(item.clientId)).map((item) => item.clientId);
  if (done.length === 0) return pump(state, effects);
  const next = done.reduce(withoutOutgoing, state);
  return pump(next, [...effects, { type: "keep", add: [], remove: done }]);
}

type FaultFrame = Extract<ServerFrame, { type: "fault" }>;

function fault(state: State, frame: FaultFrame, at: number): Step {
  if (frame.code === "unauthorized") return [{ ...state, welcomed: false, inFlight: null }, [{ type: "renew" }]];
  if (frame.code === "not_found" && frame.clientId === null) return [{ ...state, gone: true, welcomed: false }, []];
  const until = frame.retryAfterMs === null ? null : at + frame.retryAfterMs;
  const notice = { code: frame.code, message: frame.message, until };
  if (frame.clientId === null) return [{ ...state, notice, thread: { ...state.thread, answering: false } }, []];
  if (frame.retryAfterMs !== null && frame.retryAfterMs <= PATIENCE_MS) {
    const waiting = { ...state, notice, paused: true, inFlight: null };
    return [waiting, [{ type: "wake", what: "outbox", afterMs: frame.retryAfterMs }]];
  }
  const failed = { code: frame.code, message: frame.message };
  const outbox = state.outbox.map((item) => (item.clientId === frame.clientId ? { ...item, fault: failed } : item));
  const inFlight = state.inFlight === frame.clientId ? null : state.inFlight;
  return pump({ ...state, outbox, inFlight }, [{ type: "keep", add: [], remove: [frame.clientId] }]);
}

function rated(thread: Thread, messageId: string, rating: Message["rating"]): Thread {
  return { ...thread, messages: thread.messages.map((each) => (each.id === messageId ? { ...each, rating } : each)) };
}

function countNews(before: Thread, after: Thread): number {
  const count = (thread: Thread) => thread.messages.filter((each) => each.role === "agent").length;
  return Math.max(0, count(after) - count(before));
}
