/** Before what cannot be taken back: the password once more, so that a browser left open is not enough. */
import { Fault } from "@parley/contracts";
import { and, eq, SYSTEM } from "../../platform/index.ts";
import type { Person } from "../authenticate.ts";
import type { Ground } from "./account-deps.ts";
import type { Caller } from "./auth-door.ts";
import { verifyPassword } from "./passwords.ts";
import { authAccounts, authSessions } from "./tables.ts";

const FRESH_MS = 3_600_000;

/** @throws Fault wrong_credentials, forbidden (no password, and not signed in within the hour), rate_limited */
export async function confirm(
  { db, clock, guard }: Pick<Ground, "db" | "clock" | "guard">,
  caller: Caller,
  { person, password }: { person: Person; password: string | undefined },
): Promise<void> {
  const q = db.query(SYSTEM);
  const [[account], [session]] = await Promise.all([
    q
      .select({ hash: authAccounts.password })
      .from(authAccounts)
      .where(and(eq(authAccounts.userId, person.id), eq(authAccounts.providerId, "credential")))
      .execute(),
    q.select({ at: authSessions.createdAt }).from(authSessions).where(eq(authSessions.id, person.sessionId)).execute(),
  ]);
  if (account?.hash) {
    await guard.attempt(caller.address, person.email);
    if (password !== undefined && (await verifyPassword(account.hash, password))) return;
    const sentence = password === undefined ? "Enter your password once more." : "This is not your password.";
    throw new Fault("wrong_credentials", sentence, { field: "password" });
  }
  if (session && clock.now() - session.at.getTime() < FRESH_MS) return;
  throw new Fault("forbidden", "Sign out and in again first: you signed in too long ago for this.");
}
