import type { FastifyRequest } from "fastify";
import type { Scope } from "../platform/index.ts";
import { describeDevice } from "./accounts/device.ts";
import { type Person, personOf } from "./authenticate.ts";

/** Who is signed in and from where, as the audit log writes it down. On routes whose permission is `person`. */
export function doerOf(request: FastifyRequest): Person & { from: NonNullable<Scope["from"]> } {
  const { device: client } = describeDevice(request.headers["user-agent"] ?? null);
  return { ...personOf(request), from: { address: request.ip, client } };
}
