import type { ConnectorProvider } from "@parley/contracts";
import {
  createdAt,
  organizationColumn,
  organizationPolicy,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from "../../platform/index.ts";

/** Accounts elsewhere that documents are followed from. */
export const connectedAccounts = pgTable(
  "connected_accounts",
  {
    organization: organizationColumn(),
    id: text("id").notNull(),
    provider: text("provider").$type<ConnectorProvider>().notNull(),
    /** The vendor's own id of it: connected again it is the same. */
    externalId: text("external_id").notNull(),
    name: text("name").notNull(),
    region: text("region").$type<"us" | "eu" | "au">(),
    /** Sealed for this very account: a refresh token, or an access token that does not end. */
    sealedToken: text("sealed_token").notNull(),
    /** The client that the token was given to; another one cannot use it. */
    clientId: text("client_id"),
    state: text("state").$type<"working" | "failing" | "revoked">().notNull().default("working"),
    message: text("message"),
    checkedAt: timestamp("checked_at", { withTimezone: true }).notNull().defaultNow(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.id] }),
    uniqueIndex("connected_accounts_external").on(table.organization, table.provider, table.externalId),
    organizationPolicy("connected_accounts"),
  ],
);

/** An organization's own client at a vendor's, by which its members give consent. */
export const oauthClients = pgTable(
  "oauth_clients",
  {
    organization: organizationColumn(),
    provider: text("provider").$type<ConnectorProvider>().notNull(),
    clientId: text("client_id").notNull(),
    sealedSecret: text("sealed_secret").notNull(),
    secretHint: text("secret_hint").notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.organization, table.provider] }), organizationPolicy("oauth_clients")],
);

/** Consents that are under way. A row is taken out by the one way back that it is good for. */
export const oauthGrants = pgTable(
  "oauth_grants",
  {
    organization: organizationColumn(),
    /** Digest of the state: who reads the table cannot come back with it. */
    id: text("id").notNull(),
    /** Who began it, and alone may end it. */
    actor: text("actor").notNull(),
    provider: text("provider").$type<ConnectorProvider>().notNull(),
    clientId: text("client_id").notNull(),
    sealedVerifier: text("sealed_verifier").notNull(),
    redirectUri: text("redirect_uri").notNull(),
    returnTo: text("return_to").notNull(),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.organization, table.id] }), organizationPolicy("oauth_grants")],
);
