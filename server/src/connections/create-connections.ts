/** Who answers: models of vendors that the environment names, and of those that organizations have connected. */
import { createLanguageModel, type ListedModels } from "@parley/adapters";
import {
  type AgentModel,
  type ChainLink,
  type Connection,
  type ConnectionChange,
  type ConnectionInput,
  type ConnectionTest,
  Fault,
  type LanguageModel,
} from "@parley/contracts";
import type { Clock, Database, FetchVendor, Live, Log, Realtime, Scope, Secrets, Tx } from "../platform/index.ts";
import type { Audit } from "../tenants/index.ts";
import { checkComplete } from "./check-complete.ts";
import { type ConnectionRow, createConnectionStore } from "./connection-store.ts";
import { createChains } from "./create-chains.ts";
import { createEmbeddingChoice } from "./embedding/create-embedding-choice.ts";
import { readModels } from "./read-models.ts";
import { testConnection, type VendorAccess } from "./test-connection.ts";

export interface ModelAccess {
  vendor: "groq" | "openai" | "anthropic" | "compatible" | "script";
  name: string;
  apiKey: string | null;
  baseUrl: string | null;
}

export interface ConnectionsDeps {
  db: Database;
  clock: Clock;
  secrets: Secrets;
  audit: Audit;
  live: Live;
  realtime: Realtime;
  log: Pick<Log, "warn">;
  /** What the environment names, in order. */
  models: readonly ModelAccess[];
  /** For the vendors' own addresses, and those of the environment. */
  fetchVendor: FetchVendor;
  /** For addresses that a member typed. */
  fetchChecked: FetchVendor;
}

export type ConnectionView = Omit<Connection, "usedBy">;

