import { type ConnectedInput, type Connector, Fault, type Selection, selection, type Source } from "@parley/contracts";
import type { Database, Scope } from "../../platform/index.ts";
import type { SourceRunner } from "../sources/runner.ts";
import type { Sources } from "../sources/sources.ts";
import { findUses } from "./item-store.ts";
import { runConnected, type RunConnectedDeps } from "./run-connected.ts";

/** Accounts as the room below keeps them. */
export interface ConnectedAccounts {
  get(scope: Scope, id: string): Promise<{ id: string; provider: string; name: string }>;
  connector(scope: Scope, id: string): Promise<Connector>;
}

export type ConnectedDeps = Omit<RunConnectedDeps, "openConnector"> & { accounts: ConnectedAccounts };

/** Reads sources of accounts elsewhere. */
export function connectedRunner({ accounts, ...deps }: ConnectedDeps): SourceRunner {
  return (run) =>
    runConnected(
      {
        ...deps,
        openConnector: (scope, id) =>
          accounts.connector(scope, id).catch((error: unknown) => {
            if (!(error instanceof Fault) || error.code !== "not_found") throw error;
            throw new Fault(
              "vendor_refused",
              "The account that this was read with was removed. Choose another one in its settings; what was read is kept.",
            );
          }),
      },
      run,
    );
}

/** How sources of connected accounts are added and changed. */
export function createConnected(deps: {
  db: Database;
  accounts: ConnectedAccounts;
  sources: Pick<Sources, "open" | "recrawl">;
}) {
  return {
    /** Faults: not_found (agent), invalid_request (no such account, or one of another vendor), forbidden. */
    async create(scope: Scope, agentId: string, input: ConnectedInput): Promise<Source> {
      const { type, settings, schedule } = input;
      const account = await checkSelection(deps.accounts, scope, { type, settings });
      const name = input.name ?? nameOf(settings, account.name);
      return deps.sources.open(scope, { agentId, type, name, url: null, settings, schedule, trustedOrigin: null });
    },

    usedBy: (scope: Scope) => findUses(deps.db, scope),

    /** After access was given anew: what failed for the want of it is read. */
    async renewed(scope: Scope, accountId: string): Promise<void> {
      const uses = (await findUses(deps.db, scope)).get(accountId) ?? [];
      for (const { id, failed } of uses) if (failed) await deps.sources.recrawl(scope, id);
    },
  };
}

/** An account that may be used for this type of source. */
export async function checkSelection(
  accounts: ConnectedAccounts,
  scope: Scope,
  { type, settings }: { type: string; settings: Selection },
): Promise<{ name: string }> {
  // Whoever may not see which accounts there are may not have them read either.
  if (!scope.permissions.has("connections:read"))
    throw new Fault("forbidden", "To read from an account you must be allowed to see connections.");
  const account = await accounts.get(scope, settings.accountId).catch((error: unknown) => {
    if (!(error instanceof Fault) || error.code !== "not_found") throw error;
    throw new Fault("invalid_request", "There is no such connected account.", { field: "settings.accountId" });
  });
  if (account.provider !== type)
    throw new Fault("invalid_request", "This account is one of another vendor.", { field: "settings.accountId" });
  if (type === "google-drive" && selection.parse(settings).containers.length === 0)
    throw new Fault("invalid_request", "Choose a folder at least.", { field: "settings.containers" });
  return account;
}

const MOST = 80;

function nameOf({ containers }: Selection, account: string): string {
  const [first, ...others] = containers.map(({ name }) => name).filter((name) => name !== "");
  if (first === undefined) return account.slice(0, MOST);
  const more = others.length === 0 ? "" : ` and ${others.length} more`;
  return first.slice(0, MOST - more.length) + more;
}
