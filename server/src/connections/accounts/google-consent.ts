import { createHash, randomBytes } from "node:crypto";
import { exchangeGoogleCode, googleConsentUrl, type GoogleTokens } from "@parley/adapters";
import { Fault } from "@parley/contracts";
import { and, type Clock, type Database, eq, lt, type Scope, type Secrets } from "../../platform/index.ts";
import type { GoogleClients } from "./google-clients.ts";
import { oauthGrants } from "./tables.ts";

export interface ConsentDeps {
  db: Database;
  clock: Clock;
  secrets: Secrets;
  clients: GoogleClients;
}

const GOOD_FOR_MS = 10 * 60_000;

/**
 * The way to Google and back. The state names the organization, is known here by its digest alone, is good once, for
 * ten minutes, and only for whoever began: a way back that was begun by somebody else connects nothing.
 */
export function createGoogleConsent({ db, clock, secrets, clients }: ConsentDeps) {
  return {
    async begin(
      scope: Scope,
      { server, returnTo }: { server: string; returnTo: string },
    ): Promise<{ url: string; expiresAt: string }> {
      const client = await clients.open(scope);
      const { redirectUri } = await clients.view(scope, server);
      const state = `${scope.organizationId}.${randomBytes(32).toString("base64url")}`;
      const verifier = randomBytes(48).toString("base64url");
      const id = digest(state);
      const expiresAt = new Date(clock.now() + GOOD_FOR_MS);
      await db.transaction(scope, async (tx) => {
        await tx
          .delete(oauthGrants)
          .where(
            and(eq(oauthGrants.organization, scope.organization), lt(oauthGrants.expiresAt, new Date(clock.now()))),
          );
        await tx.insert(oauthGrants).values({
          organization: scope.organization,
          id,
          actor: actorOf(scope),
          provider: "google-drive",
          clientId: client.clientId,
          sealedVerifier: secrets.seal(verifier, contextOf(id)),
          redirectUri,
          returnTo,
          expiresAt,
        });
      });
      const challenge = createHash("sha256").update(verifier).digest("base64url");
      return {
        url: googleConsentUrl(client, { redirectUri, state, challenge }),
        expiresAt: expiresAt.toISOString(),
      };
    },

    /** Faults: link_expired (used, too old, another organization's or somebody else's), vendor_refused. */
    async end(
      scope: Scope,
      { state, code }: { state: string; code: string },
      signal: AbortSignal,
    ): Promise<{ tokens: GoogleTokens; clientId: string; returnTo: string }> {
      const id = digest(state);
      const [grant] = await db
        .query(scope)
        .delete(oauthGrants)
        .where(
          and(
            eq(oauthGrants.organization, scope.organization),
            eq(oauthGrants.id, id),
            eq(oauthGrants.actor, actorOf(scope)),
          ),
        )
        .returning();
      if (!grant || !state.startsWith(`${scope.organizationId}.`) || grant.expiresAt.getTime() < clock.now())
        throw new Fault("link_expired", "This way back from Google was used already, or is too old. Connect again.");
      const client = await clients.open(scope);
      if (client.clientId !== grant.clientId)
        throw new Fault("conflict", "The client for Google was changed meanwhile. Connect again.");
      const verifier = secrets.open(grant.sealedVerifier, contextOf(id));
      const tokens = await exchangeGoogleCode(client, { code, verifier, redirectUri: grant.redirectUri }, signal);
      return { tokens, clientId: client.clientId, returnTo: grant.returnTo };
    },
  };
}

const digest = (state: string): string => createHash("sha256").update(state).digest("base64url");
const actorOf = ({ actor }: Scope): string => `${actor.type} ${actor.id}`;
const contextOf = (id: string): string => `oauth-grant ${id}`;
