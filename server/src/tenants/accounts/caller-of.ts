/** Who asks, and whether it was one of our own pages that made the browser ask. */
import { Fault } from "@parley/contracts";
import type { FastifyRequest } from "fastify";
import type { Caller } from "./auth-door.ts";

export function callerOf(request: FastifyRequest, publicUrl: string | null): Caller {
  return {
    origin: originOf(request, publicUrl),
    address: request.ip,
    userAgent: request.headers["user-agent"] ?? null,
    cookies: request.headers.cookie ?? null,
  };
}

/**
 * Cookies travel with requests that other sites start, so a browser's own word is asked for who started it.
 * `strict`: a request with a session must say so; without one, programs that say nothing may sign in.
 * @throws Fault forbidden
 */
export function assertSameOrigin(request: FastifyRequest, publicUrl: string | null, strict: boolean): void {
  if (["GET", "HEAD", "OPTIONS"].includes(request.method)) return;
  const { origin } = request.headers;
  const site = request.headers["sec-fetch-site"];
  if (site === "same-origin") return;
  if (origin !== undefined && isOwn(request, origin, publicUrl)) return;
  if (!strict && origin === undefined && site === undefined) return;
  throw new Fault("forbidden", "This request came from another site. Open Parley's own page and try again there.");
}

function originOf(request: FastifyRequest, publicUrl: string | null): string {
  const { origin } = request.headers;
  // A browser that says "same origin" names its own address: right also behind a proxy that nobody told us of.
  const told = origin !== undefined && origin !== "null" && URL.canParse(origin);
  if (told && (request.headers["sec-fetch-site"] === "same-origin" || isOwn(request, origin, publicUrl))) {
    return new URL(origin).origin;
  }
  return publicUrl === null ? askedOrigin(request) : new URL(publicUrl).origin;
}

function isOwn(request: FastifyRequest, origin: string, publicUrl: string | null): boolean {
  return origin === askedOrigin(request) || (publicUrl !== null && origin === new URL(publicUrl).origin);
}

function askedOrigin(request: FastifyRequest): string {
  const asked = `${request.protocol}://${request.host}`;
  return URL.canParse(asked) ? new URL(asked).origin : "http://localhost";
}
