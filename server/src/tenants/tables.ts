import {
  appRole,
  createdAt,
  index,
  integer,
  jsonb,
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

export * from "./accounts/tables.ts";
export * from "./audit/tables.ts";
export * from "./members/tables.ts";
export * from "./views/tables.ts";

export interface OrganizationSettings {
  /** As the IANA names it, such as `Europe/Berlin`. */
  timeZone?: string;
  /** BCP 47: the language that new agents and mails begin with. */
  language?: string;
}

export const organizations = pgTable(
  "organizations",
  {
    number: integer("number").primaryKey().generatedAlwaysAsIdentity(),
    id: text("id").notNull().unique(),
    name: text("name").notNull(),
    settings: jsonb("settings")
      .$type<OrganizationSettings>()
      .notNull()
      .default(sql`'{}'::jsonb`),
    /** Counts the changes: two who edit at once notice each other. */
    revision: integer("revision").notNull().default(1),
    createdAt: createdAt(),
  },
  () => [
    pgPolicy("organizations_own", {
      as: "permissive",
      for: "select",
      to: appRole,
      using: sql`number = (select current_setting('parley.organization')::int)`,
    }),
    pgPolicy("organizations_change", {
      as: "permissive",
      for: "update",
      to: appRole,
      using: sql`number = (select current_setting('parley.organization')::int)`,
      withCheck: sql`number = (select current_setting('parley.organization')::int)`,
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
    /** Who made it; null for keys of the command line. */
    makerId: text("maker_id"),
    makerName: text("maker_name"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.id] }),
    uniqueIndex("api_keys_hash").on(table.hash),
    index("api_keys_maker").on(table.organization, table.makerId),
    organizationPolicy("api_keys"),
  ],
);
