import type { ContentPart, Message } from "@parley/contracts";
import type { Outgoing, State } from "./types.ts";

export type Entry =
  | {
      kind: "visitor";
      key: string;
      text: string;
      at: string;
      status: "sent" | "sending" | "waiting" | "failed";
      clientId: string | null;
      fault: Outgoing["fault"];
    }
  | {
      kind: "agent";
      key: string;
      parts: ContentPart[];
      growing: boolean;
      message: Message | null;
      ended: "answered" | "stopped" | "failed";
      askedText: string;
    }
  | { kind: "typing"; key: string };

/** What there is to draw, in order. Keys last from a draft to the stored answer, so nothing is drawn anew. */
export function listEntries(state: State): Entry[] {
  const { thread } = state;
  const stored = thread.messages.map((message) => entryOf(message, state));
  const drafts = thread.drafts
    .filter((draft) => draft.parts.length > 0)
    .map((draft): Entry => ({
      kind: "agent",
      key: `answer-${draft.replyTo}`,
      parts: draft.parts,
      growing: !draft.ended,
      message: null,
      ended: "answered",
      askedText: "",
    }));
  const held = new Set(thread.messages.map((message) => message.clientId));
  const waiting = state.outbox.filter((item) => !held.has(item.clientId)).map((item) => outgoing(item, state));
  const isTyping = thread.answering && drafts.length === 0;
  return [...stored, ...drafts, ...(isTyping ? [{ kind: "typing", key: "typing" } as const] : []), ...waiting];
}

function entryOf(message: Message, state: State): Entry {
  if (message.role === "visitor") {
    const key = message.clientId ?? message.id;
    return {
      kind: "visitor",
      key,
      text: message.text,
      at: message.createdAt,
      status: "sent",
      clientId: null,
      fault: null,
    };
  }
  const reason = state.thread.ends[message.replyTo ?? ""];
  const parts: ContentPart[] = message.parts.length > 0 ? message.parts : [{ type: "text", text: message.text }];
  return {
    kind: "agent",
    key: `answer-${message.replyTo ?? message.id}`,
    parts,
    growing: false,
    message,
    ended: reason === "stopped" || reason === "failed" ? reason : "answered",
    askedText: state.thread.messages.find((each) => each.id === message.replyTo)?.text ?? "",
  };
}

function outgoing(item: Outgoing, state: State): Entry {
  const status = item.fault !== null ? "failed" : state.link === "online" ? "sending" : "waiting";
  const at = new Date(item.at).toISOString();
  return {
    kind: "visitor",
    key: item.clientId,
    text: item.text,
    at,
    status,
    clientId: item.clientId,
    fault: item.fault,
  };
}
