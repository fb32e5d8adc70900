/** The people themselves: made, found, changed and removed. */
import { Fault, type Me, newId, socialProvider } from "@parley/contracts";
import { and, eq, inArray, type Query, SYSTEM, type Tx } from "../../platform/index.ts";
import { organizations } from "../tables.ts";
import type { Ground } from "./account-deps.ts";
import {
  authAccounts,
  authLinks,
  authPasskeys,
  authSessions,
  authTwoFactors,
  authUsers,
  authVerifications,
} from "./tables.ts";

export interface NewPerson {
  name: string;
  email: string;
  /** See `hashPassword`. */
  passwordHash: string;
  emailVerified: boolean;
  serverAdmin?: boolean;
}

export interface Person {
  id: string;
  name: string;
  email: string;
  emailVerified: boolean;
}

const columns = {
  id: authUsers.id,
  name: authUsers.name,
  email: authUsers.email,
  emailVerified: authUsers.emailVerified,
};

export async function findByEmail(q: Query, email: string): Promise<Person | undefined> {
  const [row] = await q.select(columns).from(authUsers).where(eq(authUsers.email, email.toLowerCase()));
  return row;
}

export async function findById(q: Query, id: string): Promise<Person | undefined> {
  const [row] = await q.select(columns).from(authUsers).where(eq(authUsers.id, id));
  return row;
}

/** @throws Fault already_exists when the address has an account. */
export async function createPerson(tx: Tx, now: number, person: NewPerson): Promise<Person> {
  const { name, email, emailVerified, serverAdmin = false } = person;
  const id = newId("user", now);
  const made = await tx
    .insert(authUsers)
    .values({ id, name, email: email.toLowerCase(), emailVerified, serverAdmin })
    .onConflictDoNothing()
    .returning(columns);
  const [row] = made;
  if (!row) throw new Fault("already_exists", "This address has an account already. Sign in instead.");
  await setPassword(tx, { userId: id, hash: person.passwordHash, now });
  return row;
}

export async function setPassword(
  tx: Tx,
  { userId, hash, now }: { userId: string; hash: string; now: number },
): Promise<void> {
  await tx
    .insert(authAccounts)
    .values({ id: newId("event", now), userId, providerId: "credential", accountId: userId, password: hash })
    .onConflictDoUpdate({
      target: [authAccounts.providerId, authAccounts.accountId],
      set: { password: hash, updatedAt: new Date(now) },
    });
}

/** Links that were mailed before, and would still open the account or take it to another address. */
export async function endMailedLinks(tx: Tx, userId: string): Promise<void> {
  const opening = inArray(authLinks.purpose, ["reset-password", "change-email"]);
  await tx.delete(authLinks).where(and(eq(authLinks.userId, userId), opening));
}

/** Sign-ins that wait for a code, and browsers that were trusted to need none: their rows hold whose they are. */
export async function endHalfSignIns(tx: Tx, userId: string): Promise<void> {
  await tx.delete(authVerifications).where(eq(authVerifications.value, userId));
}

/** Takes away every way in but the password. */
export async function forgetOtherWaysIn(tx: Tx, userId: string): Promise<void> {
  await tx.delete(authTwoFactors).where(eq(authTwoFactors.userId, userId));
  await tx.delete(authPasskeys).where(eq(authPasskeys.userId, userId));
  await tx.delete(authSessions).where(eq(authSessions.userId, userId));
  await endMailedLinks(tx, userId);
  await endHalfSignIns(tx, userId);
  await tx.update(authUsers).set({ twoFactorEnabled: false }).where(eq(authUsers.id, userId));
}

/** A new organization, owned by the person. */
export async function createOwnOrganization(
  { tenants, clock }: Pick<Ground, "tenants" | "clock">,
  tx: Tx,
  { userId, name }: { userId: string; name: string },
): Promise<void> {
  const [made] = await tx
    .insert(organizations)
    .values({ id: newId("organization", clock.now()), name })
    .returning({ number: organizations.number });
  if (!made) throw new Error("a new organization was not stored");
  await tenants.memberships.add(tx, made.number, { userId, role: "owner" });
}

export async function presentMe({ db }: Pick<Ground, "db">, userId: string): Promise<Me> {
  const q = db.query(SYSTEM);
  const [[user], accounts] = await Promise.all([
    q.select().from(authUsers).where(eq(authUsers.id, userId)).execute(),
    q
      .select({ provider: authAccounts.providerId, password: authAccounts.password })
      .from(authAccounts)
      .where(eq(authAccounts.userId, userId))
      .execute(),
  ]);
  if (!user) throw new Fault("unauthorized", "Sign in first.");
  const social = accounts.flatMap(({ provider }) => socialProvider.safeParse(provider).data ?? []);
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    emailVerified: user.emailVerified,
    image: user.image,
    timeZone: user.timeZone,
    language: user.language,
    serverAdmin: user.serverAdmin,
    secondFactor: user.twoFactorEnabled,
    hasPassword: accounts.some(({ password }) => password !== null),
    social,
    createdAt: user.createdAt.toISOString(),
  };
}

/** Whether anybody holds this server. */
export async function ownerExists({ db }: Pick<Ground, "db">): Promise<boolean> {
  const rows = await db
    .query(SYSTEM)
    .select({ id: authUsers.id })
    .from(authUsers)
    .where(eq(authUsers.serverAdmin, true))
    .limit(1);
  return rows.length > 0;
}
