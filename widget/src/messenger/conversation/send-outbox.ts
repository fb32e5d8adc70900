import type { Effect, Outgoing, State, Step } from "./types.ts";

/** A receipt that takes longer than this means that the line is dead, whatever the socket says. */
export const RECEIPT_WITHIN_MS = 15_000;

/** Sends the oldest message that waits, if the line is free. The next one follows its receipt. */
export function pump(state: State, effects: Effect[] = []): Step {
  const item = state.outbox.find((each) => each.fault === null);
  if (!state.welcomed || state.paused || state.inFlight !== null || item === undefined) return [state, effects];
  const { clientId, text } = item;
  const conversationId = item.fresh ? null : state.thread.conversationId;
  return [
    { ...state, inFlight: clientId },
    [
      ...effects,
      { type: "send", frame: { type: "message", clientId, text, conversationId } },
      { type: "wake", what: "receipt", afterMs: RECEIPT_WITHIN_MS },
    ],
  ];
}

export function withoutOutgoing(state: State, clientId: string): State {
  return {
    ...state,
    outbox: state.outbox.filter((item) => item.clientId !== clientId),
    inFlight: state.inFlight === clientId ? null : state.inFlight,
  };
}

/** Keeps a message where a reload finds it again. */
export function holdOutbox(item: Outgoing): Effect {
  return { type: "keep", add: [item], remove: [] };
}
