import {
  createdAt,
  index,
  integer,
  jsonb,
  organizationColumn,
  organizationPolicy,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from "../../platform/index.ts";

export const members = pgTable(
  "members",
  {
    organization: organizationColumn(),
    userId: text("user_id").notNull(),
    /** The name of a built-in role, or the id of a custom one. */
    role: text("role").notNull(),
    lastSeenAt: timestamp("last_seen_at", { withTimezone: true }),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.userId] }),
    index("members_user").on(table.userId),
    index("members_role").on(table.organization, table.role),
    organizationPolicy("members"),
  ],
);

/** Who was removed, so that it can be undone for a while. */
export const formerMembers = pgTable(
  "former_members",
  {
    organization: organizationColumn(),
    userId: text("user_id").notNull(),
    role: text("role").notNull(),
    teams: jsonb("teams").$type<string[]>().notNull(),
    removedAt: timestamp("removed_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.userId] }),
    index("former_members_user").on(table.userId),
    organizationPolicy("former_members"),
  ],
);

export const invitations = pgTable(
  "invitations",
  {
    organization: organizationColumn(),
    id: text("id").notNull(),
    /** In lower case: what is compared with the address of the account. */
    email: text("email").notNull(),
    role: text("role").notNull(),
    teams: jsonb("teams").$type<string[]>().notNull(),
    /** SHA-256 of the token, hex. The token itself stands in the mail and nowhere else. */
    hash: text("hash").notNull(),
    inviterId: text("inviter_id").notNull(),
    inviterName: text("inviter_name").notNull(),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
    sentAt: timestamp("sent_at", { withTimezone: true }).notNull(),
    acceptedAt: timestamp("accepted_at", { withTimezone: true }),
    revokedAt: timestamp("revoked_at", { withTimezone: true }),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.id] }),
    uniqueIndex("invitations_hash").on(table.hash),
    index("invitations_email").on(table.organization, table.email),
    organizationPolicy("invitations"),
  ],
);

export const teams = pgTable(
  "teams",
  {
    organization: organizationColumn(),
    id: text("id").notNull(),
    name: text("name").notNull(),
    /** In the form in which names are compared: no two teams differ in capitals alone. */
    nameKey: text("name_key").notNull(),
    revision: integer("revision").notNull().default(1),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.id] }),
    uniqueIndex("teams_name").on(table.organization, table.nameKey),
    organizationPolicy("teams"),
  ],
);

export const teamMembers = pgTable(
  "team_members",
  {
    organization: organizationColumn(),
    teamId: text("team_id").notNull(),
    userId: text("user_id").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.teamId, table.userId] }),
    index("team_members_user").on(table.organization, table.userId),
    organizationPolicy("team_members"),
  ],
);

export const customRoles = pgTable(
  "roles",
  {
    organization: organizationColumn(),
    id: text("id").notNull(),
    name: text("name").notNull(),
    nameKey: text("name_key").notNull(),
    permissions: text("permissions").array().notNull(),
    revision: integer("revision").notNull().default(1),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.id] }),
    uniqueIndex("roles_name").on(table.organization, table.nameKey),
    organizationPolicy("roles"),
  ],
);
