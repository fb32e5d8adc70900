import type { AnswerPart, ClientFrame, Message, ServerFrame } from "@parley/contracts";
import type { Faults } from "./fake-server.ts";
import { answerTo } from "./sample.ts";

interface Conversation {
  id: string;
  visitorId: string;
  messages: Message[];
}

type Sent = Extract<ClientFrame, { type: "message" }>;

/** Conversations in memory: each message once by its `clientId`, numbered without gaps, answered piece by piece. */
export function createFakeConversations({
  faults,
  broadcast,
}: {
  faults: Faults;
  broadcast: (visitorId: string, frame: ServerFrame) => void;
}) {
  const conversations: Conversation[] = [];
  const running = new Map<string, AbortController>();
  let count = 0;

  const currentOf = (visitorId: string) => conversations.findLast((each) => each.visitorId === visitorId);
  const newId = (prefix: string) => `${prefix}_${String((count += 1)).padStart(26, "0")}`;

  function store(conversation: Conversation, message: Partial<Message> & Pick<Message, "role" | "text">): Message {
    const stored: Message = {
      id: newId("msg"),
      conversationId: conversation.id,
      seq: conversation.messages.length + 1,
      parts: [],
      clientId: null,
      replyTo: null,
      answered: null,
      suggestions: [],
      rating: null,
      createdAt: new Date().toISOString(),
      ...message,
    };
    conversation.messages.push(stored);
    return stored;
  }

  function receive(visitorId: string, sent: Sent): void {
    const known = conversations
      .flatMap((each) => (each.visitorId === visitorId ? each.messages : []))
      .find((each) => each.clientId === sent.clientId);
    if (known !== undefined)
      return broadcast(visitorId, { type: "message", conversationId: known.conversationId, message: known });
    let conversation = conversations.find((each) => each.id === sent.conversationId && each.visitorId === visitorId);
    if (conversation === undefined) {
      conversation = { id: newId("cnv"), visitorId, messages: [] };
      conversations.push(conversation);
    }
    const message = store(conversation, { role: "visitor", text: sent.text, clientId: sent.clientId });
    broadcast(visitorId, { type: "message", conversationId: conversation.id, message });
    void answer(conversation, message);
  }

  async function answer(conversation: Conversation, asked: Message): Promise<void> {
    const { visitorId, id: conversationId } = conversation;
    const { parts, suggestions, answered } = answerTo(asked.text);
    const stop = new AbortController();
    running.set(visitorId, stop);
    const said: Message["parts"] = [];
    let index = 0;
    const tell = (part: AnswerPart) =>
      broadcast(visitorId, { type: "part", conversationId, replyTo: asked.id, index: index++, part });
    await pause(faults.paceMs * 20, stop.signal);
    tell({ type: "text-start" });
    for (const part of parts) {
      const pieces =
        part.type === "text" ? (part.text.match(/\S*\s*/g)?.filter((piece) => piece !== "") ?? []) : [null];
      for (const piece of pieces) {
        if (stop.signal.aborted) break;
        if (piece === null && part.type === "citation") {
          said.push(part);
          tell(part);
        } else if (piece !== null) {
          const last = said.at(-1);
          if (last?.type === "text") said[said.length - 1] = { type: "text", text: last.text + piece };
          else said.push({ type: "text", text: piece });
          tell({ type: "text-delta", text: piece });
        }
        await pause(faults.paceMs, stop.signal);
      }
    }
    const reason = stop.signal.aborted ? "stopped" : answered ? "answered" : "unknown";
    tell({ type: "text-end" });
    tell({ type: "end", reason, suggestions });
    const text = said.map((part) => (part.type === "text" ? part.text : "")).join("");
    const message = store(conversation, { role: "agent", text, parts: said, replyTo: asked.id, answered, suggestions });
    running.delete(visitorId);
    broadcast(visitorId, { type: "message", conversationId, message });
  }

  return {
    receive,
    current(visitorId: string) {
      const conversation = currentOf(visitorId);
      return { conversationId: conversation?.id ?? null, messages: conversation?.messages ?? [] };
    },
    answering: (visitorId: string) => running.has(visitorId),
    stop: (visitorId: string) => running.get(visitorId)?.abort(),
    rate(visitorId: string, messageId: string, rating: Message["rating"]) {
      for (const message of conversations.flatMap((each) => each.messages))
        if (message.id === messageId) message.rating = rating;
      broadcast(visitorId, { type: "rated", messageId, rating });
    },
    all: () => conversations.flatMap((each) => each.messages),
    close() {
      for (const stop of running.values()) stop.abort();
    },
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted || ms === 0) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
