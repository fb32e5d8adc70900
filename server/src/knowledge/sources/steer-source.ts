import { Fault } from "@parley/contracts";
import type { Clock, Database, Events, Live, Realtime, Scope, Tx } from "../../platform/index.ts";
import type { Audit } from "../../tenants/index.ts";
import type { createCrawler } from "./create-crawler.ts";
import { sourceTopic } from "./run-source.ts";
import { nameOf, type SourceRow } from "./source-row.ts";
import { beginRun, changeStatus, readSource } from "./source-store.ts";

export interface SteeringDeps {
  db: Database;
  clock: Clock;
  events: Pick<Events, "publish" | "wake">;
  realtime: Pick<Realtime, "publish">;
  audit: Audit;
  live: Live;
  crawler: Pick<ReturnType<typeof createCrawler>, "send" | "halt">;
}

/** Holds the reading of sources, lets it go on, ends it, and has it begin anew. Faults: not_found, conflict. */
export function createSteering({ db, clock, events, realtime, audit, live, crawler }: SteeringDeps) {
  /** What a member does with a source goes into the audit log, with the change itself. */
  const record = (tx: Tx, scope: Scope, { action, row }: { action: string; row: SourceRow }) =>
    audit.record(tx, scope, {
      action: `source.${action}`,
      target: { type: "source", id: row.id, name: nameOf(row) },
      after: { status: row.status },
    });

  async function change(
    scope: Scope,
    { id, action }: { id: string; action: string },
    work: (tx: Tx) => Promise<SourceRow | undefined>,
  ): Promise<SourceRow> {
    const row = await db.transaction(scope, async (tx) => {
      const changed = await work(tx);
      if (changed) await record(tx, scope, { action, row: changed });
      return changed;
    });
    events.wake();
    const now = row ?? (await readSource(db, scope, id));
    realtime.publish(sourceTopic(scope, id), { sourceId: id, status: now.status, progress: now.progress });
    live.changed(scope, { resource: "sources", id, agentId: now.agentId });
    return now;
  }

  async function recrawl(scope: Scope, id: string): Promise<SourceRow> {
    const row = await change(scope, { id, action: "read-again" }, async (tx) => {
      const begun = await beginRun(tx, scope, id);
      if (begun) await crawler.send(scope, tx, id);
      return begun;
    });
    return row.status === "paused" ? goOn(scope, id) : row;
  }

  async function goOn(scope: Scope, id: string): Promise<SourceRow> {
    return change(scope, { id, action: "resumed" }, async (tx) => {
      const row = await changeStatus(tx, scope, { id, from: ["paused"], to: "queued", now: clock.now() });
      if (row) await crawler.send(scope, tx, id);
      return row;
    });
  }

  return {
    recrawl,

    async pause(scope: Scope, id: string): Promise<SourceRow> {
      const row = await change(scope, { id, action: "paused" }, (tx) =>
        changeStatus(tx, scope, { id, from: ["queued", "running"], to: "paused", now: clock.now() }),
      );
      await crawler.halt(id);
      return asked(row, ["paused"], "paused");
    },

    async resume(scope: Scope, id: string): Promise<SourceRow> {
      return asked(await goOn(scope, id), ["queued", "running"], "resumed");
    },

    async cancel(scope: Scope, id: string): Promise<SourceRow> {
      const row = await change(scope, { id, action: "cancelled" }, async (tx) => {
        const cancelled = await changeStatus(tx, scope, {
          id,
          from: ["queued", "running", "paused"],
          to: "cancelled",
          now: clock.now(),
        });
        if (cancelled)
          await events.publish(tx, scope, "source.finished", {
            agentId: cancelled.agentId,
            sourceId: id,
            status: "cancelled",
          });
        return cancelled;
      });
      await crawler.halt(id);
      return asked(row, ["cancelled"], "cancelled");
    },
  };
}

/** Asked for twice is no fault; asked for what cannot be is one. */
function asked(row: SourceRow, wanted: readonly string[], verb: string): SourceRow {
  if (wanted.includes(row.status)) return row;
  throw new Fault("conflict", `This source is ${row.status} and cannot be ${verb}.`);
}
