/**
 * People and how they prove who they are. They belong to no organization, so these tables have no row-level security,
 * and the organizations' role may not touch them at all: only the server's own path reads them.
 */
import { boolean, createdAt, index, integer, pgTable, text, timestamp, uniqueIndex } from "../../platform/index.ts";

const updatedAt = () => timestamp("updated_at", { withTimezone: true }).notNull().defaultNow();
const userId = () =>
  text("user_id")
    .notNull()
    .references(() => authUsers.id, { onDelete: "cascade" });

export const authUsers = pgTable("auth_users", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  /** In lower case. */
  email: text("email").notNull().unique(),
  emailVerified: boolean("email_verified").notNull().default(false),
  image: text("image"),
  /** As in the IANA database, such as `Europe/Berlin`; null: as the browser says. */
  timeZone: text("time_zone"),
  language: text("language"),
  /** Holds the server itself: made by an owner link. */
  serverAdmin: boolean("server_admin").notNull().default(false),
  twoFactorEnabled: boolean("two_factor_enabled").notNull().default(false),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
});

export const authSessions = pgTable(
  "auth_sessions",
  {
    id: text("id").primaryKey(),
    userId: userId(),
    /** Worth nothing without its signature, which is made with PARLEY_SECRET. */
    token: text("token").notNull().unique(),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    createdAt: createdAt(),
    /** When it was last used, to five minutes. */
    updatedAt: updatedAt(),
  },
  (table) => [index("auth_sessions_user").on(table.userId), index("auth_sessions_expiry").on(table.expiresAt)],
);

/** Ways to sign in: a password (`credential`), Google, GitHub. Their tokens are used once, at sign-in, and not kept. */
export const authAccounts = pgTable(
  "auth_accounts",
  {
    id: text("id").primaryKey(),
    userId: userId(),
    providerId: text("provider_id").notNull(),
    accountId: text("account_id").notNull(),
    /** scrypt, with its salt. */
    password: text("password"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    index("auth_accounts_user").on(table.userId),
    uniqueIndex("auth_accounts_provider").on(table.providerId, table.accountId),
  ],
);

/** What waits for an answer for a while: challenges of second factors and passkeys, states of Google and GitHub. */
export const authVerifications = pgTable(
  "auth_verifications",
  {
    id: text("id").primaryKey(),
    identifier: text("identifier").notNull(),
    value: text("value").notNull(),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    index("auth_verifications_identifier").on(table.identifier),
    index("auth_verifications_expiry").on(table.expiresAt),
  ],
);

export const authTwoFactors = pgTable(
  "auth_two_factors",
  {
    id: text("id").primaryKey(),
    userId: userId(),
    /** Encrypted with PARLEY_SECRET, as are the recovery codes. */
    secret: text("secret").notNull(),
    backupCodes: text("backup_codes").notNull(),
    verified: boolean("verified").notNull().default(true),
    failedVerificationCount: integer("failed_verification_count").notNull().default(0),
    lockedUntil: timestamp("locked_until", { withTimezone: true }),
  },
  (table) => [index("auth_two_factors_user").on(table.userId)],
);

export const authPasskeys = pgTable(
  "auth_passkeys",
  {
    id: text("id").primaryKey(),
    userId: userId(),
    name: text("name"),
    publicKey: text("public_key").notNull(),
    credentialID: text("credential_id").notNull().unique(),
    counter: integer("counter").notNull(),
    deviceType: text("device_type").notNull(),
    backedUp: boolean("backed_up").notNull(),
    transports: text("transports"),
    aaguid: text("aaguid"),
    createdAt: createdAt(),
  },
  (table) => [index("auth_passkeys_user").on(table.userId)],
);

/** Links that were mailed or shown: each opens one thing, once, for a while. */
export const authLinks = pgTable(
  "auth_links",
  {
    /** SHA-256 of the token, hex. The token itself stands in the link and nowhere else. */
    hash: text("hash").primaryKey(),
    purpose: text("purpose").$type<LinkPurpose>().notNull(),
    /** Null for the owner link, which makes a person. */
    userId: text("user_id").references(() => authUsers.id, { onDelete: "cascade" }),
    /** The address that it was sent to, or that it confirms. */
    email: text("email"),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
    usedAt: timestamp("used_at", { withTimezone: true }),
    createdAt: createdAt(),
  },
  (table) => [index("auth_links_user").on(table.userId, table.purpose), index("auth_links_expiry").on(table.expiresAt)],
);

export type LinkPurpose = "owner" | "reset-password" | "verify-email" | "change-email";
