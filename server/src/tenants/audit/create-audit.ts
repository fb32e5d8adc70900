/** Writes the audit log. The only function that adds to it. */
import { newId } from "@parley/contracts";
import type { Clock, Scope, Tx } from "../../platform/index.ts";
import { auditEntries } from "./tables.ts";
import { shorten } from "./shorten.ts";
import type { Audit, AuditEntry } from "./types.ts";

const LONGEST_NAME = 200;

const actorNames: Record<Scope["actor"]["type"], string> = {
  member: "A member",
  key: "An API key",
  visitor: "A visitor",
  "server-admin": "Server admin",
  job: "Parley",
};

export function createAudit({ clock }: { clock: Clock }): Audit {
  return {
    async record(tx: Tx, scope: Scope, entry: AuditEntry): Promise<void> {
      const now = clock.now();
      const { actor, from } = scope;
      await tx.insert(auditEntries).values({
        organization: scope.organization,
        id: newId("audit", now),
        at: new Date(now),
        actorType: actor.type,
        actorId: actor.id,
        actorName: (actor.name ?? actorNames[actor.type]).slice(0, LONGEST_NAME),
        address: from?.address ?? null,
        client: from?.client?.slice(0, LONGEST_NAME) ?? null,
        action: entry.action,
        area: entry.action.split(".")[0] ?? entry.action,
        targetType: entry.target.type,
        targetId: entry.target.id,
        targetName: entry.target.name?.slice(0, LONGEST_NAME) ?? null,
        before: shorten(entry.before),
        after: shorten(entry.after),
      });
    },
  };
}
