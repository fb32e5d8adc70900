/**
 * Speaks `/v1/realtime` and serves the built widget, for development and for tests in a browser, with the faults of
 * real networks on demand. It remembers conversations in memory and answers from `sample.ts`.
 */
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import type { Agent, ClientFrame, Message, ServerFrame } from "@parley/contracts";
import { WebSocketServer, type WebSocket } from "ws";
import { createFakeConversations } from "./fake-conversations.ts";
import { AGENT_ID, sampleAgent, sampleLogo } from "./sample.ts";

export interface Manifest {
  entries: Record<string, string | null>;
  looks: Record<string, string>;
  files: { path: string; file: string; type: string; cache: string }[];
}

export interface Rendered {
  html: string;
  headers: Record<string, string>;
}

export interface FakePages {
  frame(input: {
    agentId: string;
    agent: Agent | null;
    reading: Reading;
    language: string | null;
    color: string | null;
    theme: string | null;
    preview: boolean;
    accept: string | null;
    nonce: string;
  }): Rendered;
  stage(input: { agent: Agent; language: string | null; accept: string | null; nonce: string }): Rendered;
  try(input: { agent: Agent; reading: Reading; publicUrl: string; accept: string | null; nonce: string }): Rendered;
  launcher(agent: Agent, wishes: { language: string | null; color: string | null; server: string }): unknown;
  other(path: string, nonce: string, accept: string | null): Rendered | null;
}

type Reading = { pages: number } | null;

/** What goes wrong, changed while it runs. */
export interface Faults {
  latencyMs: number;
  /** Milliseconds between two pieces of an answer. */
  paceMs: number;
  duplicate: boolean;
  shuffle: boolean;
  refuseSockets: boolean;
  /** The next message is answered with this fault. */
  next: { code: string; message: string; retryAfterMs: number | null } | null;
  /** The next message is taken off the wire, as if never sent. */
  swallow: boolean;
}

export interface FakeServer {
  url: string;
  agent: Agent;
  reading: Reading;
  faults: Faults;
  requests: string[];
  stored(): Message[];
  setAgent(agent: Partial<Agent>): void;
  dropSockets(): void;
  /** Every token is too old from now on; whoever shows it gets a new one for the same visitor. */
  expireSessions(): void;
  close(): Promise<void>;
}

