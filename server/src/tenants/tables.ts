import {
  appRole,
  createdAt,
  integer,
  organizationColumn,
  organizationPolicy,
  pgPolicy,
  pgTable,
  primaryKey,
  sql,
  text,
  timestamp,
  uniqueIndex,
} from "../platform/index.ts";

export const organizations = pgTable(
  "organizations",
  {
    number: integer("number").primaryKey().generatedAlwaysAsIdentity(),
    id: text("id").notNull().unique(),
    name: text("name").notNull(),
    createdAt: createdAt(),
  },
  () => [
    pgPolicy("organizations_own", {
      as: "permissive",
      for: "select",
      to: appRole,
      using: sql`number = (select current_setting('parley.organization')::int)`,
    }),
  ],
);

export const apiKeys = pgTable(
  "api_keys",
  {
    organization: organizationColumn(),
    id: text("id").notNull(),
    name: text("name").notNull(),
    /** SHA-256 of the key, hex. The key itself is shown once and kept nowhere. */
    hash: text("hash").notNull(),
    /** The first characters, so that people can tell their keys apart. */
    hint: text("hint").notNull(),
    scopes: text("scopes").array().notNull(),
    expiresAt: timestamp("expires_at", { withTimezone: true }),
    revokedAt: timestamp("revoked_at", { withTimezone: true }),
    lastUsedAt: timestamp("last_used_at", { withTimezone: true }),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.id] }),
    uniqueIndex("api_keys_hash").on(table.hash),
    organizationPolicy("api_keys"),
  ],
);
