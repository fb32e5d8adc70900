/**
 * The messenger as a pure machine: what the server, the visitor and the network do goes in, the next state and
 * what to do about it come out. Frames may be lost, doubled or out of order; no message is lost or shown twice.
 */
import { absorbMessages, hasGap, lastWithoutGap } from "./absorb-message.ts";
import { receiveFrame } from "./receive-frame.ts";
import { holdOutbox, pump, withoutOutgoing } from "./send-outbox.ts";
import { emptyThread, type Effect, type Event, type Outgoing, type State, type Step, type Thread } from "./types.ts";

export function step(state: State, event: Event): Step {
  switch (event.type) {
    case "opened":
      return opened(state, event.session);
    case "gone":
      return [{ ...state, gone: true, loaded: true, link: "offline", welcomed: false }, []];
    case "linked":
      return [{ ...state, welcomed: false }, [hello(state)]];
    case "unlinked":
      return [{ ...state, link: event.offline ? "offline" : "connecting", welcomed: false, inFlight: null }, []];
    case "frame":
      return receiveFrame(state, event.frame, event.at);
    case "kept":
      return kept(state, event.outbox, event.freshFrom);
    case "say":
      return say(state, { clientId: event.clientId, text: event.text, at: event.at, fresh: false, fault: null });
    case "try-again":
      return tryAgain(state, event.clientId);
    case "discard":
      return [withoutOutgoing(state, event.clientId), [{ type: "keep", add: [], remove: [event.clientId] }]];
    case "stop":
      return state.welcomed ? [state, [{ type: "send", frame: { type: "stop" } }]] : [state, []];
    case "rate":
      return rate(state, event.messageId, event.rating);
    case "start-afresh":
      return startAfresh(state);
    case "undo-afresh":
      return undoAfresh(state);
    case "dismiss":
      return [{ ...state, notice: null }, []];
    case "visible":
      return [{ ...state, visible: event.visible, unread: event.visible ? 0 : state.unread }, []];
    case "wake":
      return wake(state, event.what);
  }
}

function hello(state: State): Effect {
  const thread = state.previous ?? state.thread;
  return { type: "hello", after: lastWithoutGap(thread), conversationId: thread.conversationId };
}

function opened(
  state: State,
  session: { agent: State["agent"]; conversationId: string | null; messages: Thread["messages"] },
): Step {
  const next = { ...state, agent: session.agent, gone: false, loaded: true };
  const held = state.previous ?? state.thread;
  const known = held.conversationId === session.conversationId || held.conversationId === null;
  const thread = absorbMessages(known ? held : emptyThread(), session.messages);
  const named = { ...thread, conversationId: session.conversationId };
  return [state.previous === null ? { ...next, thread: named } : { ...next, previous: named }, []];
}

/** What an earlier page or another tab left to be sent, and whether it had started afresh. */
function kept(state: State, outbox: Outgoing[], freshFrom: string | null): Step {
  const news = outbox.filter(
    (item) =>
      !state.outbox.some((held) => held.clientId === item.clientId) &&
      !state.thread.messages.some((message) => message.clientId === item.clientId),
  );
  const merged = { ...state, outbox: [...state.outbox, ...news].sort((a, b) => a.at - b.at) };
  const isAside = freshFrom !== null && state.previous === null && state.thread.conversationId === freshFrom;
  return pump(isAside ? { ...merged, previous: state.thread, thread: emptyThread() } : merged);
}

function say(state: State, said: Outgoing): Step {
  const begins =
    state.thread.conversationId === null && !state.outbox.some((item) => item.fresh && item.fault === null);
  const item = { ...said, fresh: begins };
  const next = { ...state, outbox: [...state.outbox, item], notice: state.paused ? state.notice : null };
  return pump(next, [holdOutbox(item)]);
}

function tryAgain(state: State, clientId: string): Step {
  const outbox = state.outbox.map((item) => (item.clientId === clientId ? { ...item, fault: null } : item));
  const item = outbox.find((each) => each.clientId === clientId);
  return item === undefined ? [state, []] : pump({ ...state, outbox, notice: null }, [holdOutbox(item)]);
}

function rate(state: State, messageId: string, rating: Thread["messages"][number]["rating"]): Step {
  const messages = state.thread.messages.map((message) =>
    message.id === messageId ? { ...message, rating } : message,
  );
  const next = { ...state, thread: { ...state.thread, messages } };
  return [next, state.welcomed ? [{ type: "send", frame: { type: "rate", messageId, rating } }] : []];
}

function startAfresh(state: State): Step {
  if (state.thread.conversationId === null || state.previous !== null) return [state, []];
  const from = state.thread.conversationId;
  return [{ ...state, previous: state.thread, thread: emptyThread(), notice: null }, [{ type: "keep-fresh", from }]];
}

function undoAfresh(state: State): Step {
  if (state.previous === null) return [state, []];
  return [{ ...state, thread: state.previous, previous: null }, [{ type: "keep-fresh", from: null }]];
}

function wake(state: State, what: "outbox" | "receipt" | "gap"): Step {
  if (what === "outbox") {
    const isOver = state.notice !== null && state.notice.until !== null;
    return pump({ ...state, paused: false, notice: isOver ? null : state.notice });
  }
  const stuck = what === "receipt" ? state.inFlight !== null : hasGap(state.thread);
  return [state, state.welcomed && stuck ? [{ type: "relink" }] : []];
}
