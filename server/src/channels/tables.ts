import {
  date,
  index,
  integer,
  organizationColumn,
  organizationPolicy,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from "../platform/index.ts";

/** Where an agent's widget was seen, one row a site. */
export const widgetInstalls = pgTable(
  "widget_installs",
  {
    organization: organizationColumn(),
    agentId: text("agent_id").notNull(),
    /** `https://shop.example`: never more of an address. */
    origin: text("origin").notNull(),
    firstSeenAt: timestamp("first_seen_at", { withTimezone: true }).notNull(),
    lastSeenAt: timestamp("last_seen_at", { withTimezone: true }).notNull(),
    /** How often the chat was opened, ever and on `day` (UTC). */
    opened: integer("opened").notNull(),
    day: date("day").notNull(),
    openedOnDay: integer("opened_on_day").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.agentId, table.origin] }),
    index("widget_installs_seen").on(table.organization, table.agentId, table.lastSeenAt),
    organizationPolicy("widget_installs"),
  ],
);