export function createConnections(deps: ConnectionsDeps) {
  const { db, clock, secrets, audit, live } = deps;
  const store = createConnectionStore(deps);
  const server: LanguageModel[] = deps.models.map((model) =>
    createLanguageModel({ ...model, fetch: deps.fetchVendor }),
  );

  const accessOf = (row: Pick<ConnectionRow, "vendor" | "baseUrl">, key: string | null): VendorAccess => ({
    vendor: row.vendor,
    apiKey: key,
    baseUrl: row.baseUrl,
    fetch: row.baseUrl === null ? deps.fetchVendor : deps.fetchChecked,
  });
  const openKey = ({ id, sealedKey }: ConnectionRow): string | null =>
    sealedKey === null ? null : secrets.open(sealedKey, contextOf(id));
  const chains = createChains({ ...deps, store, open: (row) => accessOf(row, openKey(row)) });

  const embedding = createEmbeddingChoice({ ...deps, store, open: (row) => accessOf(row, readKey(row, openKey)) });

  function told(scope: Scope, id: string): void {
    chains.forget(scope);
    embedding.forget(scope);
    live.changed(scope, { resource: "connections", id });
  }

  /** Throws what the test found wrong, unless it is to be kept all the same. */
  async function tested(access: VendorAccess, input: { model?: string | undefined; evenIfFailing: boolean }) {
    const test = await testConnection(access, input.model ?? null, clock);
    if (!test.working && !input.evenIfFailing)
      throw new Fault("vendor_refused", test.message, { field: FIELD_OF[test.problem ?? "refused"] });
    return stateOf(test);
  }

  async function record(
    tx: Tx,
    scope: Scope,
    entry: { action: string; before?: object; row: ConnectionRow; after?: object },
  ) {
    const { id, name } = entry.row;
    await audit.record(tx, scope, {
      action: entry.action,
      target: { type: "connection", id, name },
      before: entry.before,
      after: entry.after,
    });
  }

  return {
    /** The server's own, in the order in which they are tried; empty when none is configured. */
    languageModels: (): readonly LanguageModel[] => server,

    /** The organization's own way to vectors. */
    embedding,

    /** An agent's chain, ready to answer: what is not there any more is left out. Remembered for a moment. */
    chain: chains.chain,
    describe: (scope: Scope, models: readonly AgentModel[]): Promise<ChainLink[]> => chains.describe(scope, models),
    describeServer: (): ChainLink[] =>
      deps.models.map(({ vendor, name }) => ({
        source: "server",
        connectionId: null,
        connectionName: null,
        vendor,
        model: name,
        state: "unchecked",
        message: null,
      })),

    async list(scope: Scope): Promise<ConnectionView[]> {
      return (await store.list(scope)).map(present);
    },

    async get(scope: Scope, id: string): Promise<ConnectionView> {
      return present(await store.get(scope, id));
    },

    /** Faults: invalid_request (a key or an address is missing), vendor_refused (the test failed). */
    async create(scope: Scope, input: ConnectionInput): Promise<ConnectionView> {
      const { vendor, name, key = null, baseUrl = null } = input;
      checkComplete({ vendor, baseUrl, hasKey: key !== null });
      const check = await tested(accessOf({ vendor, baseUrl }, key), input);
      const id = store.newId();
      const row = await db.transaction(scope, async (tx) => {
        const made = await store.insert(tx, scope, {
          id,
          vendor,
          name,
          baseUrl,
          ...sealed(id, key),
          ...check,
          checkedAt: new Date(clock.now()),
        });
        await record(tx, scope, { action: "connection.created", row: made, after: { vendor, name, baseUrl } });
        return made;
      });
      told(scope, id);
      return present(row);
    },

    /** A new key or address is tested first. */
    async change(
      scope: Scope,
      seen: { id: string; revision: number | null },
      change: ConnectionChange,
    ): Promise<ConnectionView> {
      const before = await store.get(scope, seen.id);
      const baseUrl = change.baseUrl === undefined ? before.baseUrl : change.baseUrl;
      const isMoved = baseUrl !== before.baseUrl;
      // A key goes only to the address that it was given for.
      if (isMoved && change.key === undefined && before.sealedKey !== null)
        throw new Fault("invalid_request", "With another address, give the key again.", { field: "key" });
      const isOther = isMoved || change.key !== undefined;
      checkComplete({ vendor: before.vendor, baseUrl, hasKey: change.key !== undefined || before.sealedKey !== null });
      const key = change.key ?? null;
      const check = isOther ? await tested(accessOf({ vendor: before.vendor, baseUrl }, key), change) : {};
      const row = await db.transaction(scope, async (tx) => {
        const locked = await store.lock(tx, scope, seen);
        const after = await store.update(tx, scope, {
          id: seen.id,
          baseUrl,
          ...(change.name === undefined ? {} : { name: change.name }),
          ...(change.key === undefined ? {} : sealed(seen.id, change.key)),
          ...check,
          ...(isOther ? { checkedAt: new Date(clock.now()) } : {}),
        });
        const facts = ({ name, baseUrl: at, keyHint }: ConnectionRow) => ({ name, baseUrl: at, keyHint });
        await record(tx, scope, {
          action: "connection.changed",
          row: after,
          before: facts(locked),
          after: facts(after),
        });
        return after;
      });
      told(scope, seen.id);
      return present(row);
    },

    async test(scope: Scope, id: string, model: string | null): Promise<ConnectionTest> {
      const row = await store.get(scope, id);
      const test = await testConnection(accessOf(row, readKey(row, openKey)), model, clock);
      await store.saveCheck(scope, row, stateOf(test));
      told(scope, id);
      return test;
    },

    /** What the vendor offers; `listed` false where it does not say. */
    async models(scope: Scope, id: string, wanted: ListedModels) {
      const row = await store.get(scope, id);
      return readModels(accessOf(row, readKey(row, openKey)), wanted, clock);
    },

    async remove(scope: Scope, id: string): Promise<void> {
      await db.transaction(scope, async (tx) => {
        const row = await store.lock(tx, scope, { id, revision: null });
        await store.remove(tx, scope, id);
        await record(tx, scope, { action: "connection.removed", row, before: { vendor: row.vendor, name: row.name } });
      });
      told(scope, id);
    },
  };

  function sealed(id: string, key: string | null): Pick<ConnectionRow, "sealedKey" | "keyHint"> {
    if (key === null) return { sealedKey: null, keyHint: null };
    return { sealedKey: secrets.seal(key, contextOf(id)), keyHint: key.length < 12 ? "••••" : key.slice(-4) };
  }
}

export type Connections = ReturnType<typeof createConnections>;

function present({ sealedKey: _, ...row }: ConnectionRow): ConnectionView {
  return { ...row, checkedAt: row.checkedAt?.toISOString() ?? null, createdAt: row.createdAt.toISOString() };
}

function contextOf(id: string): string {
  return `connection ${id}`;
}

function readKey(row: ConnectionRow, open: (row: ConnectionRow) => string | null): string | null {
  try {
    return open(row);
  } catch (cause) {
    throw new Fault("conflict", "The key was kept under another PARLEY_SECRET and cannot be read. Enter it again.", {
      cause,
    });
  }
}

function stateOf({ working, problem, message }: ConnectionTest) {
  return working
    ? { state: "working" as const, problem: null, message: null }
    : { state: "failing" as const, problem, message };
}

const FIELD_OF = {
  wrong_key: "key",
  no_credit: "key",
  too_often: "key",
  no_model: "model",
  unreachable: "baseUrl",
  private_address: "baseUrl",
  refused: "key",
} as const;
