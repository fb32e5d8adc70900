import type { Look } from "@parley/contracts";
import type { SiteProfile } from "../knowledge/index.ts";
import {
  createdAt,
  index,
  jsonb,
  organizationColumn,
  organizationPolicy,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "../platform/index.ts";

/** What people have set; everything else comes from the site. */
export interface AgentSettings {
  name?: string;
  language?: string;
  greeting?: string;
  suggestions?: string[];
  look?: Look;
}

export const agents = pgTable(
  "agents",
  {
    organization: organizationColumn(),
    id: text("id").notNull(),
    /** The address it was made from, in full; null for an agent made without a site. */
    siteUrl: text("site_url"),
    /** The address without what does not tell sites apart: the same URL twice is the same agent. */
    siteKey: text("site_key"),
    settings: jsonb("settings").$type<AgentSettings>().notNull(),
    profile: jsonb("profile").$type<SiteProfile>(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.id] }),
    index("agents_id").on(table.id),
    uniqueIndex("agents_site").on(table.organization, table.siteKey),
    organizationPolicy("agents"),
  ],
);
