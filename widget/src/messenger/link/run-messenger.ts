import type { Agent, ClientFrame, Message } from "@parley/contracts";
import { step } from "../conversation/conversation-state.ts";
import { initialState, type Effect, type Event, type State, type Wake } from "../conversation/types.ts";
import { openSession } from "./open-session.ts";
import { openSocket, type Line } from "./open-socket.ts";
import type { Keep } from "./keep.ts";

export interface Messenger {
  /** Has been here before, so that a conversation may be on its way. */
  returning: boolean;
  state(): State;
  subscribe(listener: () => void): () => void;
  say(text: string): void;
  tryAgain(clientId: string): void;
  discard(clientId: string): void;
  stop(): void;
  rate(messageId: string, rating: Message["rating"]): void;
  startAfresh(): void;
  undoAfresh(): void;
  dismiss(): void;
  setVisible(visible: boolean): void;
  close(): void;
}

const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 30_000;

export interface MessengerDeps {
  agentId: string;
  agent: Agent | null;
  keep: Keep;
}

/** Carries out what the machine asks for: session, socket, storage, timers. */
export function runMessenger({ agentId, agent, keep }: MessengerDeps): Messenger {
  let state = initialState(agent);
  let line: Line | null = null;
  let token: string | null = null;
  const returning = keep.token() !== null;
  let attempt = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const over = new AbortController();
  const timers = new Map<Wake, ReturnType<typeof setTimeout>>();
  const listeners = new Set<() => void>();

  const dispatch = (event: Event): void => {
    const [next, effects] = step(state, event);
    const changed = next !== state;
    state = next;
    for (const effect of effects) run(effect);
    if (changed) for (const listener of listeners) listener();
  };
  const send = (frame: ClientFrame) => line?.send(frame);

  function run(effect: Effect): void {
    switch (effect.type) {
      case "send":
        return send(effect.frame);
      case "hello":
        return send({
          type: "hello",
          version: 1,
          token: token ?? "",
          after: effect.after,
          conversationId: effect.conversationId,
        });
      case "keep":
        return keep.changeOutbox(effect.add, effect.remove);
      case "keep-fresh":
        return keep.setFreshFrom(effect.from);
      case "relink":
        return link();
      case "renew":
        line?.close();
        line = null;
        token = null;
        return later(null);
      case "wake":
        clearTimeout(timers.get(effect.what));
        timers.set(
          effect.what,
          setTimeout(() => dispatch({ type: "wake", what: effect.what, at: Date.now() }), effect.afterMs),
        );
    }
  }

  /** Tabs that open together share one session: the second waits for the first one's token. */
  async function begin(): Promise<void> {
    const open = async () => {
      const opened = await openSession(agentId, keep.token(), over.signal);
      if (opened.ok) keep.setToken(opened.session.token);
      return opened;
    };
    const opened = await ("locks" in navigator
      ? navigator.locks.request(`parley:${agentId}`, open).catch(open)
      : open());
    if (over.signal.aborted) return;
    if (!opened.ok) {
      if (opened.gone) return dispatch({ type: "gone" });
      dispatch({ type: "unlinked", offline: !navigator.onLine });
      return later(opened.retryAfterMs);
    }
    token = opened.session.token;
    dispatch({ type: "opened", session: opened.session });
    dispatch({ type: "kept", outbox: keep.outbox(), freshFrom: keep.freshFrom() });
    link();
  }

  function link(): void {
    line?.close();
    clearTimeout(retry);
    const address = new URL("/v1/realtime", location.href.replace(/^http/, "ws"));
    line = openSocket(address.href, {
      open: () => dispatch({ type: "linked" }),
      frame: (frame) => {
        if (frame.type === "welcome") attempt = 0;
        dispatch({ type: "frame", frame, at: Date.now() });
      },
      lost: () => {
        line = null;
        dispatch({ type: "unlinked", offline: !navigator.onLine });
        later(null);
      },
    });
  }

  /** Comes back after a while that doubles, with chance in it, so that a restarted server is not stormed. */
  function later(retryAfterMs: number | null): void {
    clearTimeout(retry);
    if (over.signal.aborted || state.gone) return;
    const longest = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** attempt);
    attempt += 1;
    retry = setTimeout(again, retryAfterMs ?? longest * (0.5 + Math.random() / 2));
  }

  const again = () => (token === null ? void begin() : link());
  const nowOnline = () => {
    attempt = 0;
    if (line === null) again();
    else line.check();
  };
  const nowOffline = () => {
    line?.close();
    line = null;
    dispatch({ type: "unlinked", offline: true });
    // Browsers err: some say "offline" behind a VPN and never "online" again.
    later(null);
  };
  const nowShown = () => {
    if (document.visibilityState === "visible" && state.loaded && !state.gone) nowOnline();
  };

  addEventListener("online", nowOnline, { signal: over.signal });
  addEventListener("offline", nowOffline, { signal: over.signal });
  document.addEventListener("visibilitychange", nowShown, { signal: over.signal });
  const unwatch = keep.onChange((what) => {
    if (what === "outbox") dispatch({ type: "kept", outbox: keep.outbox(), freshFrom: null });
  });

  dispatch({ type: "kept", outbox: keep.outbox(), freshFrom: null });
  void begin();

  return {
    returning,
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    say: (text) => dispatch({ type: "say", text, clientId: newClientId(), at: Date.now() }),
    tryAgain: (clientId) => dispatch({ type: "try-again", clientId }),
    discard: (clientId) => dispatch({ type: "discard", clientId }),
    stop: () => dispatch({ type: "stop" }),
    rate: (messageId, rating) => dispatch({ type: "rate", messageId, rating }),
    startAfresh: () => dispatch({ type: "start-afresh" }),
    undoAfresh: () => dispatch({ type: "undo-afresh" }),
    dismiss: () => dispatch({ type: "dismiss" }),
    setVisible: (visible) => dispatch({ type: "visible", visible }),
    close() {
      over.abort();
      unwatch();
      line?.close();
      clearTimeout(retry);
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

/** `crypto.randomUUID` is missing on pages without TLS. */
function newClientId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
