import type { AttentionFact } from "@parley/contracts";
import { type Query, type Scope, sql } from "../platform/index.ts";
import { logoUrlOf } from "./present.ts";

export interface NamedAgent {
  id: string;
  name: string;
  /** Where its site has one. */
  logoUrl: string | null;
  createdAt: number;
  updatedAt: number;
  /** How often it was published. */
  version: number;
}

interface NamedRow extends Record<string, unknown> {
  id: string;
  name: string;
  logo_file: string | null;
  created_at: string | Date;
  updated_at: string | Date;
  version: number;
}

const MOST = 500;

/** Those that are neither archived nor on their way out, by name. */
export async function nameAgents(q: Query, scope: Scope): Promise<NamedAgent[]> {
  const rows = await q.execute<NamedRow>(sql`
    select id, coalesce(settings->>'name', profile->>'name', site_key, 'Assistant') as name,
      profile->>'logoFile' as logo_file, created_at, updated_at, version
    from agents where organization = ${scope.organization}::int and status = 'active'
    order by sort_name, id limit ${MOST}::int`);
  return rows.map(({ id, name, version, ...row }) => ({
    id,
    name,
    version,
    logoUrl: row.logo_file ? logoUrlOf(id) : null,
    createdAt: new Date(row.created_at).getTime(),
    updatedAt: new Date(row.updated_at).getTime(),
  }));
}

const DRAFTS_SHOWN = 10;

/** Agents with changes that visitors do not see yet. */
export async function findDrafts(q: Query, scope: Scope): Promise<AttentionFact[]> {
  const rows = await q.execute<{ id: string; updated_at: string | Date }>(sql`
    select id, updated_at from agents
    where organization = ${scope.organization}::int and status = 'active' and draft is not null and draft <> settings
    order by updated_at desc limit ${DRAFTS_SHOWN}::int`);
  return rows.map((row) => ({
    kind: "draft-unpublished",
    text: "",
    count: 1,
    agentId: row.id,
    target: { resource: "versions", id: null },
    messageId: null,
    at: new Date(row.updated_at).toISOString(),
  }));
}
