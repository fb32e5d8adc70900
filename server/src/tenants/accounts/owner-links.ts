/** The key to the house: a link that makes the account of who holds the server. No password is ever set in advance. */
import { eq, SYSTEM } from "../../platform/index.ts";
import { announce } from "../desk.ts";
import { organizations } from "../tables.ts";
import type { Ground } from "./account-deps.ts";
import type { Caller } from "./auth-door.ts";
import { describeDevice } from "./device.ts";
import { assertGoodPassword, hashPassword } from "./passwords.ts";
import { createPerson, findByEmail, forgetOtherWaysIn, ownerExists, setPassword } from "./people.ts";
import { authUsers } from "./tables.ts";

export interface NewOwner {
  name: string;
  email: string;
  password: string;
}

export function createOwnerLinks(ground: Ground) {
  const { db, clock, guard, links, tenants } = ground;
  /** Asked each time: when the first organization is deleted, another is the first. */
  const first = () => tenants.adminScope.organization;

  return {
    /** A new one; those before stay good for what is left of their day, so that a form that is open is not in vain. */
    make: () => db.transaction(SYSTEM, (tx) => links.make(tx, { purpose: "owner" })),

    /** @throws Fault link_expired */
    async look(caller: Caller, token: string) {
      await guard.attempt(caller.address, `owner:${token}`);
      const q = db.query(SYSTEM);
      const [{ expiresAt }, [found], exists] = await Promise.all([
        links.look(q, token, "owner"),
        q.select({ name: organizations.name }).from(organizations).where(eq(organizations.number, first())).execute(),
        ownerExists(ground),
      ]);
      return { organization: found?.name ?? "", expiresAt: expiresAt.toISOString(), ownerExists: exists };
    },

    /**
     * Makes the account, or gives the one of this address the new password alone: its sessions, passkeys and second
     * factor are gone. @throws Fault link_expired, invalid_request (a weak password)
     */
    async use(caller: Caller, token: string, { name, email, password }: NewOwner): Promise<{ reset: boolean }> {
      await guard.attempt(caller.address, `owner:${token}`);
      assertGoodPassword(password, email);
      await links.look(db.query(SYSTEM), token, "owner");
      const hash = await hashPassword(password);
      const resetOf = await db.transaction(SYSTEM, async (tx) => {
        await links.use(tx, token, "owner");
        const now = clock.now();
        const known = await findByEmail(tx, email);
        const person =
          known ??
          (await createPerson(tx, now, { name, email, passwordHash: hash, emailVerified: true, serverAdmin: true }));
        if (known) {
          await forgetOtherWaysIn(tx, known.id);
          await setPassword(tx, { userId: known.id, hash, now });
          const change = { name, serverAdmin: true, emailVerified: true, updatedAt: new Date(now) };
          await tx.update(authUsers).set(change).where(eq(authUsers.id, known.id));
        }
        await tenants.memberships.add(tx, first(), { userId: person.id, role: "owner" });
        const from = { address: caller.address, client: describeDevice(caller.userAgent).device };
        await tenants.audit.record(
          tx,
          { ...tenants.adminScope, from },
          {
            action: "person.owner-link-used",
            target: { type: "person", id: person.id, name: email },
            after: { role: "owner", account: known ? "reset" : "new" },
          },
        );
        return known?.id;
      });
      if (resetOf !== undefined) ground.live.signedOut(resetOf);
      announce(ground.live, { organization: first() }, { resource: "members" });
      return { reset: resetOf !== undefined };
    },

    get organizationId() {
      return tenants.adminScope.organizationId;
    },
  };
}