export async function startFakeServer(options: {
  dist: string;
  manifest: Manifest;
  pages: FakePages;
  host?: (path: string) => Rendered | null;
}): Promise<FakeServer> {
  const faults: Faults = {
    latencyMs: 0,
    paceMs: 15,
    duplicate: false,
    shuffle: false,
    refuseSockets: false,
    next: null,
    swallow: false,
  };
  const sockets = new Map<WebSocket, string | null>();
  const tokens = new Map<string, string>();
  const expired = new Map<string, string>();
  const fake = { agent: sampleAgent, reading: null as Reading, requests: [] as string[] };
  const conversations = createFakeConversations({ faults, broadcast });

  function broadcast(visitorId: string, frame: ServerFrame): void {
    for (const [socket, visitor] of sockets) if (visitor === visitorId) send(socket, frame);
  }

  function send(socket: WebSocket, frame: ServerFrame): void {
    const text = JSON.stringify(frame);
    const times = faults.duplicate ? 2 : 1;
    for (let time = 0; time < times; time += 1) {
      const wait = faults.latencyMs + (faults.shuffle && frame.type !== "welcome" ? Math.random() * 40 : 0);
      if (wait === 0) socket.send(text);
      else setTimeout(() => socket.send(text), wait);
    }
  }

  const server = createServer((request, response) => {
    void serve(request, response).catch(() => response.writeHead(500).end());
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://localhost");
    fake.requests.push(`${request.method} ${url.pathname}`);
    const accept = request.headers["accept-language"] ?? null;
    const nonce = randomBytes(12).toString("base64");
    const asset = options.manifest.files.find((file) => file.path === url.pathname);
    if (asset !== undefined) {
      const body = await readFile(join(options.dist, asset.file));
      response
        .writeHead(200, {
          "content-type": asset.type,
          "cache-control": asset.cache,
          "access-control-allow-origin": "*",
        })
        .end(body);
      return;
    }
    const page = await route(request, { url, accept, nonce });
    response.writeHead(page.status, page.headers).end(page.body);
  }

  async function route(
    request: IncomingMessage,
    { url, accept, nonce }: { url: URL; accept: string | null; nonce: string },
  ) {
    const json = (value: unknown, status = 200) => ({
      status,
      headers: { "content-type": "application/json", "access-control-allow-origin": "*" },
      body: JSON.stringify(value),
    });
    const html = (page: Rendered, status = 200) => ({ status, headers: page.headers, body: page.html });
    const { pages } = options;
    const wishes = { language: url.searchParams.get("lang"), color: url.searchParams.get("color") };
    if (url.pathname === "/v1/widget/sessions") return session(JSON.parse(await bodyOf(request)), json);
    if (url.pathname === "/widget/frame") {
      const agentId = url.searchParams.get("agent") ?? "";
      const agent = agentId === AGENT_ID ? fake.agent : null;
      const theme = url.searchParams.get("theme");
      const preview = url.searchParams.has("preview");
      return html(pages.frame({ agentId, agent, reading: fake.reading, ...wishes, theme, preview, accept, nonce }));
    }
    if (url.pathname === "/widget/stage") return html(pages.stage({ agent: fake.agent, ...wishes, accept, nonce }));
    if (url.pathname === `/try/${AGENT_ID}`)
      return html(pages.try({ agent: fake.agent, reading: fake.reading, publicUrl: address(), accept, nonce }));
    if (url.pathname.endsWith("/launcher")) return json(pages.launcher(fake.agent, { ...wishes, server: address() }));
    if (url.pathname.endsWith("/progress")) return json({ reading: fake.reading });
    if (url.pathname.endsWith("/logo"))
      return { status: 200, headers: { "content-type": "image/svg+xml" }, body: sampleLogo };
    const own = options.host?.(url.pathname) ?? pages.other(url.pathname, nonce, accept);
    return own === null ? { status: 404, headers: {}, body: "" } : html(own, 200);
  }

  function session(
    input: { agentId: string; token: string | null },
    json: (value: unknown, status?: number) => { status: number; headers: Record<string, string>; body: string },
  ) {
    if (input.agentId !== AGENT_ID) return json({ code: "not_found" }, 404);
    const known = input.token === null ? undefined : tokens.get(input.token);
    const visitorId = known ?? expired.get(input.token ?? "") ?? `vis_${randomBytes(6).toString("hex")}`;
    const token = known === undefined || input.token === null ? randomBytes(12).toString("hex") : input.token;
    tokens.set(token, visitorId);
    return json({ token, visitorId, agent: fake.agent, ...conversations.current(visitorId) });
  }

  const wss = new WebSocketServer({ server, path: "/v1/realtime" });
  wss.on("connection", (socket) => {
    if (faults.refuseSockets) return socket.terminate();
    sockets.set(socket, null);
    socket.on("close", () => sockets.delete(socket));
    socket.on("message", (data) => {
      const frame: ClientFrame = JSON.parse(String(data));
      if (faults.latencyMs === 0) receive(socket, frame);
      else setTimeout(() => receive(socket, frame), faults.latencyMs);
    });
  });

  function receive(socket: WebSocket, frame: ClientFrame): void {
    if (frame.type === "ping") return send(socket, { type: "pong" });
    if (frame.type === "hello") return hello(socket, frame);
    const visitorId = sockets.get(socket) ?? null;
    if (visitorId === null) return;
    if (frame.type === "message") {
      if (faults.swallow) {
        faults.swallow = false;
        return;
      }
      const fault = faults.next;
      faults.next = null;
      if (fault !== null) return send(socket, { type: "fault", ...fault, clientId: frame.clientId });
      conversations.receive(visitorId, frame);
    }
    if (frame.type === "stop") conversations.stop(visitorId);
    if (frame.type === "rate") conversations.rate(visitorId, frame.messageId, frame.rating);
  }

  function hello(socket: WebSocket, frame: Extract<ClientFrame, { type: "hello" }>): void {
    const visitorId = tokens.get(frame.token);
    if (visitorId === undefined) {
      send(socket, {
        type: "fault",
        code: "unauthorized",
        message: "Open a new session.",
        clientId: null,
        retryAfterMs: null,
      });
      return;
    }
    sockets.set(socket, visitorId);
    const { conversationId, messages } = conversations.current(visitorId);
    const after = conversationId === frame.conversationId ? frame.after : 0;
    const fresh = messages.filter((message) => message.seq > after);
    send(socket, {
      type: "welcome",
      version: 1,
      agent: fake.agent,
      conversationId,
      messages: fresh,
      answering: conversations.answering(visitorId),
    });
  }

  const address = () => {
    const bound = server.address();
    return typeof bound === "object" && bound !== null ? `http://127.0.0.1:${bound.port}` : "";
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  return Object.assign(fake, {
    url: address(),
    faults,
    stored: () => conversations.all(),
    setAgent(change: Partial<Agent>) {
      fake.agent = { ...fake.agent, ...change };
      for (const socket of sockets.keys()) send(socket, { type: "agent", agent: fake.agent });
    },
    dropSockets() {
      for (const socket of sockets.keys()) socket.terminate();
    },
    expireSessions() {
      for (const [token, visitorId] of tokens) expired.set(token, visitorId);
      tokens.clear();
    },
    async close() {
      conversations.close();
      for (const socket of sockets.keys()) socket.terminate();
      wss.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  return body;
}
