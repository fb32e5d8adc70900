/** Remembers on which sites an agent's widget was seen: the origin alone, and never who was there. */
import type { Audit } from "../../tenants/index.ts";
import type { Clock, Database, Limits, Live, Scope } from "../../platform/index.ts";
import { Fault, type Install } from "@parley/contracts";
import { createInstallStore, type Sighting } from "./install-store.ts";

export interface InstallsDeps {
  db: Database;
  clock: Clock;
  limits: Limits;
  live: Live;
  audit: Audit;
  /** Told when sightings could not be written. */
  report: (error: unknown) => void;
}

/** What is seen on every page of a busy site is written once a minute. */
const WRITE_EVERY_MS = 60_000;
/** Origins can be invented: new ones of one agent are heard this often. */
const NEW_SITES = { burst: 20, perSecond: 1 / 5 };
const MOST_KNOWN = 20_000;

interface Known {
  scope: Scope;
  writtenAt: number;
  /** What came after the last writing. */
  waiting: Sighting | null;
}

export function createInstalls(deps: InstallsDeps) {
  const { db, clock, limits, live, audit, report } = deps;
  const store = createInstallStore(deps);
  const known = new Map<string, Known>();
  let writing: Promise<void> = Promise.resolve();
  let endWriting: (() => void) | undefined;

  async function write(entry: Known): Promise<void> {
    const sighting = entry.waiting;
    if (!sighting) return;
    entry.waiting = null;
    entry.writtenAt = clock.now();
    try {
      if (await store.write(entry.scope, sighting))
        live.changed(entry.scope, { resource: "installs", agentId: sighting.agentId });
    } catch (error) {
      report(error);
    }
  }

  async function take(scope: Scope, sighting: Sighting): Promise<void> {
    const key = `${scope.organization}/${sighting.agentId}/${sighting.origin}`;
    const before = known.get(key);
    if (!before) {
      const { allowed } = await limits.take(`installs:${sighting.agentId}`, NEW_SITES);
      if (!allowed) return;
      if (known.size >= MOST_KNOWN) {
        await flush();
        known.clear();
      }
    }
    const entry = known.get(key) ?? { scope, writtenAt: -Infinity, waiting: null };
    known.set(key, entry);
    entry.waiting = { ...sighting, opened: sighting.opened + (entry.waiting?.opened ?? 0) };
    if (clock.now() - entry.writtenAt >= WRITE_EVERY_MS) await write(entry);
  }

  async function flush(): Promise<void> {
    for (const entry of known.values()) await write(entry);
  }

  const queue = (work: () => Promise<void>): Promise<void> => (writing = writing.then(work).catch(report));

  return {
    /** The launcher was asked for (`opened` false) or the chat was opened. Does not wait, and never throws. */
    seen(scope: Scope, { agentId, origin, opened }: { agentId: string; origin: string; opened: boolean }): void {
      void queue(() => take(scope, { agentId, origin, at: clock.now(), opened: opened ? 1 : 0 }));
    },

    list: store.list,

    /** @throws Fault not_found for a site that is not in the list. */
    async forget(scope: Scope, install: { agentId: string; origin: string }): Promise<void> {
      await db.transaction(scope, async (tx) => {
        if (!(await store.remove(tx, scope, install)))
          throw new Fault("not_found", "The widget was not seen on this site.", { field: "origin" });
        await audit.record(tx, scope, {
          action: "install.forgotten",
          target: { type: "agent", id: install.agentId },
          before: { origin: install.origin },
        });
      });
      known.delete(`${scope.organization}/${install.agentId}/${install.origin}`);
      live.changed(scope, { resource: "installs", agentId: install.agentId });
    },

    /** When the widget was last seen on this site. */
    async lastSeen(scope: Scope, agentId: string, origin: string): Promise<Install | undefined> {
      return (await store.list(scope, agentId)).find((install) => install.origin === origin);
    },

    /** Writes what was seen so far. */
    write: () => queue(flush),

    start(): void {
      endWriting = clock.every(WRITE_EVERY_MS, () => void queue(flush));
    },

    async stop(): Promise<void> {
      endWriting?.();
      await queue(flush);
    },
  };
}

export type Installs = ReturnType<typeof createInstalls>;
