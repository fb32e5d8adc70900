import type { Install } from "@parley/contracts";
import { and, type Clock, type Database, desc, eq, type Scope, sql, type Tx } from "../../platform/index.ts";
import { widgetInstalls } from "../tables.ts";
import { isLocal } from "./read-origin.ts";

/** What was seen of one site since it was last written. */
export interface Sighting {
  agentId: string;
  origin: string;
  at: number;
  opened: number;
}

/** Sites kept of one agent: whoever invents more of them is not listened to. */
export const MOST_SITES = 50;
/** A site that was not seen for so long makes room. */
const FORGOTTEN_AFTER_MS = 180 * 24 * 3_600_000;

export function createInstallStore({ db, clock }: { db: Database; clock: Clock }) {
  const today = () => new Date(clock.now()).toISOString().slice(0, 10);

  return {
    /** True if there was room for it. */
    async write(scope: Scope, { agentId, origin, at, opened }: Sighting): Promise<boolean> {
      const seen = new Date(at).toISOString();
      const day = seen.slice(0, 10);
      const old = new Date(at - FORGOTTEN_AFTER_MS).toISOString();
      const own = sql`organization = ${scope.organization} and agent_id = ${agentId}`;
      return db.transaction(scope, async (tx) => {
        await tx.execute(sql`delete from widget_installs where ${own} and last_seen_at < ${old}::timestamptz`);
        const rows = await tx.execute(
          sql`insert into widget_installs as held
            (organization, agent_id, origin, first_seen_at, last_seen_at, opened, day, opened_on_day)
          select ${scope.organization}::int, ${agentId}::text, ${origin}::text, ${seen}::timestamptz, ${seen}::timestamptz,
            ${opened}::int, ${day}::date, ${opened}::int
          where (select count(*) from widget_installs where ${own}) < ${MOST_SITES}
            or exists (select 1 from widget_installs where ${own} and origin = ${origin})
          on conflict (organization, agent_id, origin) do update set
            last_seen_at = greatest(held.last_seen_at, excluded.last_seen_at),
            opened = held.opened + excluded.opened,
            opened_on_day = excluded.opened_on_day + case when held.day = excluded.day then held.opened_on_day else 0 end,
            day = excluded.day
          returning origin`,
        );
        return rows.length > 0;
      });
    },

    /** Seen last first. */
    async list(scope: Scope, agentId: string): Promise<Install[]> {
      const rows = await db
        .query(scope)
        .select()
        .from(widgetInstalls)
        .where(and(eq(widgetInstalls.organization, scope.organization), eq(widgetInstalls.agentId, agentId)))
        .orderBy(desc(widgetInstalls.lastSeenAt), widgetInstalls.origin);
      return rows.map((row) => ({
        origin: row.origin,
        firstSeenAt: row.firstSeenAt.toISOString(),
        lastSeenAt: row.lastSeenAt.toISOString(),
        openedToday: row.day === today() ? row.openedOnDay : 0,
        opened: row.opened,
        local: isLocal(row.origin),
      }));
    },

    /** True if it was there. */
    async remove(tx: Tx, scope: Scope, { agentId, origin }: { agentId: string; origin: string }): Promise<boolean> {
      const rows = await tx
        .delete(widgetInstalls)
        .where(
          and(
            eq(widgetInstalls.organization, scope.organization),
            eq(widgetInstalls.agentId, agentId),
            eq(widgetInstalls.origin, origin),
          ),
        )
        .returning({ origin: widgetInstalls.origin });
      return rows.length > 0;
    },
  };
}
