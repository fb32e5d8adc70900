import { Fault } from "@parley/contracts";
import type { Clock, Database, Events, Log, Realtime, Scope } from "../../platform/index.ts";
import type { Holder } from "../crawl/page-store.ts";
import type { SourceEnd, SourceRun, SourceRunners } from "./runner.ts";
import { releaseLease, renewLease, takeLease } from "./source-leases.ts";
import { finishSource } from "./source-store.ts";
import type { TellSource } from "./tell-source.ts";

export interface RunSourceDeps {
  db: Database;
  clock: Clock;
  events: Pick<Events, "publish" | "wake">;
  realtime: Pick<Realtime, "publish">;
  log: Pick<Log, "warn">;
  /** For members' screens. */
  tell: TellSource;
  runners: SourceRunners;
}

const LEASE_MS = 15_000;
const RENEW_MS = 5_000;

export const sourceTopic = (scope: Scope, sourceId: string): string => `source:${scope.organization}:${sourceId}`;

/**
 * Runs a source to its end, if it is open and nobody else does. Cut off at any moment it goes on where it was, in
 * this process or another one, when it is called again after the lease has run out.
 */
export async function runSource(
  deps: RunSourceDeps,
  scope: Scope,
  { sourceId, owner, signal }: { sourceId: string; owner: string; signal: AbortSignal },
): Promise<void> {
  const { clock } = deps;
  const leaseUntil = () => clock.now() + LEASE_MS;
  const source = await takeLease(deps.db, scope, { sourceId, owner, now: clock.now(), until: leaseUntil() });
  if (!source) return;
  const lost = new AbortController();
  const stopRenewing = clock.every(RENEW_MS, () => {
    const renewed = deps.db.batch(scope, [renewLease(scope, { sourceId, owner, until: leaseUntil() })]);
    renewed
      .then(([rows]) => rows?.length === 0 && lost.abort())
      .catch((err: unknown) => deps.log.warn({ err, sourceId }, "a source's lease could not be renewed"));
  });
  const holder: Holder = { scope, sourceId, run: source.run, owner };
  const run: SourceRun = {
    source,
    holder,
    signal: AbortSignal.any([signal, lost.signal]),
    leaseUntil,
    tell(progress) {
      source.progress = progress;
      announce(deps, run, { status: "running", progress });
    },
  };
  try {
    const end = await endOf(deps, run);
    if (end) await finish(deps, run, end);
    if (!run.signal.aborted) announce(deps, run, { ...end, ended: true });
  } finally {
    stopRenewing();
    await deps.db.batch(scope, [releaseLease(scope, { sourceId, owner })]);
  }
}

async function endOf(deps: RunSourceDeps, run: SourceRun): Promise<SourceEnd | undefined> {
  const { source, signal } = run;
  const runner = Object.entries(deps.runners).find(([type]) => type === source.type)?.[1];
  if (!runner) return { status: "done", code: null, message: null, progress: source.progress };
  try {
    return await runner(run);
  } catch (error) {
    if (signal.aborted) return undefined;
    if (!(error instanceof Fault)) deps.log.warn({ err: error, sourceId: source.id }, "a source failed on our side");
    const fault = error instanceof Fault ? error : ourFault;
    return { status: "failed", code: fault.code, message: fault.message, progress: source.progress };
  }
}

const ourFault = new Fault("internal", "Reading this source failed on our side. Try again; what was read is kept.");

async function finish(deps: RunSourceDeps, { holder, source }: SourceRun, end: SourceEnd): Promise<void> {
  const { scope, sourceId, owner } = holder;
  await deps.db.transaction(scope, async (tx) => {
    const [rows] = await tx.batch([finishSource(scope, { sourceId, owner, now: deps.clock.now(), ...end })]);
    if (rows?.length)
      await deps.events.publish(tx, scope, "source.finished", {
        agentId: source.agentId,
        sourceId,
        status: end.status,
      });
  });
  deps.events.wake();
}

/** For screens that follow a reading: `{ sourceId, status?, progress?, ended? }`. */
function announce(deps: RunSourceDeps, { holder, source }: SourceRun, news: object): void {
  const { scope, sourceId } = holder;
  deps.realtime.publish(sourceTopic(scope, sourceId), { sourceId, ...news });
  deps.tell(scope, { id: sourceId, agentId: source.agentId });
}
