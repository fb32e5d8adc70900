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
import type { PlaceAt } from "../documents/place-of-chunk.ts";

/** Who restored a version; `name` as it was then. */
export interface VersionBy {
  type: string;
  id: string;
  name: string | null;
}

/** What documents said before. The present version of a document is the document itself: nothing is kept twice. */
export const documentVersions = pgTable(
  "knowledge_document_versions",
  {
    organization: organizationColumn(),
    documentId: text("document_id").notNull(),
    number: integer("number").notNull(),
    agentId: text("agent_id").notNull(),
    title: text("title").notNull(),
    content: text("content").notNull(),
    contentHash: text("content_hash").notNull(),
    language: text("language").notNull(),
    url: text("url"),
    words: integer("words").notNull(),
    bytes: integer("bytes").notNull(),
    why: text("why").notNull(),
    by: jsonb("by").$type<VersionBy>(),
    /** Where in its file its parts stood. */
    places: jsonb("places").$type<PlaceAt[]>(),
    /** When it became the document's text, not when it ceased to be. */
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.documentId, table.number] }),
    index("knowledge_document_versions_agent").on(table.organization, table.agentId),
    organizationPolicy("knowledge_document_versions"),
  ],
);
