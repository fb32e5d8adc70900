import {
  foreignKey,
  integer,
  organizationColumn,
  organizationPolicy,
  pgTable,
  primaryKey,
  text,
} from "../../platform/index.ts";
import { connections } from "../connections-table.ts";

/** By which connection an organization's passages are found by meaning; without a row by the server's model, if any. */
export const embeddingChoices = pgTable(
  "embedding_choices",
  {
    organization: organizationColumn(),
    connectionId: text("connection_id").notNull(),
    /** The vendor's own name of it. */
    model: text("model").notNull(),
    revision: integer("revision").notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.organization] }),
    foreignKey({
      columns: [table.organization, table.connectionId],
      foreignColumns: [connections.organization, connections.id],
    }).onDelete("cascade"),
    organizationPolicy("embedding_choices"),
  ],
);
