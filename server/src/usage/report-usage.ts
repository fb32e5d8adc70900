import type { UsageReport } from "@parley/contracts";
import { type Database, type Scope, sql } from "../platform/index.ts";
import type { Kind } from "./count-tokens.ts";

interface Counted {
  turns: number;
  inputTokens: number;
  outputTokens: number;
}

interface Row extends Record<string, unknown> {
  /** Null in the rows of agents. */
  day: string | null;
  /** Null in the rows of days. */
  subject: string | null;
  kind: Kind;
  amount: number | string;
  /** Of the amount, what was used today. */
  today: number | string;
}

export interface ReportDeps {
  db: Database;
  limits: UsageReport["limits"];
  /** Names of agents; those that are gone are not in it. */
  nameAgents: (scope: Scope) => Promise<ReadonlyMap<string, string>>;
}

const DAY_MS = 24 * 3_600_000;

/** The last `days` days (UTC), the present one included, as far as it is written: to a second. */
export async function reportUsage(
  { db, limits, nameAgents }: ReportDeps,
  scope: Scope,
  { days, now }: { days: number; now: number },
): Promise<UsageReport> {
  const wanted = Array.from({ length: days }, (_, at) =>
    new Date(now - (days - 1 - at) * DAY_MS).toISOString().slice(0, 10),
  );
  const [rows, names] = await Promise.all([readAgents(db, scope, wanted), nameAgents(scope)]);
  const byDay = Map.groupBy(rows, ({ day }) => day?.slice(0, 10) ?? null);
  const byAgent = Map.groupBy(rows, ({ subject }) => subject?.slice("agent:".length) ?? null);
  const agents = [...byAgent].flatMap(([id, own]) => (id === null ? [] : [{ id, own }]));
  return {
    days: wanted.map((day) => ({ day, ...sum(byDay.get(day) ?? []) })),
    total: sum(rows.filter(({ day }) => day !== null)),
    agents: agents.map(({ id, own }) => ({
      id,
      name: names.get(id) ?? id,
      ...sum(own),
      tokensToday: own.reduce((all, row) => all + (row.kind === "model-tokens" ? Number(row.today) : 0), 0),
    })),
    limits,
  };
}

/** Summed up by day and by agent. Looked up day by day: beside the agents, a day may hold thousands of visitors. */
function readAgents(db: Database, scope: Scope, days: readonly string[]): Promise<Row[]> {
  return db.query(scope).execute<Row>(sql`
    select u.day::text as day, u.subject, u.kind, sum(u.amount)::bigint as amount,
      coalesce(sum(u.amount) filter (where u.day = ${days.at(-1) ?? ""}::date), 0)::bigint as today
    from jsonb_array_elements_text(${JSON.stringify(days)}::jsonb) as wanted(day)
    cross join lateral (
      select * from usage_counters where organization = ${scope.organization}::int and day = wanted.day::date
        and subject >= 'agent:' and subject < 'agent;' offset 0
    ) u group by grouping sets ((u.day, u.kind), (u.subject, u.kind))`);
}

function sum(rows: readonly Row[]): Counted {
  return {
    turns: amount(rows, "turns"),
    inputTokens: amount(rows, "input-tokens"),
    outputTokens: amount(rows, "output-tokens"),
  };
}

const amount = (rows: readonly Row[], kind: Kind) =>
  rows.reduce((all, row) => all + (row.kind === kind ? Number(row.amount) : 0), 0);
