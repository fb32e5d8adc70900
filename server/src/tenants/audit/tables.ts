import {
  index,
  jsonb,
  organizationColumn,
  organizationPolicy,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from "../../platform/index.ts";

/**
 * Append-only: triggers refuse every change, deletion and truncation, whoever asks, but for the one transaction that
 * removes the whole organization.
 */
export const auditEntries = pgTable(
  "audit_entries",
  {
    organization: organizationColumn(),
    id: text("id").notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
    actorType: text("actor_type").notNull(),
    actorId: text("actor_id").notNull(),
    /** As it was then: the log reads well after people have left. */
    actorName: text("actor_name").notNull(),
    address: text("address"),
    client: text("client"),
    action: text("action").notNull(),
    /** What stands before the dot of the action. */
    area: text("area").notNull(),
    targetType: text("target_type").notNull(),
    targetId: text("target_id").notNull(),
    targetName: text("target_name"),
    before: jsonb("before").$type<object>(),
    after: jsonb("after").$type<object>(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.id] }),
    index("audit_entries_area").on(table.organization, table.area, table.id),
    index("audit_entries_action").on(table.organization, table.action, table.id),
    index("audit_entries_actor").on(table.organization, table.actorId, table.id),
    index("audit_entries_target").on(table.organization, table.targetId, table.id),
    organizationPolicy("audit_entries"),
  ],
);
