import { type Permission, workPermissions } from "@parley/contracts";

/** On whose behalf something is done. Made only by authentication (the tenants room) or a job's envelope. */

export type { Permission };

export interface Scope {
  /** The organization's number: the first column of every key, and what row-level security compares. */
  readonly organization: number;
  /** The organization's public id, `org_...`. */
  readonly organizationId: string;
  readonly actor: {
    readonly type: "member" | "key" | "visitor" | "server-admin" | "job";
    readonly id: string;
    /** A member's or a key's, as the audit log writes it down. */
    readonly name?: string;
  };
  readonly permissions: ReadonlySet<Permission>;
  /** Where a request came from, for the audit log; absent for work of the server's own. */
  readonly from?: { readonly address: string; readonly client: string | null };
}

/** Stands for the server itself, past row-level security: sign-in look-ups, sweeps over all organizations. */
export const SYSTEM = Symbol("system");
export type System = typeof SYSTEM;

/** The scope of work that was stored with its organization: a job, an event, an owed answer. */
export function envelopeScope(organization: number, organizationId: string, worker: string): Scope {
  return { organization, organizationId, actor: { type: "job", id: worker }, permissions: everything };
}

const everything: ReadonlySet<Permission> = new Set<Permission>(workPermissions);
