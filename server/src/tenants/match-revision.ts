/** Where two people may edit: answers carry their revision as ETag, and a change may name the one that it was made from. */
import { Fault } from "@parley/contracts";
import type { FastifyReply, FastifyRequest } from "fastify";

/** Checks the revision that would be changed against `If-Match`, if that was sent. @throws Fault stale */
export function matchRevision(request: FastifyRequest): (revision: number) => void {
  const wanted = request.headers["if-match"];
  return (revision) => {
    if (wanted === undefined || wanted.trim() === "*") return;
    const named = wanted.split(",").map((tag) => tag.trim().replace(/^W\//, "").replaceAll('"', ""));
    if (named.includes(String(revision))) return;
    throw new Fault("stale", "Somebody else has changed this meanwhile. Look at how it is now, then change it again.");
  };
}

export function withRevision<T extends { revision: number }>(reply: FastifyReply, body: T): T {
  reply.header("etag", `"${body.revision}"`);
  return body;
}
