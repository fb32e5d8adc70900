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
} from "../../platform/index.ts";

/** A whole agent being written to a file, or read from one. */
export const agentArchives = pgTable(
  "agent_archives",
  {
    organization: organizationColumn(),
    id: text("id").notNull(),
    kind: text("kind").$type<"export" | "import">().notNull(),
    /** Whose it is; of an import the agent that it becomes, which is there only when it is done. */
    agentId: text("agent_id").notNull(),
    name: text("name").notNull(),
    status: text("status").$type<"queued" | "running" | "done" | "failed">().notNull(),
    done: integer("done").notNull().default(0),
    total: integer("total").notNull().default(0),
    counts: jsonb("counts").$type<Record<string, number>>(),
    bytes: integer("bytes"),
    code: text("code"),
    message: text("message"),
    /** Of the stored file; null once it is taken away. */
    file: text("file"),
    createdBy: jsonb("created_by").$type<{ type: string; id: string; name: string | null }>().notNull(),
    createdAt: createdAt(),
    finishedAt: timestamp("finished_at", { withTimezone: true }),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.id] }),
    index("agent_archives_agent").on(table.organization, table.agentId, table.id),
    index("agent_archives_expires").on(table.expiresAt),
    organizationPolicy("agent_archives"),
  ],
);
