/** Which of an organization's connections makes the vectors that its passages are found by, instead of the server's model. */
import { createHash } from "node:crypto";
import { createEmbeddingModel, explainFailure } from "@parley/adapters";
import { type EmbeddingChoice, type EmbeddingChoiceInput, type EmbeddingModel, Fault } from "@parley/contracts";
import {
  and,
  assertSeen,
  type Clock,
  type Database,
  envelopeScope,
  eq,
  type Live,
  type Log,
  type Query,
  type Realtime,
  type Scope,
  sql,
  SYSTEM,
} from "../../platform/index.ts";
import type { Audit } from "../../tenants/index.ts";
import type { ConnectionRow, ConnectionStore } from "../connection-store.ts";
import { connections } from "../connections-table.ts";
import type { VendorAccess } from "../test-connection.ts";
import { embeddingChoices } from "./tables.ts";

export interface EmbeddingChoiceDeps {
  db: Database;
  clock: Clock;
  audit: Audit;
  live: Live;
  realtime: Realtime;
  log: Pick<Log, "warn">;
  store: ConnectionStore;
  /** Opens the key. @throws where it cannot be read */
  open: (row: ConnectionRow) => VendorAccess;
}

interface Known {
  until: number;
  model: EmbeddingModel | null;
  /** Chosen before, and serving until the vectors of the present one are there. */
  earlier: Map<string, EmbeddingModel | undefined>;
}

/** Every process is told of a change at once; should that be lost, so long at most. */
const FRESH_MS = 15_000;
const REMEMBERED = 5_000;
const TOPIC = "embeddings.chosen";
const PATIENCE_MS = 20_000;

