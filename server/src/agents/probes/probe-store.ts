import { Fault, type Probe, type ProbeRun } from "@parley/contracts";
import { and, type Clock, type Database, eq, type Scope, sql, type Tx } from "../../platform/index.ts";
import { agentProbes } from "../tables.ts";

export interface ProbeRow {
  run: number;
  status: "running" | "done";
  probes: Probe[];
  startedAt: Date;
  finishedAt: Date | null;
}

export function createProbeStore({ db, clock }: { db: Database; clock: Clock }) {
  const own = (scope: Scope, agentId: string) =>
    and(eq(agentProbes.organization, scope.organization), eq(agentProbes.agentId, agentId));
  const columns = {
    run: agentProbes.run,
    status: agentProbes.status,
    probes: agentProbes.probes,
    startedAt: agentProbes.startedAt,
    finishedAt: agentProbes.finishedAt,
  };
  const now = () => new Date(clock.now());

  return {
    async read(scope: Scope, agentId: string): Promise<ProbeRow | undefined> {
      const [row] = await db.query(scope).select(columns).from(agentProbes).where(own(scope, agentId));
      return row;
    },

    /** Begins a run in place of the last one; an older run's job writes nothing any more. */
    async begin(tx: Tx, scope: Scope, { agentId, probes }: { agentId: string; probes: Probe[] }): Promise<ProbeRow> {
      const begun = { status: "running" as const, probes, startedAt: now(), finishedAt: null };
      const [row] = await tx
        .insert(agentProbes)
        .values({ organization: scope.organization, agentId, ...begun })
        .onConflictDoUpdate({
          target: [agentProbes.organization, agentProbes.agentId],
          set: { ...begun, run: sql`${agentProbes.run} + 1` },
        })
        .returning(columns);
      if (!row) throw new Fault("internal");
      return row;
    },

    /** False when the run is no longer the last one. */
    async save(
      scope: Scope,
      { agentId, run, probes, done }: { agentId: string; run: number; probes: Probe[]; done: boolean },
    ): Promise<boolean> {
      const rows = await db
        .query(scope)
        .update(agentProbes)
        .set({ probes, ...(done ? { status: "done" as const, finishedAt: now() } : {}) })
        .where(and(own(scope, agentId), eq(agentProbes.run, run), eq(agentProbes.status, "running")))
        .returning({ run: agentProbes.run });
      return rows.length > 0;
    },
  };
}

export function presentProbes(row: ProbeRow | undefined): ProbeRun {
  if (!row) return { status: "none", data: [], startedAt: null, finishedAt: null };
  const { status, probes, startedAt, finishedAt } = row;
  return {
    status,
    data: probes,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}
