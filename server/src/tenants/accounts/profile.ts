/** What people do with their own account. */
import { Fault, type Me } from "@parley/contracts";
import { and, eq, ne, sql, SYSTEM } from "../../platform/index.ts";
import type { Person } from "../authenticate.ts";
import { announce } from "../desk.ts";
import { members, organizations } from "../tables.ts";
import type { Ground } from "./account-deps.ts";
import type { Caller } from "./auth-door.ts";
import { confirm } from "./confirm.ts";
import { changeEmailMail, emailChangedMail, passwordChangedMail } from "./mails.ts";
import { assertGoodPassword, hashPassword } from "./passwords.ts";
import { endHalfSignIns, endMailedLinks, findByEmail, findById, presentMe, setPassword } from "./people.ts";
import { recordForPerson } from "./record-for-person.ts";
import { authSessions, authUsers } from "./tables.ts";

interface Confirmed {
  password?: string | undefined;
}

export function createProfile(ground: Ground) {
  const { db, clock, links, mail, tenants } = ground;

  async function tellOrganizations(userId: string): Promise<void> {
    for (const { organization } of await tenants.memberships.all(userId)) {
      ground.live.changed({ organization }, { resource: "members", id: userId });
    }
  }

  /** The new address is confirmed first where mail goes out; else it counts at once, as one that nobody confirmed. */
  async function changeEmail(caller: Caller, person: Person, input: { email: string } & Confirmed) {
    await confirm(ground, caller, { person, password: input.password });
    const { email } = input;
    if (email === person.email) return { next: "done" as const };
    const base = ground.linkBase(caller);
    if (ground.confirms && base !== null) {
      await ground.guard.mail(caller.address, email);
      await db.transaction(SYSTEM, async (tx) => {
        const { token } = await links.make(tx, { purpose: "change-email", userId: person.id, email });
        // An address with an account learns nothing, and neither does who asks.
        if (await findByEmail(tx, email)) return;
        await mail.enqueue(tx, SYSTEM, changeEmailMail({ ...person, email }, `${base}/verify-email?token=${token}`));
      });
      mail.wake();
      return { next: "confirm" as const };
    }
    await db.transaction(SYSTEM, async (tx) => {
      if (await findByEmail(tx, email)) {
        throw new Fault("already_exists", "Another account has this address.", { field: "email" });
      }
      await tx
        .update(authUsers)
        .set({ email, emailVerified: false, updatedAt: new Date(clock.now()) })
        .where(eq(authUsers.id, person.id));
      await endMailedLinks(tx, person.id);
      await mail.enqueue(tx, SYSTEM, emailChangedMail(person, email));
    });
    mail.wake();
    const change = { before: { email: person.email }, after: { email } };
    await recordForPerson(ground, { caller, doer: person }, { action: "person.email-changed", ...change });
    await tellOrganizations(person.id);
    return { next: "done" as const };
  }

  return {
    changeEmail,

    async update(person: Person, change: Partial<Pick<Me, "name" | "timeZone" | "language">>): Promise<Me> {
      await db
        .query(SYSTEM)
        .update(authUsers)
        .set({ ...change, updatedAt: new Date(clock.now()) })
        .where(eq(authUsers.id, person.id));
      if (change.name !== undefined) await tellOrganizations(person.id);
      return presentMe(ground, person.id);
    },

    /** Ends every other session. Who has no password yet gets one. */
    async changePassword(
      caller: Caller,
      person: Person,
      { password, currentPassword }: { password: string; currentPassword?: string | undefined },
    ): Promise<void> {
      assertGoodPassword(password, person.email);
      await confirm(ground, caller, { person, password: currentPassword }).catch((error: unknown) => {
        if (!(error instanceof Fault) || error.field !== "password") throw error;
        throw new Fault(error.code, error.message, { field: "currentPassword" });
      });
      const hash = await hashPassword(password);
      await db.transaction(SYSTEM, async (tx) => {
        await setPassword(tx, { userId: person.id, hash, now: clock.now() });
        await tx
          .delete(authSessions)
          .where(and(eq(authSessions.userId, person.id), ne(authSessions.id, person.sessionId)));
        await endMailedLinks(tx, person.id);
        await endHalfSignIns(tx, person.id);
        await mail.enqueue(tx, SYSTEM, passwordChangedMail(person));
      });
      mail.wake();
      ground.live.signedOut(person.id);
      await recordForPerson(ground, { caller, doer: person }, { action: "person.password-changed" });
    },

    /** @throws Fault conflict for the last owner of an organization, which it names; invalid_request, wrong_credentials */
    async remove(caller: Caller, person: Person, input: { email: string } & Confirmed): Promise<void> {
      if (input.email.trim().toLowerCase() !== person.email) {
        throw new Fault("invalid_request", "Type the email address of your account, to be sure.", { field: "email" });
      }
      await confirm(ground, caller, { person, password: input.password });
      const memberships = await tenants.memberships.all(person.id);
      const from = { address: caller.address, client: null };
      await db.transaction(SYSTEM, async (tx) => {
        await tenants.memberships.removeEverywhere(tx, person.id);
        for (const { organization, organizationId, permissions } of memberships) {
          const actor = { type: "member", id: person.id, name: person.name } as const;
          const target = { type: "person", id: person.id, name: person.email };
          const scope = { organization, organizationId, actor, permissions, from };
          await tenants.audit.record(tx, scope, { action: "person.deleted", target });
        }
        await tx.delete(authUsers).where(eq(authUsers.id, person.id));
      });
      ground.live.signedOut(person.id);
      for (const { organization } of memberships)
        announce(ground.live, { organization }, { resource: "members" }, { resource: "keys" });
    },

    /** Those that a person belongs to, for the export of their own data. */
    async organizationsOf(userId: string) {
      const rows = await db
        .query(SYSTEM)
        .select({ id: organizations.id, name: organizations.name, role: members.role, since: members.createdAt })
        .from(members)
        .innerJoin(organizations, eq(organizations.number, members.organization))
        .where(eq(members.userId, userId))
        .orderBy(sql`${organizations.number}`);
      return rows.map(({ since, ...row }) => ({ ...row, memberSince: since.toISOString() }));
    },

    me: (userId: string) => presentMe(ground, userId),
    find: (userId: string) => findById(db.query(SYSTEM), userId),
  };
}
