/** Real servers on free local ports, for tests of what goes out. */
import { createServer, type RequestListener } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { createServer as createRawServer, type AddressInfo, type Server, type Socket } from "node:net";
import type { Certificate } from "./certificate.testing.ts";

export interface TestServer {
  origin: string;
  port: number;
  /** How many connections were taken so far. */
  connections(): number;
  close(): Promise<void>;
}

export const serveHttp = (listener: RequestListener) => start(createServer(listener), "http");

export const serveHttps = (certificate: Certificate, listener: RequestListener) =>
  start(createTlsServer({ cert: certificate.cert, key: certificate.key }, listener), "https");

/** Bytes as they are, for lies and drips. Calls `talk` when a request's head has arrived. */
export const serveRaw = (talk: (socket: Socket) => void) =>
  start(
    createRawServer((socket) => {
      socket.on("error", () => undefined);
      socket.on("data", () => talk(socket));
    }),
    "http",
  );

async function start(server: Server, scheme: string): Promise<TestServer> {
  const sockets = new Set<Socket>();
  let taken = 0;
  server.on("connection", (socket: Socket) => {
    taken += 1;
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `${scheme}://127.0.0.1:${port}`,
    port,
    connections: () => taken,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
