import { Fault, newId } from "@parley/contracts";
import type { SiteProfile } from "../knowledge/index.ts";
import { and, type Clock, type Database, desc, eq, lt, type Scope, SYSTEM, type Tx } from "../platform/index.ts";
import { type AgentSettings, agents } from "./tables.ts";

export interface AgentRow {
  organization: number;
  id: string;
  siteUrl: string | null;
  settings: AgentSettings;
  profile: SiteProfile | null;
  createdAt: Date;
}

const columns = {
  organization: agents.organization,
  id: agents.id,
  siteUrl: agents.siteUrl,
  settings: agents.settings,
  profile: agents.profile,
  createdAt: agents.createdAt,
};

export interface NewAgent {
  settings: AgentSettings;
  siteUrl: string | null;
  siteKey: string | null;
}

export function createAgentStore({ db, clock }: { db: Database; clock: Clock }) {
  const own = (scope: Scope, id: string) => and(eq(agents.organization, scope.organization), eq(agents.id, id));
  const found = (row: AgentRow | undefined): AgentRow => {
    if (!row) throw new Fault("not_found", "There is no agent with this id.");
    return row;
  };

  return {
    async insert(tx: Tx, scope: Scope, agent: NewAgent): Promise<AgentRow> {
      const id = newId("agent", clock.now());
      const [row] = await tx
        .insert(agents)
        .values({ organization: scope.organization, id, ...agent })
        .returning(columns);
      return found(row);
    },

    async get(scope: Scope, id: string): Promise<AgentRow> {
      const [row] = await db.query(scope).select(columns).from(agents).where(own(scope, id));
      return found(row);
    },

    async findBySite(scope: Scope, key: string): Promise<AgentRow | undefined> {
      const [row] = await db
        .query(scope)
        .select(columns)
        .from(agents)
        .where(and(eq(agents.organization, scope.organization), eq(agents.siteKey, key)))
        .orderBy(agents.id)
        .limit(1);
      return row;
    },

    /** By public id alone, for visitors: tells the organization, so it asks as the server itself. */
    async findPublic(id: string): Promise<AgentRow | undefined> {
      const [row] = await db.query(SYSTEM).select(columns).from(agents).where(eq(agents.id, id)).limit(1);
      return row;
    },

    /** Newest first; `cursor` is the last id of the page before. */
    async list(scope: Scope, page: { limit: number; cursor?: string | undefined }) {
      const rows = await db
        .query(scope)
        .select(columns)
        .from(agents)
        .where(and(eq(agents.organization, scope.organization), page.cursor ? lt(agents.id, page.cursor) : undefined))
        .orderBy(desc(agents.id))
        .limit(page.limit + 1);
      const data = rows.slice(0, page.limit);
      return { data, next: rows.length > page.limit ? (data.at(-1)?.id ?? null) : null };
    },

    async change(scope: Scope, id: string, settings: AgentSettings): Promise<AgentRow> {
      return db.transaction(scope, async (tx) => {
        const [before] = await tx.select(columns).from(agents).where(own(scope, id)).for("update");
        const [after] = await tx
          .update(agents)
          .set({ settings: { ...found(before).settings, ...settings } })
          .where(own(scope, id))
          .returning(columns);
        return found(after);
      });
    },

    async saveProfile(scope: Scope, id: string, profile: SiteProfile): Promise<void> {
      await db.query(scope).update(agents).set({ profile }).where(own(scope, id));
    },
  };
}
