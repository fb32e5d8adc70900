/** The keys that a member made: they outlive the membership, unless they are revoked with it. */
import { Fault } from "@parley/contracts";
import { and, eq, gt, inArray, isNull, or, type Query, type Scope, sql, type Tx } from "../platform/index.ts";
import type { Audit } from "./audit/types.ts";
import { apiKeys } from "./tables.ts";

const live = (organization: number, now: Date) =>
  and(
    eq(apiKeys.organization, organization),
    isNull(apiKeys.revokedAt),
    or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now)),
  );

/** By person, of those keys that open something; who made none is left out. */
export async function countLiveKeys(
  q: Query,
  organization: number,
  { makers, now }: { makers: readonly string[]; now: number },
): Promise<Map<string, number>> {
  if (makers.length === 0) return new Map();
  const rows = await q
    .select({ maker: apiKeys.makerId, count: sql<number>`count(*)::int` })
    .from(apiKeys)
    .where(and(live(organization, new Date(now)), inArray(apiKeys.makerId, [...makers])))
    .groupBy(apiKeys.makerId);
  return new Map(rows.map(({ maker, count }) => [maker ?? "", count]));
}

/** Within the transaction that takes the member out. Gives how many there were. @throws Fault forbidden */
export async function revokeKeysOf(
  tx: Tx,
  scope: Scope,
  { audit, maker, now }: { audit: Audit; maker: string; now: number },
): Promise<number> {
  if (!scope.permissions.has("keys:write")) {
    throw new Fault("forbidden", "You may not revoke keys. Remove the member without them, or ask an admin.");
  }
  const at = new Date(now);
  const gone = await tx
    .update(apiKeys)
    .set({ revokedAt: at })
    .where(and(live(scope.organization, at), eq(apiKeys.makerId, maker)))
    .returning({ id: apiKeys.id, name: apiKeys.name, scopes: apiKeys.scopes });
  for (const { id, name, scopes } of gone) {
    await audit.record(tx, scope, { action: "key.revoked", target: { type: "key", id, name }, before: { scopes } });
  }
  return gone.length;
}
