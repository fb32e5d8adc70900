import { createLanguageModel } from "@parley/adapters";
import type { AgentModel, ChainLink, LanguageModel } from "@parley/contracts";
import type { Clock, Live, Log, Realtime, Scope } from "../platform/index.ts";
import type { ConnectionCheck, ConnectionRow, ConnectionStore } from "./connection-store.ts";
import type { VendorAccess } from "./test-connection.ts";
import { watchModel } from "./watch-model.ts";

export interface ChainsDeps {
  store: ConnectionStore;
  clock: Clock;
  live: Live;
  realtime: Realtime;
  log: Pick<Log, "warn">;
  /** Opens the key. */
  open: (row: ConnectionRow) => VendorAccess;
}

interface Known {
  until: number;
  rows: ReadonlyMap<string, ConnectionRow>;
  /** By connection, its revision and the model's name: as long as those stay, so does the model, and how it has failed. */
  models: Map<string, LanguageModel>;
}

/** Other processes are told of a change at once; should that be lost, so long at most. */
const FRESH_MS = 2_000;
const REMEMBERED = 5_000;
const TOPIC = "connections.changed";

/** Turns an agent's chain of models into ready ones, and keeps them from turn to turn. */
export function createChains(deps: ChainsDeps) {
  const { store, clock, realtime } = deps;
  const known = new Map<number, Known>();
  realtime.subscribe(TOPIC, (data) => {
    if (typeof data !== "object" || data === null || !("organization" in data)) return;
    const entry = known.get(Number(data.organization));
    if (entry) entry.until = 0;
  });

  async function read(scope: Scope): Promise<Known> {
    const before = known.get(scope.organization);
    if (before && before.until > clock.now()) return before;
    const rows = new Map((await store.list(scope)).map((row) => [row.id, row]));
    if (known.size > REMEMBERED) known.clear();
    const models = new Map(
      [...(before?.models ?? [])].filter(([key]) => rows.get(idIn(key))?.revision === revisionIn(key)),
    );
    const entry = { until: clock.now() + FRESH_MS, rows, models };
    known.set(scope.organization, entry);
    return entry;
  }

  function ready(scope: Scope, entry: Known, { connectionId, model }: AgentModel): LanguageModel[] {
    const row = entry.rows.get(connectionId);
    if (!row) return [];
    const key = `${row.id} ${row.revision} ${model}`;
    const made = entry.models.get(key);
    if (made) return [made];
    try {
      const opened = createLanguageModel({ ...deps.open(row), name: model });
      const watched = watchModel(opened, row.id, (check) => void keep(scope, row, check));
      entry.models.set(key, watched);
      return [watched];
    } catch (error) {
      deps.log.warn({ err: error, connectionId: row.id }, "A connection cannot be used");
      return [];
    }
  }

  /** Only what is new: an answer must not write each time that all is well. */
  async function keep(scope: Scope, { id, revision }: ConnectionRow, check: ConnectionCheck): Promise<void> {
    const entry = known.get(scope.organization);
    const now = entry?.rows.get(id);
    if (!entry || !now || now.revision !== revision) return;
    if (now.state === check.state && now.message === check.message) return;
    entry.rows = new Map(entry.rows).set(id, { ...now, ...check });
    try {
      if (await store.saveCheck(scope, { id, revision }, check))
        deps.live.changed(scope, { resource: "connections", id });
    } catch (error) {
      deps.log.warn({ err: error, connectionId: id }, "The state of a connection could not be kept");
    }
  }

  return {
    async chain(scope: Scope, models: readonly AgentModel[]): Promise<LanguageModel[]> {
      if (models.length === 0) return [];
      const entry = await read(scope);
      return models.flatMap((model) => ready(scope, entry, model));
    },

    async describe(scope: Scope, models: readonly AgentModel[]): Promise<ChainLink[]> {
      const rows = new Map((await store.list(scope)).map((row) => [row.id, row]));
      return models.map(({ connectionId, model }): ChainLink => {
        const row = rows.get(connectionId);
        const link = { source: "connection", connectionId, model } as const;
        if (!row)
          return {
            ...link,
            connectionName: null,
            vendor: "",
            state: "missing",
            message: "This connection was removed.",
          };
        return { ...link, connectionName: row.name, vendor: row.vendor, state: row.state, message: row.message };
      });
    },

    /** After a change: the next message is answered with what is there now, in every process. */
    forget(scope: Scope): void {
      realtime.publish(TOPIC, { organization: scope.organization });
    },
  };
}

function idIn(key: string): string {
  return key.split(" ", 1)[0] ?? "";
}

function revisionIn(key: string): number {
  return Number(key.split(" ")[1]);
}
