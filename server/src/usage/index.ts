/** What is used, counted a day (UTC) at a time, and what may still be used. */
import { and, type Clock, type Database, eq, inArray, type Scope, sql } from "../platform/index.ts";
import { usageCounters } from "./tables.ts";

/** A subject and how many language-model tokens it may use a day. */
export interface TokenBudget {
  /** `visitor:vis_...`, `address:<digest>` or `agent:agt_...`. */
  subject: string;
  perDay: number;
}

export interface UsageDeps {
  db: Database;
  clock: Clock;
}

const TOKENS = "model-tokens";

export function createUsage({ db, clock }: UsageDeps) {
  const today = () => new Date(clock.now()).toISOString().slice(0, 10);

  return {
    /** True while none of the budgets is used up. */
    async withinBudget(scope: Scope, budgets: readonly TokenBudget[]): Promise<boolean> {
      const subjects = budgets.map((budget) => budget.subject);
      const rows = await db
        .query(scope)
        .select({ subject: usageCounters.subject, amount: usageCounters.amount })
        .from(usageCounters)
        .where(
          and(
            eq(usageCounters.organization, scope.organization),
            eq(usageCounters.day, today()),
            inArray(usageCounters.subject, subjects),
            eq(usageCounters.kind, TOKENS),
          ),
        );
      const used = new Map(rows.map((row) => [row.subject, row.amount]));
      return budgets.every((budget) => (used.get(budget.subject) ?? 0) < budget.perDay);
    },

    /** Adds tokens to every subject of the list. */
    async addTokens(scope: Scope, subjects: readonly string[], tokens: number): Promise<void> {
      if (tokens <= 0 || subjects.length === 0) return;
      const rows = [...new Set(subjects)]
        .sort()
        .map((subject) => ({ organization: scope.organization, day: today(), subject, kind: TOKENS, amount: tokens }));
      await db
        .query(scope)
        .insert(usageCounters)
        .values(rows)
        .onConflictDoUpdate({
          target: [usageCounters.organization, usageCounters.day, usageCounters.subject, usageCounters.kind],
          set: { amount: sql`${usageCounters.amount} + excluded.amount` },
        });
    },
  };
}

export type Usage = ReturnType<typeof createUsage>;
