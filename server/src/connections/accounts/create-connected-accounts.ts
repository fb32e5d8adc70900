/** Accounts elsewhere that an organization has connected: how they come, how they do, and how they go. */
import { createGoogleDrive, createIntercom, revokeGoogleToken } from "@parley/adapters";
import {
  type ConnectedAccount,
  type ConnectedAccountInput,
  type Connector,
  ConnectorFault,
  type ContainerPage,
  type ContainerQuery,
  Fault,
} from "@parley/contracts";
import type { Clock, Database, FetchVendor, Live, Log, Scope, Secrets } from "../../platform/index.ts";
import type { Audit } from "../../tenants/index.ts";
import { type AccountRow, createAccountStore, type NewAccount } from "./account-store.ts";
import { createGoogleClients } from "./google-clients.ts";
import { createGoogleConsent } from "./google-consent.ts";
import { createConnectorOpener } from "./open-connector.ts";

export interface AccountsDeps {
  db: Database;
  clock: Clock;
  secrets: Secrets;
  audit: Audit;
  live: Live;
  log: Pick<Log, "warn">;
  fetchVendor: FetchVendor;
  google: { clientId: string; clientSecret: string } | null;
  googleBaseUrl: string | null;
  intercomBaseUrl: string | null;
}

export type AccountView = Omit<ConnectedAccount, "usedBy">;

const PATIENCE_MS = 20_000;

