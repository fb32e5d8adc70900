import type {
  Agent,
  AnswerPart,
  ClientFrame,
  ContentPart,
  EndReason,
  Message,
  ServerFrame,
  Session,
} from "@parley/contracts";

/** An answer while it is being made. Parts count from 0; those that came early wait for the ones before them. */
export interface Draft {
  replyTo: string;
  parts: ContentPart[];
  next: number;
  early: Record<number, AnswerPart>;
  ended: boolean;
}

/** One conversation as this window holds it; `messages` is sorted by `seq` and holds each once. */
export interface Thread {
  conversationId: string | null;
  messages: Message[];
  drafts: Draft[];
  /** An answer is on its way. */
  answering: boolean;
  /** Why answers seen in this window ended, by the visitor's message: a stored message does not say. */
  ends: Record<string, EndReason>;
}

/** What the visitor sent and the server has not yet acknowledged, oldest first. */
export interface Outgoing {
  clientId: string;
  text: string;
  at: number;
  /** Begins a new conversation, whatever the current one is. */
  fresh: boolean;
  /** Why it cannot be sent; the visitor may try again or drop it. */
  fault: { code: string; message: string } | null;
}

export type LinkState = "connecting" | "online" | "offline";

/** A line above the composer. `until` is a time in ms since the epoch, for a countdown. */
export interface Notice {
  code: string;
  message: string;
  until: number | null;
}

export interface State {
  agent: Agent | null;
  /** No such agent, or taken away: nothing can be said here. */
  gone: boolean;
  link: LinkState;
  /** The server has told what it holds; before that nothing is sent. */
  welcomed: boolean;
  /** The first answer from the server has come, so an empty thread really is empty. */
  loaded: boolean;
  thread: Thread;
  /** What "start afresh" put aside, until the next message is sent. */
  previous: Thread | null;
  outbox: Outgoing[];
  /** The message on the wire, whose receipt has not come. Only one at a time, so that order holds. */
  inFlight: string | null;
  /** Nothing is sent until the next `wake` for the outbox. */
  paused: boolean;
  notice: Notice | null;
  visible: boolean;
  unread: number;
  /** A newer conversation that made us ask for everything again; asked once each. */
  chased: string | null;
}

export type Wake = "outbox" | "receipt" | "gap";

export type Event =
  | { type: "opened"; session: Pick<Session, "agent" | "conversationId" | "messages"> }
  | { type: "gone" }
  | { type: "linked" }
  | { type: "unlinked"; offline: boolean }
  | { type: "frame"; frame: ServerFrame; at: number }
  | { type: "kept"; outbox: Outgoing[]; freshFrom: string | null }
  | { type: "say"; text: string; clientId: string; at: number }
  | { type: "try-again"; clientId: string }
  | { type: "discard"; clientId: string }
  | { type: "stop" }
  | { type: "rate"; messageId: string; rating: Message["rating"] }
  | { type: "start-afresh" }
  | { type: "undo-afresh" }
  | { type: "dismiss" }
  | { type: "visible"; visible: boolean }
  | { type: "wake"; what: Wake; at: number };

export type Effect =
  | { type: "send"; frame: Exclude<ClientFrame, { type: "hello" }> }
  /** The runner adds the token. */
  | { type: "hello"; after: number; conversationId: string | null }
  | { type: "keep"; add: Outgoing[]; remove: string[] }
  | { type: "keep-fresh"; from: string | null }
  /** Drop the socket and come back at once. */
  | { type: "relink" }
  /** The token is of no use any more: get another, then link. */
  | { type: "renew" }
  | { type: "wake"; what: Wake; afterMs: number };

export type Step = [State, Effect[]];

export function emptyThread(conversationId: string | null = null): Thread {
  return { conversationId, messages: [], drafts: [], answering: false, ends: {} };
}

export function initialState(agent: Agent | null = null): State {
  return {
    agent,
    gone: false,
    link: "connecting",
    welcomed: false,
    loaded: false,
    thread: emptyThread(),
    previous: null,
    outbox: [],
    inFlight: null,
    paused: false,
    notice: null,
    visible: true,
    unread: 0,
    chased: null,
  };
}
