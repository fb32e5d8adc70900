/** The first screen: what happened, what needs attention, and how far a new organization has come. */
import type { Home } from "@parley/contracts";
import type { Clock, Database, Scope } from "../../platform/index.ts";
import { type ZoneDays, zoneDays } from "./days.ts";
import { findAttention, findStart } from "./find-attention.ts";
import { type Periods, readFacts } from "./read-facts.ts";
import type { HomeSources } from "./sources.ts";
import { agentsOf, daysOf, numbersOf } from "./sum-up.ts";

export interface HomeDeps {
  db: Database;
  clock: Clock;
  sources: HomeSources;
}

export function createHome({ db, clock, sources }: HomeDeps) {
  return {
    /** @throws Fault invalid_request for a time zone that is none. */
    async look(scope: Scope, { days, timeZone }: { days: number; timeZone: string }): Promise<Home> {
      const at = clock.now();
      const zone = zoneDays(timeZone);
      const periods = periodsOf(zone, at, days);
      const facts = await readFacts({ db, sources }, scope, periods);
      const mayRead = scope.permissions.has("conversations:read");
      return {
        numbers: mayRead ? numbersOf(facts, periods) : null,
        days: mayRead ? daysOf(facts.hours, zone, { at, count: days * 2 }) : [],
        agents: mayRead ? agentsOf(facts) : [],
        attention: findAttention(facts, at),
        start: findStart(facts),
      };
    },
  };
}

export type HomeRoom = ReturnType<typeof createHome>;

function periodsOf(zone: ZoneDays, at: number, days: number): Periods {
  const start = zone.startOf(at, days - 1);
  return { before: { from: zone.startOf(at, days * 2 - 1), to: start }, now: { from: start, to: at + 1 } };
}
