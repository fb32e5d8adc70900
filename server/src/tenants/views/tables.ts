import type { ViewListName, ViewQuery } from "@parley/contracts";
import {
  boolean,
  createdAt,
  index,
  integer,
  jsonb,
  organizationColumn,
  organizationPolicy,
  pgTable,
  primaryKey,
  text,
} from "../../platform/index.ts";

export const savedViews = pgTable(
  "saved_views",
  {
    organization: organizationColumn(),
    id: text("id").notNull(),
    list: text("list").$type<ViewListName>().notNull(),
    /** Of the lists that every agent has one of. */
    agentId: text("agent_id"),
    name: text("name").notNull(),
    nameKey: text("name_key").notNull(),
    query: jsonb("query").$type<ViewQuery>().notNull(),
    shared: boolean("shared").notNull(),
    /** Null when a program made it, or an account that is gone; never null on what is not shared. */
    makerId: text("maker_id"),
    revision: integer("revision").notNull().default(1),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.id] }),
    index("saved_views_list").on(table.organization, table.list, table.nameKey, table.id),
    index("saved_views_maker").on(table.makerId),
    organizationPolicy("saved_views"),
  ],
);
