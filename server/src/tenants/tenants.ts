/** Organizations and who acts for them: the only room that makes a Scope out of a credential. */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { Fault, newId } from "@parley/contracts";
import { asc, type Clock, type Database, eq, type Scope, sql, SYSTEM } from "../platform/index.ts";
import { createAudit } from "./audit/create-audit.ts";
import { createKeys } from "./keys.ts";
import { createMemberships } from "./members/memberships.ts";
import { everyPermission } from "./permissions.ts";
import { organizations } from "./tables.ts";

export interface TenantsDeps {
  db: Database;
  clock: Clock;
}

export interface Organization {
  number: number;
  id: string;
}

export async function createTenants({ db, clock }: TenantsDeps) {
  const keys = createKeys({ db, clock });
  const adminToken = randomBytes(32).toString("base64url");
  const first = await ensureFirstOrganization(db, clock);

  const ids = new Map<number, string>([[first.number, first.id]]);

  const adminScope: Scope = {
    organization: first.number,
    organizationId: first.id,
    actor: { type: "server-admin", id: "server-admin" },
    permissions: everyPermission,
  };

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
    audit: createAudit({ clock }),
    memberships: createMemberships({ db, clock }),
    /** Opens everything for whoever holds the server; a new one at each start, written to `run.json`. */
    adminToken,
    adminScope,
    /** @throws Fault unauthorized, key_expired or key_revoked. */
    async authenticate(bearer: string): Promise<Scope> {
      return sameText(bearer, adminToken) ? adminScope : keys.authenticate(bearer);
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

/** Two first starts at once make one organization: the insert happens only into an empty table, under its lock. */
async function ensureFirstOrganization(db: Database, clock: Clock): Promise<Organization> {
  const columns = { number: organizations.number, id: organizations.id };
  return db.transaction(SYSTEM, async (tx) => {
    const read = () => tx.select(columns).from(organizations).orderBy(asc(organizations.number)).limit(1);
    const [known] = await read();
    if (known) return known;
    await tx.execute(sql`lock table ${organizations} in exclusive mode`);
    const [madeMeanwhile] = await read();
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
