/** From hours to the numbers of a period and to its days. Pure. */
import type { Home, HomeNumbers } from "@parley/contracts";
import type { ZoneDays } from "./days.ts";
import type { Facts, Periods } from "./read-facts.ts";
import type { Counted } from "./sources.ts";

type Hours = readonly (Counted & { hour: number })[];

export function numbersOf(facts: Pick<Facts, "hours" | "ratingsNow" | "ratingsBefore">, periods: Periods): HomeNumbers {
  // The hour in which the period begins may lie astride its beginning: it counts where it began.
  const now = total(facts.hours.filter(({ hour }) => hour >= periods.now.from));
  const before = total(facts.hours.filter(({ hour }) => hour < periods.now.from));
  const both = (key: keyof Counted) => ({ now: now[key], before: before[key] });
  const [asked, askedBefore] = [questionsOf(now), questionsOf(before)];
  return {
    conversations: both("conversations"),
    questions: { now: asked, before: askedBefore },
    answered: both("answered"),
    unanswered: both("unanswered"),
    answeredShare: { now: share(now.answered, asked), before: share(before.answered, askedBefore) },
    personAsked: both("personAsked"),
    ratedUp: { now: facts.ratingsNow.up, before: facts.ratingsBefore.up },
    ratedDown: { now: facts.ratingsNow.down, before: facts.ratingsBefore.down },
  };
}

/** One for each of the last `count` days, also for those on which nothing happened. */
export function daysOf(hours: Hours, zone: ZoneDays, { at, count }: { at: number; count: number }): Home["days"] {
  const byDay = Map.groupBy(hours, ({ hour }) => zone.dayOf(hour));
  return Array.from({ length: count }, (_, index) => {
    // Noon: whatever the clocks did in the night, it is on that day.
    const day = zone.dayOf(zone.startOf(at, count - 1 - index) + 12 * 3_600_000);
    const sum = total(byDay.get(day) ?? []);
    return { day, conversations: sum.conversations, questions: questionsOf(sum), answered: sum.answered };
  });
}

const MOST_AGENTS = 50;
const HOUR_MS = 3_600_000;

/** Newest activity first: when visitors last talked to it, else when it was last changed. */
export function agentsOf(facts: Pick<Facts, "agents" | "agentsNow" | "agentsBefore">): Home["agents"] {
  const before = new Map(facts.agentsBefore.map((counted) => [counted.agentId, counted]));
  const now = new Map(facts.agentsNow.map((counted) => [counted.agentId, counted]));
  // Counted by the hour: its end, so that who was talked to a moment ago comes before who was changed since.
  const lastAt = ({ id, updatedAt }: Facts["agents"][number]) => {
    const last = now.get(id) ?? before.get(id);
    return last ? last.lastHour + HOUR_MS : updatedAt;
  };
  return facts.agents
    .toSorted((a, b) => lastAt(b) - lastAt(a))
    .slice(0, MOST_AGENTS)
    .map(({ id, name, logoUrl }) => {
      const counted = now.get(id) ?? nothing;
      const conversations = { now: counted.conversations, before: before.get(id)?.conversations ?? 0 };
      return { id, name, logoUrl, conversations, questions: questionsOf(counted), answered: counted.answered };
    });
}

const nothing: Counted = { conversations: 0, answered: 0, unanswered: 0, personAsked: 0 };

function total(counted: readonly Counted[]): Counted {
  const sum = { ...nothing };
  for (const one of counted) {
    sum.conversations += one.conversations;
    sum.answered += one.answered;
    sum.unanswered += one.unanswered;
    sum.personAsked += one.personAsked;
  }
  return sum;
}

const questionsOf = ({ answered, unanswered }: Counted) => answered + unanswered;
const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
