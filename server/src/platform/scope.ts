/** On whose behalf something is done. Made only by authentication (the tenants room) or a job's envelope. */

export type Permission =
  | "agents:read"
  | "agents:write"
  | "knowledge:read"
  | "knowledge:write"
  | "conversations:read"
  | "conversations:write"
  | "ask"
  | "admin";

export interface Scope {
  /** The organization's number: the first column of every key, and what row-level security compares. */
  readonly organization: number;
  /** The organization's public id, `org_...`. */
  readonly organizationId: string;
  readonly actor: { readonly type: "key" | "visitor" | "server-admin" | "job"; readonly id: string };
  readonly permissions: ReadonlySet<Permission>;
}

/** Stands for the server itself, past row-level security: sign-in look-ups, sweeps over all organizations. */
export const SYSTEM = Symbol("system");
export type System = typeof SYSTEM;
