/** What is one's own alone goes with the member, once the removal cannot be undone any more; what is shared stays. */
import { and, eq, type Jobs, type Scope, sql, SYSTEM, type Tx } from "../../platform/index.ts";
import type { Desk } from "../desk.ts";
import { members } from "../members/tables.ts";
import { savedViews } from "./tables.ts";

const QUEUE = "views.forget";

interface Forgetting {
  organization: number;
  userId: string;
}

export function forgettingViews({ db, jobs }: Desk & { jobs: Jobs }) {
  const ownOf = ({ organization, userId }: Forgetting) =>
    and(eq(savedViews.organization, organization), eq(savedViews.makerId, userId), eq(savedViews.shared, false));

  /** Of somebody who is a member again, nothing. */
  async function forgetOwn(gone: Forgetting): Promise<void> {
    const { organization, userId } = gone;
    const isMember = sql`exists (select 1 from ${members} where ${members.organization} = ${organization} and ${members.userId} = ${userId})`;
    await db
      .query(SYSTEM)
      .delete(savedViews)
      .where(and(ownOf(gone), sql`not ${isMember}`));
  }

  jobs.define<Forgetting>(QUEUE, { concurrency: 1, retryLimit: 10, expireInS: 300 }, forgetOwn);

  return {
    forgetOwn,

    /** Part of the transaction that takes the member out. */
    forgetOwnLater: (
      tx: Tx,
      { organization }: Scope,
      { userId, afterMs }: { userId: string; afterMs: number },
    ): Promise<void> =>
      jobs.send<Forgetting>(QUEUE, { organization, userId }, { startAfterS: Math.ceil(afterMs / 1_000), tx }),

    /** Safe to call twice. */
    async removeOfAgent(scope: Scope, agentId: string): Promise<void> {
      await db
        .query(scope)
        .delete(savedViews)
        .where(and(eq(savedViews.organization, scope.organization), eq(savedViews.agentId, agentId)));
    },
  };
}

/** For an account that is deleted; `tx` is the system's. What it shared stays, and is nobody's. */
export async function forgetEverywhere(tx: Tx, userId: string): Promise<void> {
  await tx.delete(savedViews).where(and(eq(savedViews.makerId, userId), eq(savedViews.shared, false)));
  await tx.update(savedViews).set({ makerId: null }).where(eq(savedViews.makerId, userId));
}
