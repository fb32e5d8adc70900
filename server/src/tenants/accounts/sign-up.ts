/** New people, as far as this server lets them in. The answer is the same for new and for known addresses. */
import { createHash } from "node:crypto";
import { Fault } from "@parley/contracts";
import { eq, gt, isNull, and, SYSTEM, type Tx } from "../../platform/index.ts";
import { acceptInvitation, announceAccepted, assertOpen, findInvited } from "../members/accept-invitation.ts";
import { invitations } from "../members/tables.ts";
import type { Ground } from "./account-deps.ts";
import type { Caller } from "./auth-door.ts";
import { describeDevice } from "./device.ts";
import { accountExistsMail, verifyMail } from "./mails.ts";
import { assertGoodPassword, hashPassword } from "./passwords.ts";
import { createOwnOrganization, createPerson, findByEmail, type Person } from "./people.ts";
import { authUsers } from "./tables.ts";

export interface SignUp {
  name: string;
  email: string;
  password: string;
  organization?: string | undefined;
  invitation?: string | undefined;
}

/** Both kinds of answer take at least this long, so that their time tells nothing. */
const ANSWERS_AFTER_MS = 400;

export function createSignUp(ground: Ground) {
  const { db, clock, guard, mail, signUp: mode } = ground;

  /** @throws Fault not_found, link_expired, forbidden */
  async function assertInvited(tx: Tx, token: string, email: string): Promise<void> {
    const invited = await findInvited(tx, token);
    assertOpen(invited, clock.now());
    if (invited.email !== email) {
      throw new Fault("forbidden", `This invitation is for ${invited.email}.`, { field: "email" });
    }
    const hash = createHash("sha256").update(token).digest("hex");
    if (mode === "closed" && !(await invitesForServer(tx, eq(invitations.hash, hash)))) throw closed();
  }

  /** Gives the number of the organization whose invitation was accepted. */
  async function create(tx: Tx, caller: Caller, input: SignUp & { hash: string }): Promise<number | undefined> {
    const { name, email, invitation } = input;
    // Where no mail goes out, an invitation was shown to who invites: nobody has proven that the address is theirs.
    const emailVerified = invitation !== undefined && mail.canSend;
    const person = await createPerson(tx, clock.now(), { name, email, passwordHash: input.hash, emailVerified });
    const from = { address: caller.address, client: describeDevice(caller.userAgent).device };
    let joined: number | undefined;
    if (invitation !== undefined) {
      const parts = { clock, ...ground.tenants };
      joined = (await acceptInvitation(parts, tx, { token: invitation, user: { ...person, from } })).organization;
    } else {
      const organization = input.organization ?? `${name}'s organization`.slice(0, 120);
      await createOwnOrganization(ground, tx, { userId: person.id, name: organization });
    }
    if (!person.emailVerified && ground.confirms) await askToVerify(tx, caller, person);
    return joined;
  }

  async function askToVerify(tx: Tx, caller: Caller, person: Person): Promise<void> {
    const base = ground.linkBase(caller);
    if (base === null) return;
    const { token } = await ground.links.make(tx, { purpose: "verify-email", userId: person.id, email: person.email });
    await mail.enqueue(tx, SYSTEM, verifyMail(person, `${base}/verify-email?token=${token}`));
  }

  async function tellOwnerOf(email: string): Promise<boolean> {
    const known = await findByEmail(db.query(SYSTEM), email);
    if (!known) return false;
    await db.transaction(SYSTEM, (tx) => mail.enqueue(tx, SYSTEM, accountExistsMail(known)));
    return true;
  }

  async function work(caller: Caller, input: SignUp): Promise<void> {
    const hash = await hashPassword(input.password);
    if (await tellOwnerOf(input.email)) return;
    try {
      const joined = await db.transaction(SYSTEM, (tx) => create(tx, caller, { ...input, hash }));
      if (joined !== undefined) announceAccepted(ground.live, joined);
    } catch (error) {
      // Somebody was quicker with the same address.
      if (!(error instanceof Fault && error.code === "already_exists")) throw error;
    }
  }

  return {
    /** @throws Fault forbidden (closed), invalid_request (a weak password), and those of the invitation */
    async signUp(caller: Caller, input: SignUp): Promise<{ next: "confirm" | "sign-in" }> {
      const { email, invitation } = input;
      if (invitation === undefined && mode !== "open") throw closed();
      assertGoodPassword(input.password, email);
      await guard.mail(caller.address, email);
      if (invitation !== undefined) await db.transaction(SYSTEM, (tx) => assertInvited(tx, invitation, email));
      await Promise.all([work(caller, input), clock.sleep(ANSWERS_AFTER_MS)]);
      mail.wake();
      return { next: ground.confirms && invitation === undefined ? "confirm" : "sign-in" };
    },

    askToVerify,

    /** Whether Google or GitHub may bring somebody new: open to all, or invited by name. */
    async mayJoin({ email, emailVerified }: Pick<Person, "email" | "emailVerified">): Promise<boolean> {
      if (mode === "open") return true;
      if (!emailVerified) return false;
      const pending = and(
        eq(invitations.email, email.toLowerCase()),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, new Date(clock.now())),
      );
      if (mode === "closed") return db.transaction(SYSTEM, (tx) => invitesForServer(tx, pending));
      const found = await db.query(SYSTEM).select({ id: invitations.id }).from(invitations).where(pending).limit(1);
      return found.length > 0;
    },

    /** Whom Google or GitHub brought: with an organization of their own, or to the invitation that waits for them. */
    async welcome({ id, name }: { id: string; name: string }): Promise<void> {
      if (mode !== "open") return;
      const organization = `${name || "My"}'s organization`.slice(0, 120);
      await db.transaction(SYSTEM, (tx) => createOwnOrganization(ground, tx, { userId: id, name: organization }));
    },
  };
}

/** Where sign-up is closed, only who runs the server brings in new people. */
async function invitesForServer(tx: Tx, which: ReturnType<typeof and>): Promise<boolean> {
  const rows = await tx
    .select({ inviterId: invitations.inviterId, serverAdmin: authUsers.serverAdmin })
    .from(invitations)
    .leftJoin(authUsers, eq(authUsers.id, invitations.inviterId))
    .where(which);
  return rows.some(({ inviterId, serverAdmin }) => serverAdmin === true || inviterId === "server-admin");
}

const closed = () =>
  new Fault("forbidden", "New accounts are closed on this server. Ask the person who runs it to invite you.");
