import { type agentListQuery, type AgentSettings, Fault, newId } from "@parley/contracts";
import type { z } from "zod";
import type { SiteProfile } from "../knowledge/index.ts";
import {
  and,
  assertSeen,
  type Clock,
  type Database,
  desc,
  eq,
  type Scope,
  sql,
  SYSTEM,
  type Tx,
} from "../platform/index.ts";
import { readListQuery } from "./list-agents.ts";
import { agents, agentVersions } from "./tables.ts";

export interface AgentRow {
  organization: number;
  id: string;
  siteUrl: string | null;
  settings: AgentSettings;
  /** Null when nothing waits to be published. */
  draft: AgentSettings | null;
  profile: SiteProfile | null;
  status: "active" | "archived" | "removing";
  revision: number;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export const agentColumns = {
  organization: agents.organization,
  id: agents.id,
  siteUrl: agents.siteUrl,
  settings: agents.settings,
  draft: agents.draft,
  profile: agents.profile,
  status: agents.status,
  revision: agents.revision,
  version: agents.version,
  createdAt: agents.createdAt,
  updatedAt: agents.updatedAt,
};

export interface NewAgent {
  /** Left out: a new one. */
  id?: string;
  settings: AgentSettings;
  draft?: AgentSettings | null;
  profile?: SiteProfile | null;
  siteUrl: string | null;
  siteKey: string | null;
}

export type AgentListQuery = z.output<typeof agentListQuery>;
export type AgentUpdate = Partial<Pick<AgentRow, "settings" | "draft" | "status" | "version">> & {
  siteKey?: null;
};

export function createAgentStore({ db, clock }: { db: Database; clock: Clock }) {
  const there = sql`${agents.status} <> 'removing'`;
  const own = (scope: Scope, id: string) => and(eq(agents.organization, scope.organization), eq(agents.id, id));
  const found = (row: AgentRow | undefined): AgentRow => {
    if (!row) throw new Fault("not_found", "There is no agent with this id.");
    return row;
  };

  return {
    /** With its first version, by whom the scope names. */
    async insert(tx: Tx, scope: Scope, agent: NewAgent): Promise<AgentRow> {
      const id = agent.id ?? newId("agent", clock.now());
      const at = new Date(clock.now());
      const { organization, actor } = scope;
      const [row] = await tx
        .insert(agents)
        .values({ organization, ...agent, id, createdAt: at, updatedAt: at })
        .returning(agentColumns);
      await tx.insert(agentVersions).values({
        organization,
        agentId: id,
        number: 1,
        settings: agent.settings,
        changed: Object.keys(agent.settings),
        actorType: actor.type,
        actorId: actor.id,
        actorName: actor.name ?? null,
        publishedAt: at,
      });
      return found(row);
    },

    async get(scope: Scope, id: string): Promise<AgentRow> {
      const [row] = await db
        .query(scope)
        .select(agentColumns)
        .from(agents)
        .where(and(own(scope, id), there));
      return found(row);
    },

    /** Held until the transaction ends. With `revision`: Fault stale when somebody has changed it meanwhile. */
    async lock(tx: Tx, scope: Scope, at: { id: string; revision?: number | null | undefined }): Promise<AgentRow> {
      const rows = await tx
        .select(agentColumns)
        .from(agents)
        .where(and(own(scope, at.id), there))
        .for("update");
      const row = found(rows[0]);
      assertSeen(at.revision ?? null, row.revision);
      return row;
    },

    /** One revision further. */
    async update(tx: Tx, scope: Scope, change: AgentUpdate & { id: string }): Promise<AgentRow> {
      const { id, ...values } = change;
      const [row] = await tx
        .update(agents)
        .set({ ...values, revision: sql`${agents.revision} + 1`, updatedAt: new Date(clock.now()) })
        .where(own(scope, id))
        .returning(agentColumns);
      return found(row);
    },

    async remove(tx: Tx, scope: Scope, id: string): Promise<void> {
      await tx.delete(agents).where(own(scope, id));
    },

    async findBySite(scope: Scope, key: string): Promise<AgentRow | undefined> {
      const [row] = await db
        .query(scope)
        .select(agentColumns)
        .from(agents)
        .where(and(eq(agents.organization, scope.organization), eq(agents.siteKey, key)))
        .orderBy(agents.id)
        .limit(1);
      return row;
    },

    /** By public id alone, for visitors: tells the organization, so it asks as the server itself. */
    async findPublic(id: string): Promise<AgentRow | undefined> {
      const [row] = await db
        .query(SYSTEM)
        .select(agentColumns)
        .from(agents)
        .where(and(eq(agents.id, id), there))
        .limit(1);
      return row;
    },

    async list(scope: Scope, query: AgentListQuery): Promise<{ data: AgentRow[]; next: string | null }> {
      const { where, orderBy, cursorOf } = readListQuery(query);
      const rows = await db
        .query(scope)
        .select({ ...agentColumns, sortName: agents.sortName })
        .from(agents)
        .where(and(eq(agents.organization, scope.organization), there, ...where))
        .orderBy(...orderBy)
        .limit(query.limit + 1);
      const data = rows.slice(0, query.limit);
      const last = data.at(-1);
      return { data, next: rows.length > query.limit && last ? cursorOf(last) : null };
    },

    /** Agents whose published or drafted chain of models names a connection. */
    async usingConnections(scope: Scope): Promise<AgentRow[]> {
      return db
        .query(scope)
        .select(agentColumns)
        .from(agents)
        .where(
          and(
            eq(agents.organization, scope.organization),
            there,
            sql`(${agents.settings} ? 'models' or ${agents.draft} ? 'models')`,
          ),
        )
        .orderBy(desc(agents.id))
        .limit(1_000);
    },

    /** Its first source has another address now; where another agent has that site, this one is not found by it. */
    async moveSite(
      tx: Tx,
      scope: Scope,
      move: { id: string; fromKey: string; url: string; key: string },
    ): Promise<void> {
      const [other] = await tx
        .select({ id: agents.id })
        .from(agents)
        .where(and(eq(agents.organization, scope.organization), eq(agents.siteKey, move.key)));
      await tx
        .update(agents)
        .set({ siteUrl: move.url, siteKey: other === undefined || other.id === move.id ? move.key : null })
        .where(and(own(scope, move.id), eq(agents.siteKey, move.fromKey)));
    },

    /** What the agent was found to answer stays with it. */
    async saveProfile(scope: Scope, id: string, profile: SiteProfile): Promise<void> {
      const starters = sql`coalesce(jsonb_strip_nulls(jsonb_build_object('starters', ${agents.profile}->'starters')), '{}')`;
      await db
        .query(scope)
        .update(agents)
        .set({ profile: sql`${JSON.stringify(profile)}::text::jsonb || ${starters}` })
        .where(own(scope, id));
    },

    /** Nothing for an agent whose site says nothing of itself. */
    async saveStarters(scope: Scope, id: string, starters: readonly string[]): Promise<void> {
      await db
        .query(scope)
        .update(agents)
        .set({
          profile: sql`${agents.profile} || jsonb_build_object('starters', ${JSON.stringify(starters)}::text::jsonb)`,
        })
        .where(own(scope, id));
    },
  };
}

export type AgentStore = ReturnType<typeof createAgentStore>;
