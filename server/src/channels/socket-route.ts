/** Opens `/v1/realtime`. */
import type {} from "@fastify/websocket";
import type { FastifyInstance } from "fastify";
import { createFrameEncoder, keepSockets, type Log } from "../platform/index.ts";
import { serveSocket, type SocketDeps } from "./serve-socket.ts";

export interface SocketRouteDeps extends Omit<SocketDeps, "encode" | "report"> {
  log: Pick<Log, "error">;
  socketsPerAddress: number;
  countSockets: (open: number) => void;
}

export function socketRoute(app: FastifyInstance, deps: SocketRouteDeps): void {
  const encode = createFrameEncoder();
  const report = (error: unknown) => deps.log.error({ err: error }, "a frame could not be handled");
  const admit = keepSockets(app, {
    clock: deps.clock,
    perNetwork: deps.socketsPerAddress,
    count: deps.countSockets,
  });

  app.get(
    "/v1/realtime",
    { websocket: true, config: { permission: "none" }, schema: { hide: true } },
    (socket, request) => {
      if (admit(socket, request.ip)) serveSocket({ ...deps, encode, report }, socket, request.ip);
    },
  );
}
