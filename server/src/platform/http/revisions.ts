/**
 * For what two people may edit: an answer carries its revision as `ETag: "3"`, a change names the one that was seen in
 * `If-Match: "3"`, and is refused when somebody else was faster. A store compares inside its transaction:
 * `seenRevision(request.headers["if-match"])` there and `ifMatch` where the revision has been read already.
 */
import { Fault } from "@parley/contracts";
import type { FastifyRequest } from "fastify";

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

export function ifMatch(request: FastifyRequest, revision: number): void {
  assertSeen(seenRevision(request.headers["if-match"]), revision);
}
