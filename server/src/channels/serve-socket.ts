/** `/v1/realtime`: one visitor's socket, from `hello` to the end. */
import { type ClientFrame, Fault, PROTOCOL_VERSION, type ServerFrame } from "@parley/contracts";
import type { WebSocket } from "ws";
import { type Agents, agentTopic } from "../agents/index.ts";
import { type Conversations, visitorTopic } from "../conversations/index.ts";
import {
  type Clock,
  CLOSE,
  createFramePort,
  type FramePort,
  hearFrames,
  type Limit,
  type Limits,
  type Realtime,
} from "../platform/index.ts";
import { clientIdIn, readFrame, sendFault } from "./read-frame.ts";
import type { VisitorSession, VisitorSessions } from "./visitor-sessions.ts";

export interface SocketDeps {
  agents: Agents;
  conversations: Conversations;
  sessions: VisitorSessions;
  realtime: Realtime;
  limits: Limits;
  clock: Clock;
  encode: (frame: object) => string;
  report: (error: unknown) => void;
  messageLimits: { visitor: Limit; address: Limit; agent: Limit };
  /** A network address in a form that cannot be turned back. */
  digest: (address: string) => string;
}

interface Connection {
  port: FramePort;
  address: string;
  session?: VisitorSession | undefined;
  conversationId: string | null;
  /** What arrives while the thread is being read, to be sent after it; undefined when frames flow freely. */
  held?: object[] | undefined;
  endings: (() => void)[];
  closed: boolean;
}

export function serveSocket(deps: SocketDeps, socket: WebSocket, address: string): void {
  const port = createFramePort(socket, deps.encode);
  const connection: Connection = { port, address, conversationId: null, endings: [], closed: false };
  hearFrames(socket, {
    clock: deps.clock,
    port,
    read: readFrame,
    handle: (frame) => handle(deps, connection, frame),
    fault: (error, text) => sendFault(port, { error, clientId: clientIdIn(text), report: deps.report }),
    greeted: () => connection.session !== undefined,
    closed() {
      connection.closed = true;
      leave(connection);
    },
  });
}

function leave(connection: Connection): void {
  connection.session = undefined;
  connection.held = undefined;
  for (const end of connection.endings.splice(0)) end();
}

async function handle(deps: SocketDeps, connection: Connection, frame: ClientFrame): Promise<void> {
  if (frame.type === "ping") return connection.port.send({ type: "pong" });
  if (frame.type === "hello") return hello(deps, connection, frame);
  const { session } = connection;
  if (!session) throw new Fault("unauthorized", "Say hello first.");
  if (frame.type === "message") return receiveMessage(deps, connection, { ...frame, session });
  const { conversationId } = connection;
  if (frame.type === "stop")
    return conversationId === null ? undefined : deps.conversations.stop(session.scope, conversationId);
  await rate(deps, connection, { ...frame, session });
}

type Rating = Extract<ClientFrame, { type: "rate" }> & { session: VisitorSession };

async function rate(deps: SocketDeps, { conversationId }: Connection, { session, ...frame }: Rating): Promise<void> {
  // Not `not_found`: to a client without a message at fault that means that the agent is gone.
  const refused = new Fault("conflict", "This answer cannot be rated any more.");
  if (conversationId === null) throw refused;
  await deps.conversations.rate(session.scope, { conversationId, ...frame }).catch((error: unknown) => {
    throw error instanceof Fault && error.code === "not_found" ? refused : error;
  });
  const rated: ServerFrame = { type: "rated", messageId: frame.messageId, rating: frame.rating };
  deps.realtime.publish(visitorTopic(session.scope, session.agentId, session.visitorId), rated);
}

type Hello = Extract<ClientFrame, { type: "hello" }>;

/** Listens first, reads then, sends what came in between last: nothing falls between the two. */
async function hello(deps: SocketDeps, connection: Connection, frame: Hello): Promise<void> {
  if (connection.session) throw new Fault("conflict", "This socket has said hello before.");
  const session = await deps.sessions.check(frame.token);
  if (connection.closed) return;
  connection.session = session;
  connection.held = [];
  const hear = (data: unknown) => {
    if (typeof data !== "object" || data === null) return;
    if (connection.held) connection.held.push(data);
    else pass(connection, data);
  };
  connection.endings.push(
    deps.realtime.subscribe(visitorTopic(session.scope, session.agentId, session.visitorId), hear),
    deps.realtime.subscribe(agentTopic(session.agentId), (data) => {
      if (typeof data === "object" && data !== null) hear({ type: "agent", ...data });
    }),
  );
  try {
    await welcome(deps, connection, { ...frame, session });
  } catch (error) {
    // Half a welcome is none: the client comes back and is told everything.
    leave(connection);
    sendFault(connection.port, { error, clientId: null, report: deps.report });
    connection.port.close(CLOSE.failed, "try again");
  }
}

async function welcome(
  deps: SocketDeps,
  connection: Connection,
  { session, ...frame }: Hello & { session: VisitorSession },
): Promise<void> {
  const [agent, thread] = await Promise.all([
    deps.agents.glance(session.scope, session.agentId),
    deps.conversations.resume(session.scope, {
      agentId: session.agentId,
      visitorId: session.visitorId,
      known: { conversationId: frame.conversationId, after: frame.after },
    }),
  ]);
  connection.conversationId = thread.conversationId;
  connection.port.send({ type: "welcome", version: PROTOCOL_VERSION, agent, ...thread } satisfies ServerFrame);
  const held = connection.held ?? [];
  connection.held = undefined;
  for (const data of held) pass(connection, data);
}

function pass(connection: Connection, data: object): void {
  if (
    "type" in data &&
    data.type === "message" &&
    "conversationId" in data &&
    typeof data.conversationId === "string"
  ) {
    connection.conversationId = data.conversationId;
  }
  connection.port.send(data);
}

type SaidMessage = Extract<ClientFrame, { type: "message" }> & { session: VisitorSession };

async function receiveMessage(deps: SocketDeps, connection: Connection, said: SaidMessage): Promise<void> {
  const { session } = said;
  const addressDigest = deps.digest(connection.address);
  await takeAll(deps, [
    [`visitor:${session.visitorId}`, deps.messageLimits.visitor],
    [`address:${addressDigest}`, deps.messageLimits.address],
    [`agent:${session.agentId}`, deps.messageLimits.agent],
  ]);
  const { message, known } = await deps.conversations.receive(session.scope, {
    agentId: session.agentId,
    channel: "web",
    visitorId: session.visitorId,
    addressDigest,
    conversationId: said.conversationId,
    clientId: said.clientId,
    text: said.text,
  });
  connection.conversationId = message.conversationId;
  // A message sent again brings its receipt to this socket alone; a new one has told every tab by itself.
  if (known)
    connection.port.send({ type: "message", conversationId: message.conversationId, message } satisfies ServerFrame);
}

async function takeAll(deps: SocketDeps, buckets: [string, Limit][]): Promise<void> {
  for (const [key, limit] of buckets) {
    const { allowed, retryAfterMs } = await deps.limits.take(key, limit);
    if (!allowed) throw new Fault("rate_limited", "That was a lot at once. Please wait a moment.", { retryAfterMs });
  }
}
