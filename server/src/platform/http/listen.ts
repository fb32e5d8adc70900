import { Fault } from "@parley/contracts";
import type { FastifyInstance } from "fastify";

export interface Listening {
  port: number;
  /** How this machine reaches it, such as `http://127.0.0.1:3000`. */
  url: string;
}

/** Port 0 takes a free one. Faults: conflict, forbidden, invalid_request, each with what to do. */
export async function listen(app: FastifyInstance, { host, port }: { host: string; port: number }): Promise<Listening> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    throw whyNot(error, host, port) ?? error;
  }
  const address = app.server.address();
  const taken = typeof address === "object" && address !== null ? address.port : port;
  return { port: taken, url: `http://${reachable(host)}:${taken}` };
}

function reachable(host: string): string {
  if (host === "0.0.0.0" || host === "::" || host === "") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}

function whyNot(error: unknown, host: string, port: number): Fault | undefined {
  const code = error instanceof Error && "code" in error ? error.code : "";
  if (code === "EADDRINUSE") {
    return new Fault(
      "conflict",
      `Port ${port} is already in use. Stop the program that uses it, or choose another with --port, for example --port ${port + 1}.`,
      { cause: error },
    );
  }
  if (code === "EACCES") {
    return new Fault(
      "forbidden",
      `Port ${port} needs the rights of an administrator. Choose one above 1023 with --port.`,
      { cause: error },
    );
  }
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EAI_AGAIN" || code === "EINVAL") {
    return new Fault(
      "invalid_request",
      `This machine has no address ${host}. Choose another with --host, for example --host 127.0.0.1.`,
      { cause: error },
    );
  }
  return undefined;
}
