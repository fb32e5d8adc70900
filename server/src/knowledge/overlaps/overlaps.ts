/** Passages that say the same or contradict each other: compared in the background, listed for members. */
import { Fault, type Overlap, type OverlapQuery } from "@parley/contracts";
import {
  assertSeen,
  type Clock,
  type Database,
  envelopeScope,
  type Events,
  type Jobs,
  type Live,
  type Scope,
  SYSTEM,
} from "../../platform/index.ts";
import type { Audit } from "../../tenants/index.ts";
import type { Indexes } from "../indexes.ts";
import { comparePassages } from "./compare-passages.ts";
import { countOverlaps, listOverlaps, readOverlap } from "./overlap-store.ts";
import { sweep } from "./overlap-sql.ts";
import { createSeenPassages } from "./seen-passages.ts";

export interface OverlapsDeps {
  db: Database;
  clock: Clock;
  events: Pick<Events, "consumeTogether">;
  jobs: Pick<Jobs, "define" | "send">;
  live: Live;
  audit: Audit;
  indexes: Pick<Indexes, "find">;
}

interface Envelope {
  organization: number;
  organizationId: string;
  agentId: string;
}

const QUEUE = "knowledge.overlaps";
/** Not more often is swept what is left of passages that are gone. */
const SWEEP_EVERY_MS = 10 * 60_000;

export function createOverlaps(deps: OverlapsDeps) {
  const { db, live, indexes } = deps;
  compareInBackground(deps);

  return {
    async list(scope: Scope, agentId: string, { cursor, ...query }: OverlapQuery) {
      await indexes.find(scope, agentId);
      if (cursor !== undefined && !/^ovl_\w{1,40}$/u.test(cursor))
        throw new Fault("invalid_request", "That is not a cursor of this list.", { field: "cursor" });
      const found = await listOverlaps(db, scope, {
        ...query,
        agentId,
        limit: query.limit + 1,
        before: cursor ?? null,
      });
      const data = found.slice(0, query.limit);
      return { data, next: found.length > query.limit ? (data.at(-1)?.id ?? null) : null };
    },

    get: (scope: Scope, agentId: string, id: string): Promise<Overlap> => readOverlap(db, scope, { agentId, id }),

    async summary(scope: Scope, agentId: string) {
      const { number } = await indexes.find(scope, agentId);
      return countOverlaps(db, scope, { agentId, index: number });
    },

    /** @throws Fault not_found, stale */
    async change(
      scope: Scope,
      { agentId, id, revision }: { agentId: string; id: string; revision: number | null },
      status: Overlap["status"],
    ): Promise<Overlap> {
      const before = await readOverlap(db, scope, { agentId, id });
      assertSeen(revision, before.revision);
      if (before.status === status) return before;
      await db.transaction(scope, async (tx) => {
        const [changed = []] = await tx.batch([
          {
            text: `update knowledge_overlaps set status = $3::text, revision = revision + 1
              where organization = $1::int and id = $2::text and revision = $4::int returning 1`,
            values: [scope.organization, id, status, before.revision],
          },
        ]);
        if (changed.length === 0) assertSeen(before.revision, before.revision + 1);
        await deps.audit.record(tx, scope, {
          action: `overlap.${status}`,
          target: { type: "overlap", id },
          before: { status: before.status },
          after: { status },
        });
      });
      live.changed(scope, { resource: "overlaps", agentId, id });
      return readOverlap(db, scope, { agentId, id });
    },

    /** Compares in the background what was stored before anybody compared. */
    async start(): Promise<void> {
      const [rows = []] = await db.batch(SYSTEM, [{ text: neverCompared, values: [] }]);
      for (const row of rows)
        await deps.jobs.send<Envelope>(QUEUE, {
          organization: Number(row["organization"]),
          organizationId: String(row["organization_id"]),
          agentId: String(row["agent_id"]),
        });
    },
  };
}

export type Overlaps = ReturnType<typeof createOverlaps>;

function compareInBackground({ events, jobs, db, clock, live, indexes }: OverlapsDeps): void {
  const swept = new Map<number, number>();

  events.consumeTogether({ name: "knowledge.overlaps", types: ["documents.changed"] }, async (changed) => {
    const agents = Map.groupBy(changed, ({ scope, data }) => `${scope.organization} ${data.agentId}`);
    for (const [first] of agents.values())
      if (first)
        await jobs.send<Envelope>(QUEUE, {
          organization: first.scope.organization,
          organizationId: first.scope.organizationId,
          agentId: first.data.agentId,
        });
  });

  jobs.define<Envelope>(
    QUEUE,
    { concurrency: 1, retryLimit: 3, expireInS: 1_800 },
    async ({ organization, organizationId, agentId }, signal) => {
      const scope = envelopeScope(organization, organizationId, QUEUE);
      const found = await indexes.find(scope, agentId).catch(unlessGone);
      if (!found) return;
      const place = { scope, agentId, index: found.number, seen: createSeenPassages() };
      let all = 0;
      for (let some = 1; some > 0 && !signal.aborted; all += some) some = await comparePassages({ db, clock }, place);
      const due = clock.now() - (swept.get(found.number) ?? 0) > SWEEP_EVERY_MS;
      if (due) {
        swept.set(found.number, clock.now());
        await db.batch(scope, sweep(scope, place));
      }
      if (all > 0 || due) live.changed(scope, { resource: "overlaps", agentId });
    },
  );
}

/** The agent went meanwhile: there is nothing left to compare. */
function unlessGone(error: unknown): undefined {
  if (error instanceof Fault && error.code === "not_found") return undefined;
  throw error;
}

const neverCompared = `
select i.organization, o.id as organization_id, i.agent_id from knowledge_indexes i
join organizations o on o.number = i.organization
where not exists (select 1 from knowledge_overlap_progress p
    where p.organization = i.organization and p.index_number = i.number)
  and exists (select 1 from knowledge_index_statistics s where s.organization = i.organization and s.index_number = i.number)`;
