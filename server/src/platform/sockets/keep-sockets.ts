/** The open sockets of one address: admitted, counted, and noticed when their other side is gone. */
import type { FastifyInstance } from "fastify";
import type { WebSocket } from "ws";
import type { Clock } from "../clock.ts";
import { CLOSE } from "./frame-port.ts";
import { networkOf } from "./network-of.ts";

export interface KeepSockets {
  clock: Clock;
  perNetwork: number;
  /** Told whenever one more or one less is open. */
  count: (open: number) => void;
}

const PING_EVERY_MS = 30_000;

/** The function takes a socket in; false when its network has too many: then it is closed. */
export function keepSockets(app: FastifyInstance, { clock, perNetwork, count }: KeepSockets) {
  const perAddress = new Map<string, number>();
  const open = new Set<WebSocket>();
  const unanswered = new WeakSet<WebSocket>();

  const endPings = clock.every(PING_EVERY_MS, () => {
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

  return (socket: WebSocket, address: string): boolean => {
    const network = networkOf(address);
    const already = perAddress.get(network) ?? 0;
    if (already >= perNetwork) {
      socket.close(CLOSE.policy, "too many sockets");
      return false;
    }
    perAddress.set(network, already + 1);
    open.add(socket);
    count(open.size);
    socket.on("pong", () => unanswered.delete(socket));
    socket.on("close", () => {
      open.delete(socket);
      const left = (perAddress.get(network) ?? 1) - 1;
      if (left > 0) perAddress.set(network, left);
      else perAddress.delete(network);
      count(open.size);
    });
    return true;
  };
}
