/** Links that open one thing, once: stored as hashes, so that whoever reads the database can open nothing. */
import { createHash, randomBytes } from "node:crypto";
import { Fault } from "@parley/contracts";
import { and, type Clock, eq, gt, isNull, type Query, type Tx } from "../../platform/index.ts";
import { authLinks, type LinkPurpose } from "./tables.ts";

const HOUR_MS = 3_600_000;
const lastsMs: Record<LinkPurpose, number> = {
  owner: 24 * HOUR_MS,
  "reset-password": HOUR_MS,
  "verify-email": 48 * HOUR_MS,
  "change-email": 24 * HOUR_MS,
};

export interface Link {
  userId: string | null;
  email: string | null;
  expiresAt: Date;
}

export interface NewLink {
  purpose: LinkPurpose;
  userId?: string;
  email?: string;
}

export function createLinks(clock: Clock) {
  const valid = (token: string, purpose: LinkPurpose) =>
    and(
      eq(authLinks.hash, digest(token)),
      eq(authLinks.purpose, purpose),
      isNull(authLinks.usedAt),
      gt(authLinks.expiresAt, new Date(clock.now())),
    );
  const columns = { userId: authLinks.userId, email: authLinks.email, expiresAt: authLinks.expiresAt };

  return {
    /** Gives the token, which is kept nowhere. A person's earlier links for the same thing stop working. */
    async make(tx: Tx, { purpose, userId, email }: NewLink): Promise<{ token: string; expiresAt: Date }> {
      const token = randomBytes(32).toString("base64url");
      const expiresAt = new Date(clock.now() + lastsMs[purpose]);
      if (userId !== undefined) {
        await tx.delete(authLinks).where(and(eq(authLinks.userId, userId), eq(authLinks.purpose, purpose)));
      }
      await tx
        .insert(authLinks)
        .values({ hash: digest(token), purpose, userId: userId ?? null, email: email ?? null, expiresAt });
      return { token, expiresAt };
    },

    /** @throws Fault link_expired for links that are wrong, old, used or for something else. */
    async look(q: Query, token: string, purpose: LinkPurpose): Promise<Link> {
      const [link] = await q.select(columns).from(authLinks).where(valid(token, purpose));
      if (!link) throw expired();
      return link;
    },

    /** Of two who come at once with one link, one gets it. @throws Fault link_expired as `look`. */
    async use(tx: Tx, token: string, purpose: LinkPurpose): Promise<Link> {
      const [link] = await tx
        .update(authLinks)
        .set({ usedAt: new Date(clock.now()) })
        .where(valid(token, purpose))
        .returning(columns);
      if (!link) throw expired();
      return link;
    },
  };
}

export type Links = ReturnType<typeof createLinks>;

const expired = () =>
  new Fault("link_expired", "This link is no longer valid: it has been used, or it is too old. Ask for a new one.");

const digest = (token: string) => createHash("sha256").update(token).digest("hex");
