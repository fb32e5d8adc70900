import type { FileStatus } from "@parley/contracts";
import {
  bigint,
  boolean,
  createdAt,
  index,
  integer,
  jsonb,
  organizationColumn,
  organizationPolicy,
  pgTable,
  primaryKey,
  sql,
  text,
  timestamp,
  uniqueIndex,
} from "../../platform/index.ts";
import type { SkippedPart } from "./parse/types.ts";

/** Files that people gave an agent. Their bytes lie in the file store. */
export const knowledgeFiles = pgTable(
  "knowledge_files",
  {
    organization: organizationColumn(),
    id: text("id").notNull(),
    agentId: text("agent_id").notNull(),
    sourceId: text("source_id").notNull(),
    name: text("name").notNull(),
    size: bigint("size", { mode: "number" }).notNull(),
    /** SHA-256 of the bytes. */
    hash: text("hash").notNull(),
    /** The name of the bytes in the file store; another one after each replacement. */
    stored: text("stored").notNull(),
    type: text("type"),
    /** `removing`: there for nobody any more. */
    status: text("status").$type<FileStatus | "removing">().notNull(),
    code: text("code"),
    message: text("message"),
    skipped: jsonb("skipped").$type<SkippedPart[]>().notNull().default([]),
    documents: integer("documents").notNull().default(0),
    pages: integer("pages"),
    words: integer("words").notNull().default(0),
    /** Whether visitors may open it from a citation. */
    public: boolean("public").notNull().default(false),
    /** Grows when the content is replaced or read again: who read an older one stores nothing. */
    version: integer("version").notNull().default(1),
    /** How often this version was begun; who kills its reader time and again is given up. */
    attempts: integer("attempts").notNull().default(0),
    revision: integer("revision").notNull().default(1),
    createdAt: createdAt(),
    updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
    readAt: timestamp("read_at", { withTimezone: true }),
    sought: text("sought").generatedAlwaysAs(sql`lower(left(name, 255))`),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.id] }),
    uniqueIndex("knowledge_files_content")
      .on(table.organization, table.agentId, table.hash)
      .where(sql`status <> 'removing'`),
    index("knowledge_files_agent").on(table.organization, table.agentId, table.id, table.status, table.sought),
    index("knowledge_files_source").on(table.organization, table.sourceId, table.status),
    organizationPolicy("knowledge_files"),
  ],
);
