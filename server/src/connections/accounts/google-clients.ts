import type { GoogleClient } from "@parley/adapters";
import { Fault, type GoogleClientView } from "@parley/contracts";
import { and, type Database, eq, type FetchVendor, type Scope, type Secrets } from "../../platform/index.ts";
import type { Audit } from "../../tenants/index.ts";
import { oauthClients } from "./tables.ts";

export interface GoogleClientsDeps {
  db: Database;
  secrets: Secrets;
  audit: Audit;
  fetchVendor: FetchVendor;
  /** The server's own; null where its environment names none. */
  google: { clientId: string; clientSecret: string } | null;
  googleBaseUrl: string | null;
}

const WAY_BACK = "/connect/google";

/** By which client members of an organization give consent at Google: its own, else that of the server. */
export function createGoogleClients(deps: GoogleClientsDeps) {
  const { db, secrets, audit } = deps;
  const context = ({ organization }: Scope) => `oauth-client google-drive ${organization}`;
  const own = ({ organization }: Scope) =>
    and(eq(oauthClients.organization, organization), eq(oauthClients.provider, "google-drive"));

  async function read(scope: Scope) {
    const [row] = await db.query(scope).select().from(oauthClients).where(own(scope));
    return row;
  }

  return {
    async view(scope: Scope, server: string): Promise<GoogleClientView> {
      const redirectUri = server + WAY_BACK;
      const row = await read(scope);
      if (row) return { clientId: row.clientId, secretHint: row.secretHint, from: "organization", redirectUri };
      if (deps.google) return { clientId: deps.google.clientId, secretHint: null, from: "server", redirectUri };
      return { clientId: null, secretHint: null, from: null, redirectUri };
    },

    /** Throws `conflict` where there is none. */
    async open(scope: Scope): Promise<GoogleClient> {
      const row = await read(scope);
      const vendor = { baseUrl: deps.googleBaseUrl, fetch: deps.fetchVendor };
      if (row) return { clientId: row.clientId, clientSecret: openSecret(row.sealedSecret, context(scope)), ...vendor };
      if (deps.google) return { ...deps.google, ...vendor };
      throw new Fault("conflict", "No client for Google is set. Enter one under Settings, Connections.");
    },

    async put(scope: Scope, { clientId, clientSecret }: { clientId: string; clientSecret: string }): Promise<void> {
      const values = {
        clientId,
        sealedSecret: secrets.seal(clientSecret, context(scope)),
        secretHint: clientSecret.length < 12 ? "••••" : clientSecret.slice(-4),
      };
      const { organization } = scope;
      await db.transaction(scope, async (tx) => {
        await tx
          .insert(oauthClients)
          .values({ organization, provider: "google-drive", ...values })
          .onConflictDoUpdate({ target: [oauthClients.organization, oauthClients.provider], set: values });
        await audit.record(tx, scope, {
          action: "oauth-client.changed",
          target: { type: "oauth-client", id: "google", name: "Google" },
          after: { clientId },
        });
      });
    },

    async remove(scope: Scope): Promise<void> {
      await db.transaction(scope, async (tx) => {
        const [row] = await tx.delete(oauthClients).where(own(scope)).returning({ clientId: oauthClients.clientId });
        if (!row) throw new Fault("not_found", "This organization has no client of its own for Google.");
        await audit.record(tx, scope, {
          action: "oauth-client.removed",
          target: { type: "oauth-client", id: "google", name: "Google" },
          before: { clientId: row.clientId },
        });
      });
    },
  };

  function openSecret(sealed: string, of: string): string {
    try {
      return secrets.open(sealed, of);
    } catch (cause) {
      throw new Fault("conflict", "The client's secret was kept under another PARLEY_SECRET. Enter it again.", {
        cause,
      });
    }
  }
}

export type GoogleClients = ReturnType<typeof createGoogleClients>;
