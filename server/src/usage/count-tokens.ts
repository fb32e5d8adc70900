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
  /** Told when counts could not be written; they are kept and written later. */
  report: (error: unknown) => void;
}

interface Count {
  scope: Scope;
  day: string;
  subject: string;
  kind: Kind;
  amount: number;
}

/** What budgets are held against. A model that is cut off counts with what it will have cost. */
const TOKENS = "model-tokens";
/** Kept for agents alone, and only reported. */
export type Kind = typeof TOKENS | "turns" | "input-tokens" | "output-tokens" | "embedding-tokens";
export const agentSubject = (agentId: string) => `agent:${agentId}`;
/** Every answer of an agent counts in one row: written one by one, answers would wait for each other. */
const WRITE_EVERY_MS = 1_000;
/** What other processes have spent is seen this late. */
const FRESH_MS = 2_000;
const MOST_KNOWN = 20_000;

/** Counts in memory and writes once a second: a killed process forgets at most that second. */
export function createUsage({ db, clock, report }: UsageDeps) {
  const known = new Map<string, { tokens: number; until: number }>();
  let unwritten = new Map<string, Count>();
  let writing = Promise.resolve();
  let endWriting: (() => void) | undefined;

  const today = () => new Date(clock.now()).toISOString().slice(0, 10);
  const keyOf = ({ scope, day, subject, kind }: Omit<Count, "amount">) =>
    `${scope.organization}/${day}/${subject}/${kind}`;
  const tokensOf = (scope: Scope, day: string, subject: string) => keyOf({ scope, day, subject, kind: TOKENS });

  async function read(scope: Scope, day: string, subjects: readonly string[]): Promise<void> {
    const stale = subjects.filter((subject) => (known.get(tokensOf(scope, day, subject))?.until ?? 0) <= clock.now());
    if (stale.length === 0) return;
    const rows = await db
      .query(scope)
      .select({ subject: usageCounters.subject, tokens: usageCounters.amount })
      .from(usageCounters)
      .where(
        and(
          eq(usageCounters.organization, scope.organization),
          eq(usageCounters.day, day),
          inArray(usageCounters.subject, stale),
          eq(usageCounters.kind, TOKENS),
        ),
      );
    if (known.size > MOST_KNOWN) known.clear();
    const found = new Map(rows.map((row) => [row.subject, row.tokens]));
    const until = clock.now() + FRESH_MS;
    for (const subject of stale) known.set(tokensOf(scope, day, subject), { tokens: found.get(subject) ?? 0, until });
  }

  /** What was counted here since the last reading is in `unwritten`, or was added to `known` when it was written. */
  function spent(scope: Scope, day: string, subject: string): number {
    const key = tokensOf(scope, day, subject);
    return (known.get(key)?.tokens ?? 0) + (unwritten.get(key)?.amount ?? 0);
  }

  function count(counted: Count): void {
    const key = keyOf(counted);
    unwritten.set(key, { ...counted, amount: (unwritten.get(key)?.amount ?? 0) + counted.amount });
  }

  async function write(): Promise<void> {
    const order = ({ subject, kind }: Count) => `${subject}/${kind}`;
    const counts = [...unwritten.values()].toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
    unwritten = new Map();
    for (const { scope, day, subject, kind, amount } of counts) {
      const seen = kind === TOKENS ? known.get(tokensOf(scope, day, subject)) : undefined;
      if (seen) seen.tokens += amount;
    }
    const organizations = Map.groupBy(counts, ({ scope }) => scope.organization);
    for (const own of organizations.values()) {
      await store(own).catch((error: unknown) => {
        for (const one of own) count(one);
        report(error);
      });
    }
  }

  async function store(counts: readonly Count[]): Promise<void> {
    const [first] = counts;
    if (!first) return;
    await db
      .query(first.scope)
      .insert(usageCounters)
      .values(counts.map(({ scope, ...counted }) => ({ organization: scope.organization, ...counted })))
      .onConflictDoUpdate({
        target: [usageCounters.organization, usageCounters.day, usageCounters.subject, usageCounters.kind],
        set: { amount: sql`${usageCounters.amount} + excluded.amount` },
      });
  }

  const flush = (): Promise<void> => (writing = writing.then(write));

  return {
    /** True while none of the budgets is used up. */
    async withinBudget(scope: Scope, budgets: readonly TokenBudget[]): Promise<boolean> {
      const day = today();
      await read(
        scope,
        day,
        budgets.map(({ subject }) => subject),
      );
      return budgets.every(({ subject, perDay }) => spent(scope, day, subject) < perDay);
    },

    /** Adds tokens to every subject of the list. Counts here at once, and for other processes within seconds. */
    addTokens(scope: Scope, subjects: readonly string[], tokens: number): void {
      if (tokens <= 0) return;
      const day = today();
      for (const subject of new Set(subjects)) count({ scope, day, subject, kind: TOKENS, amount: tokens });
    },

    /** What an embedding model read of an agent's passages. */
    addEmbedded(scope: Scope, agentId: string, tokens: number): void {
      if (tokens <= 0) return;
      count({ scope, day: today(), subject: agentSubject(agentId), kind: "embedding-tokens", amount: tokens });
    },

    /** One answer of an agent, and what its model read and wrote. */
    addTurn(scope: Scope, agentId: string, tokens: { inputTokens: number; outputTokens: number }): void {
      const counted = { scope, day: today(), subject: agentSubject(agentId) };
      count({ ...counted, kind: "turns", amount: 1 });
      if (tokens.inputTokens > 0) count({ ...counted, kind: "input-tokens", amount: tokens.inputTokens });
      if (tokens.outputTokens > 0) count({ ...counted, kind: "output-tokens", amount: tokens.outputTokens });
    },

    /** Writes what was counted so far. */
    write: flush,

    start(): void {
      endWriting = clock.every(WRITE_EVERY_MS, () => void (unwritten.size > 0 && flush()));
    },

    async stop(): Promise<void> {
      endWriting?.();
      await flush();
    },
  };
}

export type Usage = ReturnType<typeof createUsage>;
