/** Where two people may edit: answers carry their revision as ETag, and a change may name the one that it was made from. */
import type { FastifyReply, FastifyRequest } from "fastify";
import { assertSeen, etag, seenRevision } from "../platform/index.ts";

/** Compares the revision that would be changed with `If-Match`, if that was sent. @throws Fault stale */
export function matchRevision(request: FastifyRequest): (revision: number) => void {
  const seen = seenRevision(request.headers["if-match"]);
  return (revision) => assertSeen(seen, revision);
}

export function withRevision<T extends { revision: number }>(reply: FastifyReply, body: T): T {
  reply.header("etag", etag(body.revision));
  return body;
}