export function createEmbeddingChoice(deps: EmbeddingChoiceDeps) {
  const { db, clock, realtime, store } = deps;
  const known = new Map<number, Known>();
  const listeners: ((scope: Scope) => void)[] = [];
  /** What was read while something changed is not remembered. */
  let changes = 0;
  realtime.subscribe(TOPIC, (data) => {
    if (typeof data !== "object" || data === null || !("organization" in data) || !("organizationId" in data)) return;
    drop(Number(data.organization));
    const scope = envelopeScope(Number(data.organization), String(data.organizationId), "embeddings");
    for (const listener of listeners) listener(scope);
  });

  function drop(organization: number): void {
    changes += 1;
    known.delete(organization);
  }

  function forget(scope: Scope): void {
    drop(scope.organization);
    realtime.publish(TOPIC, { organization: scope.organization, organizationId: scope.organizationId });
  }

  function open(row: ConnectionRow, name: string): EmbeddingModel | null {
    const access = deps.open(row);
    if (access.vendor !== "openai" && access.vendor !== "compatible") return null;
    const opened = createEmbeddingModel({ ...access, vendor: access.vendor, name });
    return { ...opened, id: idOf(row, name) };
  }

  async function read(scope: Scope): Promise<Known> {
    const before = known.get(scope.organization);
    if (before && before.until > clock.now()) return before;
    const at = changes;
    const [choice] = await readRow(db.query(scope), scope);
    const row = choice && (await store.find(scope, choice.connectionId));
    if (known.size > REMEMBERED) known.clear();
    const entry = { until: clock.now() + FRESH_MS, model: row ? opened(row, choice.model) : null, earlier: new Map() };
    if (at === changes) known.set(scope.organization, entry);
    return entry;
  }

  function opened(row: ConnectionRow, name: string): EmbeddingModel | null {
    try {
      return open(row, name);
    } catch (err) {
      deps.log.warn({ err, connectionId: row.id }, "A connection cannot make vectors");
      return null;
    }
  }

  /** Asks for one vector. Throws in words what is wrong. */
  async function test(model: EmbeddingModel): Promise<void> {
    try {
      await model.embed(["Are you there?"], { kind: "passage", signal: AbortSignal.timeout(PATIENCE_MS) });
    } catch (error) {
      const { problem, message } = explainFailure(error);
      const field = problem === "no_model" || problem === "refused" ? "model" : "connectionId";
      throw new Fault("vendor_refused", message, { field, cause: error });
    }
  }

  async function change(
    scope: Scope,
    revision: number | null,
    to: { row: ConnectionRow; model: string } | null,
  ): Promise<void> {
    await db.transaction(scope, async (tx) => {
      const [before] = await readRow(tx, scope).for("update");
      assertSeen(revision, before?.revision ?? 0);
      if (to === null && before === undefined) return;
      const connectionId = to?.row.id ?? before?.connectionId ?? "";
      const own = eq(embeddingChoices.organization, scope.organization);
      if (to === null) await tx.delete(embeddingChoices).where(own);
      else {
        const values = { connectionId, model: to.model };
        await tx
          .insert(embeddingChoices)
          .values({ organization: scope.organization, ...values })
          .onConflictDoUpdate({
            target: embeddingChoices.organization,
            set: { ...values, revision: sql`${embeddingChoices.revision} + 1` },
          });
      }
      await deps.audit.record(tx, scope, {
        action: to === null ? "embeddings.cleared" : "embeddings.chosen",
        target: { type: "connection", id: connectionId, name: to?.row.name ?? before?.model ?? "" },
        before: before && { connectionId: before.connectionId, model: before.model },
        after: to === null ? undefined : { connectionId, model: to.model },
      });
    });
    forget(scope);
    deps.live.changed(scope, { resource: "connections", ...(to === null ? {} : { id: to.row.id }) });
  }

  return {
    /** After a change of a connection, or its end. */
    forget,

    /** In every process, whenever what an organization has chosen may be another. */
    onChange(listener: (scope: Scope) => void): void {
      listeners.push(listener);
    },

    /** Ready to be asked; null where nothing of its own is chosen, or it cannot be used. Remembered for a moment. */
    chosen: async (scope: Scope): Promise<EmbeddingModel | null> => (await read(scope)).model,

    /** By the id that vectors are kept under, as long as the connection is there at its address. */
    async modelOf(scope: Scope, id: string): Promise<EmbeddingModel | undefined> {
      const entry = await read(scope);
      if (entry.model?.id === id) return entry.model;
      if (!entry.earlier.has(id)) {
        const { connectionId, name } = partsOf(id);
        const row = await store.find(scope, connectionId);
        const model = row && opened(row, name);
        entry.earlier.set(id, model?.id === id ? model : undefined);
      }
      return entry.earlier.get(id);
    },

    /** What every organization has chosen, by the ids that vectors are kept under. */
    async all(): Promise<{ organization: number; model: string }[]> {
      const rows = await db
        .query(SYSTEM)
        .select({
          organization: embeddingChoices.organization,
          model: embeddingChoices.model,
          id: connections.id,
          vendor: connections.vendor,
          baseUrl: connections.baseUrl,
        })
        .from(embeddingChoices)
        .innerJoin(
          connections,
          and(
            eq(connections.organization, embeddingChoices.organization),
            eq(connections.id, embeddingChoices.connectionId),
          ),
        );
      return rows.map((row) => ({ organization: row.organization, model: idOf(row, row.model) }));
    },

    /** `vendor/name` of an id, for people. */
    nameOf: (id: string): string => partsOf(id).shown,

    async get(scope: Scope): Promise<{ choice: EmbeddingChoice | null; revision: number }> {
      const [choice] = await readRow(db.query(scope), scope);
      const row = choice && (await store.find(scope, choice.connectionId));
      if (!choice || !row) return { choice: null, revision: 0 };
      const { id: connectionId, name: connectionName, vendor } = row;
      return { choice: { connectionId, connectionName, vendor, model: choice.model }, revision: choice.revision };
    },

    /** Asks for one vector before anything is kept. Faults: not_found, invalid_request, vendor_refused, stale. */
    async choose(scope: Scope, seen: number | null, { connectionId, model }: EmbeddingChoiceInput): Promise<void> {
      const row = await store.get(scope, connectionId);
      const ready = open(row, model);
      if (ready === null)
        throw new Fault(
          "invalid_request",
          "This vendor makes no vectors. Choose a connection to OpenAI or to an OpenAI-compatible server.",
          { field: "connectionId" },
        );
      await test(ready);
      await change(scope, seen, { row, model });
    },

    /** Back to the server's model, or to words. */
    clear: (scope: Scope, seen: number | null): Promise<void> => change(scope, seen, null),
  };
}

const readRow = (q: Pick<Query, "select">, scope: Scope) =>
  q
    .select({
      connectionId: embeddingChoices.connectionId,
      model: embeddingChoices.model,
      revision: embeddingChoices.revision,
    })
    .from(embeddingChoices)
    .where(eq(embeddingChoices.organization, scope.organization));

/** Another address may serve another model under the same name. */
function idOf({ id, vendor, baseUrl }: Pick<ConnectionRow, "id" | "vendor" | "baseUrl">, name: string): string {
  const place = baseUrl === null ? "" : `#${createHash("sha256").update(baseUrl).digest("hex").slice(0, 8)}`;
  return `${id}/${vendor}/${name}${place}`;
}

function partsOf(id: string): { connectionId: string; name: string; shown: string } {
  const [connectionId = "", vendor = "", ...rest] = id.split("/");
  const name = rest.join("/").replace(/#[0-9a-f]{8}$/u, "");
  return { connectionId, name, shown: `${vendor}/${name}` };
}
