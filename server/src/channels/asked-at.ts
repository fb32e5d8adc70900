/** The server's own address as the request names it; empty when it names no host that there could be. */
import { Fault } from "@parley/contracts";
import type { FastifyRequest } from "fastify";

export function askedAt({ protocol, host }: FastifyRequest): string {
  return /^([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/i.test(host) ? `${protocol}://${host}` : "";
}

/** @throws Fault invalid_request where no such address is in the request. */
export function serverAddress(request: FastifyRequest): string {
  const address = askedAt(request);
  if (address === "") throw new Fault("invalid_request", "The request names no host. Set PARLEY_PUBLIC_URL.");
  return address;
}
