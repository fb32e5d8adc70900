import { PROTOCOL_VERSION, type ServerFrame, type Session } from "@parley/contracts";
import { WebSocket } from "ws";
import type { RunningServer } from "./server.ts";

export interface Visitor {
  /** Says something; resolves when the whole answer has come, with the ms to its first words and to its end. */
  say(text: string): Promise<{ firstMs: number; allMs: number }>;
  close(): void;
}

/** A visitor as the widget is one: a session, a socket, hello. */
export async function openVisitor({ url }: Pick<RunningServer, "url">, agentId: string): Promise<Visitor> {
  const session = await openSession(url, agentId);
  const socket = new WebSocket(`${url.replace(/^http/, "ws")}/v1/realtime`, { perMessageDeflate: false });
  let heard: (frame: ServerFrame) => void = () => undefined;
  let broken: (error: Error) => void = () => undefined;
  await new Promise<void>((resolve, reject) => {
    broken = reject;
    heard = (frame) => (frame.type === "welcome" ? resolve() : undefined);
    socket.on("open", () =>
      socket.send(JSON.stringify({ type: "hello", version: PROTOCOL_VERSION, token: session.token })),
    );
    socket.on("message", (data) => heard(JSON.parse(String(data))));
    socket.on("error", (error) => broken(error));
    socket.on("close", (code) => broken(new Error(`The socket was closed with code ${code}`)));
  });
  let conversationId = session.conversationId;
  let said = 0;
  return {
    say: (text) =>
      new Promise((resolve, reject) => {
        said += 1;
        const clientId = `${session.visitorId}-${said}`;
        const since = performance.now();
        let firstMs = 0;
        broken = reject;
        heard = (frame) => {
          if (frame.type === "fault") reject(new Error(`${frame.code}: ${frame.message}`));
          if (frame.type === "part" && frame.part.type === "text-delta") firstMs ||= performance.now() - since;
          if (frame.type !== "message") return;
          conversationId = frame.conversationId;
          if (frame.message.role === "agent") resolve({ firstMs, allMs: performance.now() - since });
        };
        socket.send(JSON.stringify({ type: "message", clientId, text, conversationId }));
      }),
    close: () => socket.terminate(),
  };
}

async function openSession(url: string, agentId: string): Promise<Session> {
  const response = await fetch(`${url}/v1/widget/sessions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ agentId }),
  });
  if (!response.ok)
    throw new Error(`The session was refused with ${response.status}: ${(await response.text()).slice(0, 300)}`);
  return response.json() as Promise<Session>;
}
