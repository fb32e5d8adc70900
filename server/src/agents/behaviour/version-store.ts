import { type AgentSettings, type AgentVersion, Fault } from "@parley/contracts";
import { and, type Clock, type Database, desc, eq, lt, type Scope, type Tx } from "../../platform/index.ts";
import { agents, agentVersions } from "../tables.ts";

export interface VersionRow {
  agentId: string;
  number: number;
  settings: AgentSettings;
  changed: string[];
  note: string;
  actorType: string;
  actorId: string;
  actorName: string | null;
  publishedAt: Date;
}

const columns = {
  agentId: agentVersions.agentId,
  number: agentVersions.number,
  settings: agentVersions.settings,
  changed: agentVersions.changed,
  note: agentVersions.note,
  actorType: agentVersions.actorType,
  actorId: agentVersions.actorId,
  actorName: agentVersions.actorName,
  publishedAt: agentVersions.publishedAt,
};

export type NewVersion = Pick<VersionRow, "agentId" | "number" | "settings" | "changed" | "note">;

export function createVersionStore({ db, clock }: { db: Database; clock: Clock }) {
  const ofAgent = (scope: Scope, agentId: string) =>
    and(eq(agentVersions.organization, scope.organization), eq(agentVersions.agentId, agentId));

  return {
    async insert(tx: Tx, scope: Scope, version: NewVersion): Promise<void> {
      const { organization, actor } = scope;
      await tx.insert(agentVersions).values({
        organization,
        ...version,
        actorType: actor.type,
        actorId: actor.id,
        actorName: actor.name ?? null,
        publishedAt: new Date(clock.now()),
      });
    },

    /** @throws Fault not_found */
    async get(scope: Scope, agentId: string, number: number): Promise<VersionRow> {
      const [row] = await db
        .query(scope)
        .select(columns)
        .from(agentVersions)
        .where(and(ofAgent(scope, agentId), eq(agentVersions.number, number)));
      if (!row) throw new Fault("not_found", `This agent has no version ${number}.`);
      return row;
    },

    /** Newest first; `before`: the number of the last one of the page before. */
    async list(scope: Scope, agentId: string, page: { limit: number; before: number | null }): Promise<VersionRow[]> {
      return db
        .query(scope)
        .select(columns)
        .from(agentVersions)
        .where(and(ofAgent(scope, agentId), page.before === null ? undefined : lt(agentVersions.number, page.before)))
        .orderBy(desc(agentVersions.number))
        .limit(page.limit);
    },

    async published(scope: Scope, agentId: string): Promise<number | undefined> {
      const [row] = await db
        .query(scope)
        .select({ version: agents.version })
        .from(agents)
        .where(and(eq(agents.organization, scope.organization), eq(agents.id, agentId)));
      return row?.version;
    },
  };
}

export function presentVersion(row: VersionRow, published: number): AgentVersion {
  const { agentId, number, changed, note, actorType, actorId, actorName, publishedAt } = row;
  return {
    agentId,
    number,
    changed,
    note,
    publishedBy: { type: actorType, id: actorId, name: actorName },
    publishedAt: publishedAt.toISOString(),
    isPublished: number === published,
  };
}
