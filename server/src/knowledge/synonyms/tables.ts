import {
  index,
  integer,
  jsonb,
  organizationColumn,
  organizationPolicy,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from "../../platform/index.ts";

/** Words that an owner says to mean the same, or to be found by one another. */
export const synonyms = pgTable(
  "knowledge_synonyms",
  {
    organization: organizationColumn(),
    id: text("id").notNull(),
    agentId: text("agent_id").notNull(),
    /** What visitors say: words or short phrases. */
    words: text("words").array().notNull(),
    /** What the pages say. */
    meanings: text("meanings").array().notNull(),
    direction: text("direction").$type<"both" | "one-way">().notNull(),
    /** BCP 47; null for every language. */
    language: text("language"),
    revision: integer("revision").notNull().default(1),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    updatedAt: timestamp("updated_at", { withTimezone: true }).notNull(),
    updatedBy: jsonb("updated_by").$type<{ type: string; id: string; name: string | null }>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.id] }),
    index("knowledge_synonyms_agent").on(table.organization, table.agentId, table.id),
    organizationPolicy("knowledge_synonyms"),
  ],
);
