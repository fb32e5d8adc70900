/** Opens `/v1/realtime`, counts its sockets, and notices those whose other side is gone. */
import type {} from "@fastify/websocket";
import type { FastifyInstance } from "fastify";
import type { WebSocket } from "ws";
import type { Log } from "../platform/index.ts";
import { CLOSE, createFrameEncoder } from "./frame-port.ts";
import { networkOf } from "./network-of.ts";
import { serveSocket, type SocketDeps } from "./serve-socket.ts";

export interface SocketRouteDeps extends Omit<SocketDeps, "encode" | "report"> {
  log: Pick<Log, "error">;
  socketsPerAddress: number;
  countSockets: (open: number) => void;
}

const PING_EVERY_MS = 30_000;

export function socketRoute(app: FastifyInstance, deps: SocketRouteDeps): void {
  const encode = createFrameEncoder();
  const report = (error: unknown) => deps.log.error({ err: error }, "a frame could not be handled");
  const admit = createAdmission(deps);
  const open = new Set<WebSocket>();
  const unanswered = new WeakSet<WebSocket>();

  app.get(
    "/v1/realtime",
    { websocket: true, config: { permission: "none" }, schema: { hide: true } },
    (socket, request) => {
      if (!admit(networkOf(request.ip), socket)) return socket.close(CLOSE.policy, "too many sockets");
      open.add(socket);
      socket.on("close", () => open.delete(socket));
      socket.on("pong", () => unanswered.delete(socket));
      serveSocket({ ...deps, encode, report }, socket, request.ip);
    },
  );

  const endPings = deps.clock.every(PING_EVERY_MS, () => {
    for (const socket of open) {
      if (unanswered.has(socket)) socket.terminate();
      else {
        unanswered.add(socket);
        socket.ping();
      }
    }
  });
  app.addHook("preClose", async () => {
    endPings();
    for (const socket of open) socket.close(CLOSE.restart, "the server restarts");
  });
}

/** Counts the sockets in all and per network address; false when one has too many. */
function createAdmission({ socketsPerAddress, countSockets }: SocketRouteDeps) {
  const perAddress = new Map<string, number>();
  let all = 0;
  return (address: string, socket: WebSocket): boolean => {
    const already = perAddress.get(address) ?? 0;
    if (already >= socketsPerAddress) return false;
    perAddress.set(address, already + 1);
    countSockets((all += 1));
    socket.on("close", () => {
      const left = (perAddress.get(address) ?? 1) - 1;
      if (left > 0) perAddress.set(address, left);
      else perAddress.delete(address);
      countSockets((all -= 1));
    });
    return true;
  };
}
