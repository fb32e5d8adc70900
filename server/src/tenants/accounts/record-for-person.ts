/** What people do with their own account stands in the audit log of each of their organizations. */
import { SYSTEM, type Tx } from "../../platform/index.ts";
import type { AuditEntry } from "../audit/types.ts";
import { announce } from "../desk.ts";
import type { Doer, Ground } from "./account-deps.ts";
import type { Caller } from "./auth-door.ts";
import { describeDevice } from "./device.ts";

export interface PersonalEntry extends Pick<AuditEntry, "action" | "before" | "after"> {
  /** Somebody else tried it, in vain. */
  byStranger?: boolean;
}

interface Who {
  caller: Caller;
  doer: Doer;
}

type Parts = Pick<Ground, "tenants" | "live" | "db">;

/** Its own transaction, and the news of it. */
export async function recordForPerson(parts: Parts, { caller, doer }: Who, entry: PersonalEntry): Promise<void> {
  const { tenants, db } = parts;
  const memberships = await tenants.memberships.all(doer.id);
  if (memberships.length === 0) return;
  await db.transaction(SYSTEM, (tx) => write(parts, tx, { caller, doer, entry, memberships }));
  for (const { organization } of memberships) announce(parts.live, { organization });
}

async function write(
  { tenants }: Parts,
  tx: Tx,
  what: {
    caller: Caller;
    doer: Doer;
    entry: PersonalEntry;
    memberships: readonly { organization: number; organizationId: string }[];
  },
): Promise<void> {
  const { caller, doer, entry, memberships } = what;
  const { byStranger = false, ...change } = entry;
  for (const { organization, organizationId } of memberships) {
    const scope = {
      organization,
      organizationId,
      actor: byStranger
        ? { type: "visitor" as const, id: "unknown", name: "Somebody who is not signed in" }
        : { type: "member" as const, id: doer.id, name: doer.name },
      permissions: new Set<never>(),
      from: { address: caller.address, client: describeDevice(caller.userAgent).device },
    };
    await tenants.audit.record(tx, scope, {
      ...change,
      target: { type: "person", id: doer.id, name: doer.email },
    });
  }
}
