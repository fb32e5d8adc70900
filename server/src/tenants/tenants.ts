/** Organizations and who acts for them: the only room that makes a Scope out of a credential. */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { Fault, newId } from "@parley/contracts";
import {
  asc,
  type Clock,
  type Database,
  eq,
  type Files,
  type Jobs,
  type Live,
  type Mail,
  type Scope,
  sql,
  SYSTEM,
  type Tx,
} from "../platform/index.ts";
import { createAudit } from "./audit/create-audit.ts";
import { announce, type Desk } from "./desk.ts";
import { createHolders } from "./holders.ts";
import { createKeys } from "./keys.ts";
import { createInvitations } from "./members/invitations.ts";
import { createMembers } from "./members/members.ts";
import { createMemberships } from "./members/memberships.ts";
import { createRoles } from "./members/roles.ts";
import { createTeams } from "./members/teams.ts";
import { createErasing } from "./organizations/erase-organization.ts";
import { exportOrganization } from "./organizations/export-organization.ts";
import { type Creator, createOrganizations } from "./organizations/organizations.ts";
import { everyPermission } from "./permissions.ts";
import { organizations } from "./tables.ts";
import { createViews } from "./views/views.ts";

export interface TenantsDeps {
  db: Database;
  clock: Clock;
  live: Live;
  mail: Mail;
  jobs: Jobs;
  files: Files;
}

export interface Organization {
  number: number;
  id: string;
}

export async function createTenants(deps: TenantsDeps) {
  const { db, clock, live } = deps;
  const audit = createAudit({ clock });
  const desk: Desk = { ...deps, audit };
  const keys = createKeys(desk);
  const memberships = createMemberships(desk);
  const views = createViews({ ...deps, audit });
  const members = createMembers(desk, { memberships, views });
  const erasing = createErasing(deps);
  const adminToken = randomBytes(32).toString("base64url");
  let adminScope = adminScopeOf(await ensureFirstOrganization(db, clock));
  const ids = new Map<number, string>();

  /** The server's admin works in the first organization; when that was deleted, in the one that is first now. */
  async function renewAdminScope(): Promise<Scope> {
    const first = await ensureFirstOrganization(db, clock);
    if (first.number !== adminScope.organization) adminScope = adminScopeOf(first);
    return adminScope;
  }

  /** Numbers and ids never change, so one look is enough. */
  async function organizationId(number: number): Promise<string> {
    const known = ids.get(number);
    if (known !== undefined) return known;
    const [row] = await db
      .query(SYSTEM)
      .select({ id: organizations.id })
      .from(organizations)
      .where(eq(organizations.number, number));
    if (!row) throw new Fault("not_found", "There is no such organization.");
    ids.set(number, row.id);
    return row.id;
  }

  return {
    keys,
    audit,
    memberships,
    members,
    organizations: createOrganizations(desk, memberships),
    invitations: createInvitations(desk, memberships),
    teams: createTeams(desk),
    roles: createRoles(desk),
    views,

    exportOrganization: (scope: Scope) => exportOrganization(deps, scope, clock.now()),

    /** `name` is the organization's own, as it is written. */
    async eraseOrganization(scope: Scope, name: string): Promise<void> {
      await erasing.erase(scope, name);
      ids.delete(scope.organization);
      await renewAdminScope();
      announce(live, scope, { resource: "organization", id: scope.organizationId });
    },

    /** @throws Fault not_found where the person is no member; conflict for the last owner. */
    async leave(person: Creator, organizationId: string): Promise<void> {
      const membership = await memberships.find(person.id, organizationId);
      if (!membership) throw new Fault("not_found", "There is no organization with this id.");
      const { organization, permissions } = membership;
      const actor = { type: "member", id: person.id, name: person.name } as const;
      const from = person.from === undefined ? {} : { from: person.from };
      await members.remove({ organization, organizationId, permissions, actor, ...from }, person.id);
    },

    /** Opens everything for whoever holds the server; a new one at each start, written to `run.json`. */
    adminToken,
    get adminScope() {
      return adminScope;
    },
    holders: createHolders({ db, clock, adminScope: renewAdminScope }),
    /** @throws Fault unauthorized, key_expired or key_revoked. */
    async authenticate(bearer: string): Promise<Scope> {
      return sameText(bearer, adminToken) ? renewAdminScope() : keys.authenticate(bearer);
    },
    /** For a visitor whose session was checked: may ask, and see its own conversation. */
    async visitorScope(organization: number, visitorId: string): Promise<Scope> {
      return {
        organization,
        organizationId: await organizationId(organization),
        actor: { type: "visitor", id: visitorId },
        permissions: new Set(["ask"]),
      };
    },
  };
}

export type Tenants = Awaited<ReturnType<typeof createTenants>>;

const adminScopeOf = (first: Organization): Scope => ({
  organization: first.number,
  organizationId: first.id,
  actor: { type: "server-admin", id: "server-admin", name: "Server admin" },
  permissions: everyPermission,
});

/** Two first starts at once make one organization: the insert happens only into an empty table, under its lock. */
async function ensureFirstOrganization(db: Database, clock: Clock): Promise<Organization> {
  const columns = { number: organizations.number, id: organizations.id };
  const read = (q: Pick<Tx, "select">) =>
    q.select(columns).from(organizations).orderBy(asc(organizations.number)).limit(1);
  // Asked with each request of the server's admin: all but the first find it in one trip.
  const [known] = await read(db.query(SYSTEM));
  if (known) return known;
  return db.transaction(SYSTEM, async (tx) => {
    await tx.execute(sql`lock table ${organizations} in exclusive mode`);
    const [madeMeanwhile] = await read(tx);
    if (madeMeanwhile) return madeMeanwhile;
    const [made] = await tx
      .insert(organizations)
      .values({ id: newId("organization", clock.now()), name: "My organization" })
      .returning(columns);
    if (!made) throw new Error("the first organization was not stored");
    return made;
  });
}

function sameText(left: string, right: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}
