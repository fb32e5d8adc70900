/**
 * A visitor that speaks the protocol by hand, as the messenger does: keeps what has no receipt, and sends it again after a
 * drop, or when a fault says that it may be.
 */
import { type Message, type ServerFrame, session as sessionSchema } from "@parley/contracts";
import { PROTOCOL_VERSION } from "@parley/contracts/limits";
import WebSocket from "ws";

export interface Visitor {
  token: string;
  conversationId: string | null;
  /** By seq. */
  messages: Map<number, Message>;
  unsent: Map<string, string>;
  connect(url: string): Promise<void>;
  say(clientId: string, text: string): void;
  drop(): void;
  /** Sent and answered, every one. */
  settled(): boolean;
  /** What there is to know when it does not settle. */
  state(): string;
}

export async function openVisitor(url: string, agentId: string): Promise<Visitor> {
  const response = await fetch(new URL("/v1/widget/sessions", url), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ agentId }),
  });
  if (!response.ok) throw new Error(`no session: ${response.status} ${await response.text()}`);
  const session = sessionSchema.parse(await response.json());
  let socket: WebSocket | undefined;
  const faults: string[] = [];

  const visitor: Visitor = {
    token: session.token,
    conversationId: null,
    messages: new Map(),
    unsent: new Map(),
    async connect(at) {
      const opened = new WebSocket(new URL("/v1/realtime", at.replace(/^http/, "ws")));
      socket = opened;
      await new Promise<void>((done, fail) => {
        opened.on("open", () => {
          const after = Math.max(0, ...visitor.messages.keys());
          send({
            type: "hello",
            version: PROTOCOL_VERSION,
            token: visitor.token,
            after,
            conversationId: visitor.conversationId,
          });
        });
        opened.on("error", fail);
        opened.on("message", (data) => {
          const frame: ServerFrame = JSON.parse(data.toString());
          hear(frame);
          if (frame.type === "welcome") done();
        });
      });
      for (const [clientId, text] of visitor.unsent) sendMessage(clientId, text);
    },
    say(clientId, text) {
      visitor.unsent.set(clientId, text);
      sendMessage(clientId, text);
    },
    drop() {
      socket?.terminate();
    },
    state() {
      const seqs = [...visitor.messages.values()].map(({ seq, role }) => `${seq} ${role}`);
      const unsent = [...visitor.unsent.keys()];
      return JSON.stringify({ conversationId: visitor.conversationId, unsent, faults, seqs });
    },
    settled() {
      const all = [...visitor.messages.values()];
      const answered = new Set(all.map((message) => message.replyTo));
      return visitor.unsent.size === 0 && all.every((message) => message.role === "agent" || answered.has(message.id));
    },
  };

  function send(frame: object): void {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
  }

  function sendMessage(clientId: string, text: string): void {
    send({ type: "message", clientId, text, conversationId: visitor.conversationId });
  }

  function keep(message: Message): void {
    visitor.conversationId = message.conversationId;
    visitor.messages.set(message.seq, message);
    if (message.clientId !== null) visitor.unsent.delete(message.clientId);
  }

  function hear(frame: ServerFrame): void {
    if (frame.type === "message") keep(frame.message);
    if (frame.type === "welcome") for (const message of frame.messages) keep(message);
    if (frame.type === "fault") hearFault(frame);
  }

  function hearFault({ clientId, code, retryAfterMs }: Extract<ServerFrame, { type: "fault" }>): void {
    faults.push(`${clientId} ${code} ${retryAfterMs}`);
    const text = clientId === null ? undefined : visitor.unsent.get(clientId);
    if (clientId === null || text === undefined || retryAfterMs === null) return;
    setTimeout(() => sendMessage(clientId, text), retryAfterMs);
  }

  return visitor;
}
