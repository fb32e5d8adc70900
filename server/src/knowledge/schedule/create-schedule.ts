import {
  type Clock,
  type Database,
  envelopeScope,
  type Log,
  type Scope,
  SYSTEM,
  type Tx,
} from "../../platform/index.ts";
import { beginRun } from "../sources/source-store.ts";
import type { TellSource } from "../sources/tell-source.ts";
import { beginPartial, findDue, lockDue } from "./due-store.ts";

export interface ScheduleDeps {
  db: Database;
  clock: Clock;
  log: Pick<Log, "warn">;
  tell: TellSource;
  /** Sends the run within the transaction that opens it. */
  send(scope: Scope, tx: Tx, sourceId: string): Promise<void>;
}

const LOOK_EVERY_MS = 5_000;
const AT_ONCE = 20;
const WORKER = "knowledge.schedule";

/** Begins the runs whose time has come, and those that somebody asked for from outside. */
export function createSchedule({ db, clock, log, tell, send }: ScheduleDeps) {
  /** True when this process began it; of several that try, one does. */
  async function begin(scope: Scope, id: string): Promise<boolean> {
    const begun = await db.transaction(scope, async (tx) => {
      const due = await lockDue(tx, scope, { id, now: clock.now() });
      if (!due) return undefined;
      if (due.pinged === null || due.pinged.length === 0 || due.source.type !== "website")
        await beginRun(tx, scope, id);
      else await beginPartial(tx, scope, { id, urls: due.pinged });
      await send(scope, tx, id);
      return due.source;
    });
    if (begun) tell(scope, begun);
    return begun !== undefined;
  }

  async function beginAll(): Promise<void> {
    const [rows = []] = await db.batch(SYSTEM, [findDue(clock.now(), AT_ONCE)]);
    for (const row of rows) {
      const scope = envelopeScope(Number(row["organization"]), String(row["organization_id"]), WORKER);
      const sourceId = String(row["id"]);
      // One that cannot be begun holds nobody up.
      await begin(scope, sourceId).catch((err: unknown) =>
        log.warn({ err, sourceId }, "a source that is due could not be begun"),
      );
    }
  }

  return {
    begin,

    /** Looks at once, and from time to time; call the result to stop. */
    start(): () => void {
      const look = () =>
        void beginAll().catch((err: unknown) => log.warn({ err }, "sources that are due could not be looked for"));
      look();
      return clock.every(LOOK_EVERY_MS, look);
    },
  };
}
