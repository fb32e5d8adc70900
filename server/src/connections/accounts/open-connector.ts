import { createGoogleDrive, createIntercom, refreshGoogleToken } from "@parley/adapters";
import { type Connector, ConnectorFault } from "@parley/contracts";
import type { Clock, FetchVendor, Scope, Secrets } from "../../platform/index.ts";
import type { AccountRow, AccountState } from "./account-store.ts";
import type { GoogleClients } from "./google-clients.ts";

export interface OpenConnectorDeps {
  clock: Clock;
  secrets: Secrets;
  fetchVendor: FetchVendor;
  clients: GoogleClients;
  googleBaseUrl: string | null;
  intercomBaseUrl: string | null;
  /** What the use of an account found. */
  tell(scope: Scope, row: AccountRow, found: Found): void;
}

interface Found {
  state: AccountState;
  message: string | null;
}

interface Access {
  token: string;
  until: number;
}

/** A token that ends sooner than this is not used any more. */
const SPARE_MS = 60_000;
const REMEMBERED = 1_000;

/** Accounts as ready connectors. Access tokens of Google live an hour, in this process alone. */
export function createConnectorOpener(deps: OpenConnectorDeps) {
  const { clock, secrets } = deps;
  const fresh = new Map<string, Promise<Access>>();
  const sleep = (ms: number, signal: AbortSignal) => clock.sleep(ms, signal);

  async function googleAccess(scope: Scope, row: AccountRow, by: { signal: AbortSignal; refused: boolean }) {
    const known = by.refused ? undefined : await fresh.get(row.sealedToken)?.catch(() => undefined);
    if (known && known.until - SPARE_MS > clock.now()) return known.token;
    if (fresh.size > REMEMBERED) fresh.clear();
    const asked = refresh(scope, row, by.signal);
    fresh.set(row.sealedToken, asked);
    asked.catch(() => fresh.delete(row.sealedToken));
    return (await asked).token;
  }

  async function refresh(scope: Scope, row: AccountRow, signal: AbortSignal): Promise<Access> {
    const client = await deps.clients.open(scope);
    if (client.clientId !== row.clientId)
      throw new ConnectorFault("revoked", "It was connected with another client. Connect it again.");
    const { accessToken, expiresInS } = await refreshGoogleToken(client, openToken(row), signal);
    return { token: accessToken, until: clock.now() + expiresInS * 1_000 };
  }

  function openToken(row: AccountRow): string {
    try {
      return secrets.open(row.sealedToken, contextOf(row.id));
    } catch (cause) {
      throw new ConnectorFault("revoked", "Its access was kept under another PARLEY_SECRET. Connect it again.", {
        cause,
      });
    }
  }

  return {
    seal: (id: string, token: string): string => secrets.seal(token, contextOf(id)),
    openToken,

    /** Ready to be asked; nothing is asked before. */
    open(scope: Scope, row: AccountRow): Connector {
      let last = `${row.state} ${row.message}`;
      // Only what is new: a reading must not write with each answer that all is well.
      const tell = (found: Found) => {
        const now = `${found.state} ${found.message}`;
        if (now !== last) deps.tell(scope, row, found);
        last = now;
      };
      if (row.provider === "google-drive")
        return watchConnector(
          createGoogleDrive({
            baseUrl: deps.googleBaseUrl,
            fetch: deps.fetchVendor,
            sleep,
            accessToken: (signal, refused) => googleAccess(scope, row, { signal, refused }),
          }),
          tell,
        );
      return watchConnector(
        createIntercom({
          token: openToken(row),
          region: row.region ?? "us",
          baseUrl: deps.intercomBaseUrl,
          fetch: deps.fetchVendor,
          sleep,
        }),
        tell,
      );
    },
  };
}

const contextOf = (id: string): string => `connected-account ${id}`;

/** Tells of access that was taken back, and of access that works, so that it is seen where accounts are kept. */
function watchConnector(connector: Connector, tell: (found: Found) => void): Connector {
  async function watch<T>(work: Promise<T>): Promise<T> {
    try {
      const result = await work;
      tell({ state: "working", message: null });
      return result;
    } catch (error) {
      note(error);
      throw error;
    }
  }
  function note(error: unknown): void {
    if (error instanceof ConnectorFault && (error.problem === "revoked" || error.problem === "refused"))
      tell({ state: error.problem === "revoked" ? "revoked" : "failing", message: error.message });
  }
  return {
    provider: connector.provider,
    account: (signal) => watch(connector.account(signal)),
    containers: (query, signal) => watch(connector.containers(query, signal)),
    mark: (chosen, signal) => watch(connector.mark(chosen, signal)),
    changes: (since, signal) => watch(connector.changes(since, signal)),
    async *list(chosen, signal) {
      try {
        yield* connector.list(chosen, signal);
      } catch (error) {
        note(error);
        throw error;
      }
    },
    fetch: (item, signal) => watch(connector.fetch(item, signal)),
  };
}
