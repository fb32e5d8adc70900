import { type AuditEntry, Fault, firstIdAt } from "@parley/contracts";
import { and, desc, eq, gte, lt, type Query, type Scope } from "../../platform/index.ts";
import { auditEntries } from "./tables.ts";

export interface AuditFilter {
  action?: string | undefined;
  actorId?: string | undefined;
  targetId?: string | undefined;
  targetType?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

export interface AuditPage extends AuditFilter {
  limit: number;
  cursor?: string | undefined;
}

/** Newest first. */
export async function listEntries(q: Query, scope: Scope, page: AuditPage) {
  const rows = await q
    .select()
    .from(auditEntries)
    .where(conditions(scope, page))
    .orderBy(desc(auditEntries.id))
    .limit(page.limit + 1);
  const shown = rows.slice(0, page.limit);
  return {
    data: shown.map(present),
    next: rows.length > page.limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** @throws Fault not_found */
export async function getEntry(q: Query, scope: Scope, id: string): Promise<AuditEntry> {
  const [row] = await q
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.organization, scope.organization), eq(auditEntries.id, id)));
  if (!row) throw new Fault("not_found", "There is no entry with this id.");
  return present(row);
}

/** Ids hold their time, so one index serves order, cursor and the span of time. */
function conditions({ organization }: Scope, page: AuditPage) {
  const { action, actorId, targetId, targetType, from, to, cursor } = page;
  return and(
    eq(auditEntries.organization, organization),
    cursor === undefined ? undefined : lt(auditEntries.id, cursor),
    from === undefined ? undefined : gte(auditEntries.id, firstIdAt("audit", Date.parse(from))),
    to === undefined ? undefined : lt(auditEntries.id, firstIdAt("audit", Date.parse(to))),
    actorId === undefined ? undefined : eq(auditEntries.actorId, actorId),
    targetId === undefined ? undefined : eq(auditEntries.targetId, targetId),
    targetType === undefined ? undefined : eq(auditEntries.targetType, targetType),
    action === undefined ? undefined : eq(action.includes(".") ? auditEntries.action : auditEntries.area, action),
  );
}

function present(row: typeof auditEntries.$inferSelect): AuditEntry {
  return {
    id: row.id,
    at: row.at.toISOString(),
    actor: { type: row.actorType, id: row.actorId, name: row.actorName },
    address: row.address,
    client: row.client,
    action: row.action,
    target: { type: row.targetType, id: row.targetId, name: row.targetName },
    before: row.before === null ? null : { ...row.before },
    after: row.after === null ? null : { ...row.after },
  };
}
