/** Days as people in one time zone live them. */
import { Fault } from "@parley/contracts";

export interface ZoneDays {
  /** `2026-03-29`, of a moment in milliseconds since 1970. */
  dayOf(at: number): string;
  /** The moment at which the day begins that lies `back` days before the day of `at`. */
  startOf(at: number, back: number): number;
}

const DAY_MS = 24 * 3_600_000;

/** @throws Fault invalid_request for a zone that is none. */
export function zoneDays(timeZone: string): ZoneDays {
  const format = formatIn(timeZone);

  /** What clocks in the zone show, as if it were UTC. */
  function wallClock(at: number): number {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const [year = 0, month = 1, day = 1] = [parts.get("year"), parts.get("month"), parts.get("day")];
    return Date.UTC(year, month - 1, day, parts.get("hour"), parts.get("minute"), parts.get("second"));
  }

  return {
    dayOf: (at) => new Date(wallClock(at)).toISOString().slice(0, 10),
    startOf(at, back) {
      const midnight = Math.floor(wallClock(at) / DAY_MS) * DAY_MS - back * DAY_MS;
      // The offset at midnight may differ from the one now: the second guess is made with the first one's.
      let moment = midnight;
      for (let guess = 0; guess < 2; guess += 1) moment = midnight - (wallClock(moment) - moment);
      return moment;
    },
  };
}

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const numeric = "numeric" as const;
  try {
    return new Intl.DateTimeFormat("en-GB", {
      timeZone,
      hourCycle: "h23",
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
      second: numeric,
    });
  } catch (cause) {
    throw new Fault("invalid_request", "There is no such time zone. Send a name such as Europe/Berlin.", {
      field: "timeZone",
      cause,
    });
  }
}
