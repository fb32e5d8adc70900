import type { AgentSettings, Probe } from "@parley/contracts";
import type { SiteProfile } from "../knowledge/index.ts";
import {
  createdAt,
  foreignKey,
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
} from "../platform/index.ts";

export * from "./archive/tables.ts";

export const agents = pgTable(
  "agents",
  {
    organization: organizationColumn(),
    id: text("id").notNull(),
    /** The address it was made from, in full; null for an agent made without a site. */
    siteUrl: text("site_url"),
    /** The address without what does not tell sites apart: the same URL twice is the same agent. */
    siteKey: text("site_key"),
    /** What people have set and visitors see; everything else comes from the site. */
    settings: jsonb("settings").$type<AgentSettings>().notNull(),
    /** What visitors will see once it is published; null when nothing waits. */
    draft: jsonb("draft").$type<AgentSettings>(),
    profile: jsonb("profile").$type<SiteProfile>(),
    /** `removing`: a job takes away what belongs to it; for everybody else it is gone already. */
    status: text("status").$type<"active" | "archived" | "removing">().notNull().default("active"),
    /** Grows with every change that people make. */
    revision: integer("revision").notNull().default(1),
    /** Number of the published version. */
    version: integer("version").notNull().default(1),
    createdAt: createdAt(),
    updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
    /** What lists sort and search by. */
    sortName: text("sort_name").generatedAlwaysAs(
      sql`lower(coalesce(settings->>'name', profile->>'name', site_key, 'assistant'))`,
    ),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.id] }),
    index("agents_id").on(table.id),
    uniqueIndex("agents_site").on(table.organization, table.siteKey),
    index("agents_by_name").on(table.organization, table.sortName, table.id),
    index("agents_by_change").on(table.organization, table.updatedAt, table.id),
    organizationPolicy("agents"),
  ],
);

/** What was published, one row each time: kept for the history, never changed. */
export const agentVersions = pgTable(
  "agent_versions",
  {
    organization: organizationColumn(),
    agentId: text("agent_id").notNull(),
    number: integer("number").notNull(),
    settings: jsonb("settings").$type<AgentSettings>().notNull(),
    /** Names of the settings that differ from the version before. */
    changed: text("changed").array().notNull(),
    note: text("note").notNull().default(""),
    actorType: text("actor_type").notNull(),
    actorId: text("actor_id").notNull(),
    /** As it was at the time. */
    actorName: text("actor_name"),
    publishedAt: timestamp("published_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.agentId, table.number] }),
    foreignKey({
      columns: [table.organization, table.agentId],
      foreignColumns: [agents.organization, agents.id],
    }).onDelete("cascade"),
    organizationPolicy("agent_versions"),
  ],
);

/** The questions that a new agent was tried with, and what it said: the last run of each agent. */
export const agentProbes = pgTable(
  "agent_probes",
  {
    organization: organizationColumn(),
    agentId: text("agent_id").notNull(),
    /** A run that was begun anew leaves an older one's job without effect. */
    run: integer("run").notNull().default(1),
    status: text("status").$type<"running" | "done">().notNull(),
    probes: jsonb("probes").$type<Probe[]>().notNull(),
    startedAt: timestamp("started_at", { withTimezone: true }).notNull(),
    finishedAt: timestamp("finished_at", { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.agentId] }),
    foreignKey({
      columns: [table.organization, table.agentId],
      foreignColumns: [agents.organization, agents.id],
    }).onDelete("cascade"),
    organizationPolicy("agent_probes"),
  ],
);
