/**
 * For what two people may edit: an answer carries its revision as `ETag: "3"`, a change names the one that was seen in
 * `If-Match: "3"`, and is refused when somebody else was faster. A store compares inside its transaction: it is given
 * `seenRevision(request.headers["if-match"])` for `assertSeen`, or `matchRevision(request)` to call.
 */
import { Fault } from "@parley/contracts";
import type { FastifyInstance, FastifyRequest } from "fastify";

export const etag = (revision: number): string => `"${revision}"`;

/** What the caller saw; null where it names none, or `*`. @throws Fault invalid_request where it cannot be read. */
export function seenRevision(header: string | undefined): number | null {
  if (header === undefined || header.trim() === "*") return null;
  // Proxies that compress make an ETag weak; the revision in it is as good as before.
  const digits = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim())?.[1];
  if (digits === undefined) {
    throw new Fault("invalid_request", 'If-Match takes the ETag of an earlier answer, such as "3".', {
      field: "If-Match",
    });
  }
  return Number(digits);
}

/** @throws Fault stale when `revision` is not what the caller saw. */
export function assertSeen(seen: number | null, revision: number): void {
  if (seen !== null && seen !== revision) {
    throw new Fault("stale", "Somebody else has changed this meanwhile. Load it again and make your change once more.");
  }
}

/** Compares the revision that would be changed with `If-Match`, if that was sent. @throws Fault stale */
export function matchRevision(request: FastifyRequest): (revision: number) => void {
  const seen = seenRevision(request.headers["if-match"]);
  return (revision) => assertSeen(seen, revision);
}

/** Whatever is answered with a `revision` carries it as its ETag: no route has to remember that. */
export function answerRevisions(app: FastifyInstance): void {
  app.addHook("preSerialization", (_request, reply, payload, done) => {
    const revision = revisionOf(payload);
    if (revision !== undefined) reply.header("etag", etag(revision));
    done(null, payload);
  });
}

function revisionOf(payload: unknown): number | undefined {
  if (typeof payload !== "object" || payload === null || !("revision" in payload)) return undefined;
  return typeof payload.revision === "number" ? payload.revision : undefined;
}