export function createConnectedAccounts(deps: AccountsDeps) {
  const { db, clock, audit, live, log } = deps;
  const store = createAccountStore(deps);
  const clients = createGoogleClients(deps);
  const consent = createGoogleConsent({ ...deps, clients });
  const opener = createConnectorOpener({ ...deps, clients, tell: (scope, row, found) => void keep(scope, row, found) });

  async function keep(scope: Scope, row: AccountRow, found: Pick<AccountRow, "state" | "message">): Promise<void> {
    try {
      if (await store.saveState(scope, { ...row, ...found }))
        live.changed(scope, { resource: "connected-accounts", id: row.id });
    } catch (error) {
      log.warn({ err: error, accountId: row.id }, "The state of a connected account could not be kept");
    }
  }

  async function put(scope: Scope, { account, token }: { account: NewAccount; token: string }): Promise<AccountView> {
    const row = await db.transaction(scope, async (tx) => {
      const made = await store.put(tx, scope, { account, seal: (id) => opener.seal(id, token) });
      const { id, provider, name } = made.row;
      await audit.record(tx, scope, {
        action: made.fresh ? "connected-account.created" : "connected-account.renewed",
        target: { type: "connected-account", id, name },
        after: { provider, name },
      });
      return made.row;
    });
    live.changed(scope, { resource: "connected-accounts", id: row.id });
    return present(row);
  }

  const connector = async (scope: Scope, id: string): Promise<Connector> =>
    opener.open(scope, await store.get(scope, id));

  return {
    googleClient: clients,

    list: async (scope: Scope): Promise<AccountView[]> => (await store.list(scope)).map(present),

    get: async (scope: Scope, id: string): Promise<AccountView> => present(await store.get(scope, id)),

    /** With a token that a member has got from Intercom. Faults: vendor_refused, vendor_failed. */
    async connect(scope: Scope, { provider, token, region }: ConnectedAccountInput): Promise<AccountView> {
      const asked = createIntercom({
        token,
        region,
        baseUrl: deps.intercomBaseUrl,
        fetch: deps.fetchVendor,
        sleep: (ms, signal) => clock.sleep(ms, signal),
      });
      const { id, name } = await within(PATIENCE_MS, (signal) => asked.account(signal)).catch(tokenFault);
      return put(scope, { account: { provider, externalId: id, name, region, clientId: null }, token });
    },

    beginGoogle: consent.begin,

    /** The way back from Google: the account is connected, or renewed. */
    async endGoogle(
      scope: Scope,
      given: { state: string; code: string },
    ): Promise<{ account: AccountView; returnTo: string }> {
      const { tokens, clientId, returnTo } = await within(PATIENCE_MS, (signal) => consent.end(scope, given, signal));
      if (tokens.refreshToken === null)
        throw new Fault("vendor_refused", "Google gave no lasting access. Connect again, and agree on Google's page.");
      const drive = createGoogleDrive({
        baseUrl: deps.googleBaseUrl,
        fetch: deps.fetchVendor,
        sleep: (ms, signal) => clock.sleep(ms, signal),
        accessToken: async () => tokens.accessToken,
      });
      const { id, name } = await within(PATIENCE_MS, (signal) => drive.account(signal));
      const account = { provider: "google-drive" as const, externalId: id, name, region: null, clientId };
      return { account: await put(scope, { account, token: tokens.refreshToken }), returnTo };
    },

    /** Asks the vendor now whether access works; what it says is kept. */
    async test(scope: Scope, id: string): Promise<AccountView> {
      const row = await store.get(scope, id);
      const state = await within(PATIENCE_MS, async (signal) => opener.open(scope, row).account(signal)).then(
        () => ({ state: "working" as const, message: null }),
        (error: unknown) => {
          if (!(error instanceof Fault)) throw error;
          const isRevoked = error instanceof ConnectorFault && error.problem === "revoked";
          return { state: isRevoked ? ("revoked" as const) : ("failing" as const), message: error.message };
        },
      );
      await store.saveState(scope, { ...row, ...state });
      live.changed(scope, { resource: "connected-accounts", id });
      return present(await store.get(scope, id));
    },

    /** What of an account can be chosen. Faults: not_found, vendor_refused, vendor_failed. */
    async containers(scope: Scope, id: string, query: ContainerQuery): Promise<ContainerPage> {
      const asked = await connector(scope, id);
      return within(PATIENCE_MS, (signal) => asked.containers(query, signal));
    },

    /** Ready to be asked. Throws `not_found`; what the vendor says while it is used is kept. */
    connector,

    /** Gone here at once; what Google gave is given back, if Google can be reached. */
    async remove(scope: Scope, id: string): Promise<void> {
      const row = await db.transaction(scope, async (tx) => {
        const gone = await store.remove(tx, scope, id);
        await audit.record(tx, scope, {
          action: "connected-account.removed",
          target: { type: "connected-account", id, name: gone.name },
          before: { provider: gone.provider, name: gone.name },
        });
        return gone;
      });
      live.changed(scope, { resource: "connected-accounts", id });
      if (row.provider === "google-drive") await giveBack(row);
    },
  };

  async function giveBack(row: AccountRow): Promise<void> {
    try {
      const vendor = { baseUrl: deps.googleBaseUrl, fetch: deps.fetchVendor };
      await within(PATIENCE_MS, (signal) => revokeGoogleToken(vendor, opener.openToken(row), signal));
    } catch (error) {
      log.warn({ err: error, accountId: row.id }, "Google did not take the access of a removed account back");
    }
  }
}

export type Accounts = ReturnType<typeof createConnectedAccounts>;

function present({ sealedToken: _, externalId: _id, clientId: _client, ...row }: AccountRow): AccountView {
  return { ...row, checkedAt: row.checkedAt.toISOString(), createdAt: row.createdAt.toISOString() };
}

/** What is wrong with a token stands at its field. */
function tokenFault(error: unknown): never {
  if (error instanceof ConnectorFault && error.problem === "revoked")
    throw new Fault("vendor_refused", "Intercom does not accept this token. Copy it again, and check the region.", {
      field: "token",
      cause: error,
    });
  throw error;
}

/** For questions that a person waits for. Throws `vendor_failed` when it takes longer. */
async function within<T>(ms: number, ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const signal = AbortSignal.timeout(ms);
  try {
    return await ask(signal);
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new Fault("vendor_failed", "The vendor took too long to answer. Try again in a minute.", { cause: error });
  }
}
