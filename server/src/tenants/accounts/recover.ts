/** Links that were mailed: for a new password, for a confirmed address. */
import { Fault } from "@parley/contracts";
import { eq, SYSTEM } from "../../platform/index.ts";
import type { Ground } from "./account-deps.ts";
import type { Caller } from "./auth-door.ts";
import { emailChangedMail, passwordChangedMail, resetMail, verifyMail } from "./mails.ts";
import { assertGoodPassword, hashPassword } from "./passwords.ts";
import { endHalfSignIns, endMailedLinks, findByEmail, findById, setPassword } from "./people.ts";
import { recordForPerson } from "./record-for-person.ts";
import { authSessions, authUsers } from "./tables.ts";

/** The same for known and unknown addresses. */
const ANSWERS_AFTER_MS = 300;

export function createRecovery(ground: Ground) {
  const { db, clock, guard, links, mail } = ground;

  async function mailLink(caller: Caller, email: string): Promise<void> {
    const base = ground.linkBase(caller);
    if (base === null) {
      ground.log.warn("A new password was asked for. Set PARLEY_PUBLIC_URL, so that mails can hold links");
      return;
    }
    const person = await findByEmail(db.query(SYSTEM), email);
    if (!person) return;
    await db.transaction(SYSTEM, async (tx) => {
      const { token } = await links.make(tx, { purpose: "reset-password", userId: person.id, email });
      await mail.enqueue(tx, SYSTEM, resetMail(person, `${base}/reset-password?token=${token}`));
    });
  }

  return {
    async forgotPassword(caller: Caller, email: string): Promise<void> {
      await guard.mail(caller.address, email);
      await Promise.all([mailLink(caller, email), clock.sleep(ANSWERS_AFTER_MS)]);
      mail.wake();
    },

    /** Signs out everywhere. @throws Fault link_expired, invalid_request (a weak password) */
    async resetPassword(caller: Caller, { token, password }: { token: string; password: string }): Promise<void> {
      await guard.attempt(caller.address, `link:${token}`);
      const { email } = await links.look(db.query(SYSTEM), token, "reset-password");
      assertGoodPassword(password, email ?? "");
      const hash = await hashPassword(password);
      const person = await db.transaction(SYSTEM, async (tx) => {
        const { userId } = await links.use(tx, token, "reset-password");
        const found = userId === null ? undefined : await findById(tx, userId);
        if (!found) throw new Fault("link_expired");
        await setPassword(tx, { userId: found.id, hash, now: clock.now() });
        await tx.delete(authSessions).where(eq(authSessions.userId, found.id));
        await endMailedLinks(tx, found.id);
        await endHalfSignIns(tx, found.id);
        // Whoever opened the link holds the mailbox.
        if (found.email === email)
          await tx.update(authUsers).set({ emailVerified: true }).where(eq(authUsers.id, found.id));
        await mail.enqueue(tx, SYSTEM, passwordChangedMail(found));
        return found;
      });
      mail.wake();
      ground.live.signedOut(person.id);
      await recordForPerson(
        ground,
        { caller, doer: person },
        {
          action: "person.password-changed",
          after: { with: "a mailed link" },
        },
      );
    },

    /** For a new account's address, or for the new address of one. @throws Fault link_expired, already_exists */
    async verifyEmail(caller: Caller, token: string): Promise<{ email: string }> {
      await guard.attempt(caller.address, `link:${token}`);
      const q = db.query(SYSTEM);
      const changed = await links.look(q, token, "change-email").catch(undefinedIfExpired);
      const purpose = changed ? "change-email" : "verify-email";
      const { email, person } = await db.transaction(SYSTEM, async (tx) => {
        const { userId, email } = await links.use(tx, token, purpose);
        const person = userId === null ? undefined : await findById(tx, userId);
        if (!person || email === null || (!changed && person.email !== email)) throw new Fault("link_expired");
        const taken = await findByEmail(tx, email);
        if (taken && taken.id !== person.id) {
          throw new Fault("already_exists", "This address has another account meanwhile. Sign in with it instead.");
        }
        await tx
          .update(authUsers)
          .set({ email, emailVerified: true, updatedAt: new Date(clock.now()) })
          .where(eq(authUsers.id, person.id));
        if (changed) {
          await endMailedLinks(tx, person.id);
          await mail.enqueue(tx, SYSTEM, emailChangedMail(person, email));
        }
        return { email, person };
      });
      if (changed) {
        mail.wake();
        const change = { before: { email: person.email }, after: { email } };
        await recordForPerson(ground, { caller, doer: person }, { action: "person.email-changed", ...change });
      }
      return { email };
    },

    /** Once more, for who is signed in and has not confirmed yet. @throws Fault conflict where no mail goes out, rate_limited */
    async mailVerification(caller: Caller, userId: string): Promise<void> {
      const person = await findById(db.query(SYSTEM), userId);
      const base = ground.linkBase(caller);
      if (!person || person.emailVerified) return;
      if (!mail.canSend) throw new Fault("conflict", "This server sends no mail yet: there is no link to wait for.");
      if (base === null) throw new Fault("conflict", "This server cannot mail links: PARLEY_PUBLIC_URL is not set.");
      await guard.mail(caller.address, person.email);
      await db.transaction(SYSTEM, async (tx) => {
        const { token } = await links.make(tx, { purpose: "verify-email", userId, email: person.email });
        await mail.enqueue(tx, SYSTEM, verifyMail(person, `${base}/verify-email?token=${token}`));
      });
      mail.wake();
    },
  };
}

function undefinedIfExpired(error: unknown): undefined {
  if (error instanceof Fault && error.code === "link_expired") return undefined;
  throw error;
}
