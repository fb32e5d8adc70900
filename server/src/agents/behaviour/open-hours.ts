import { type AgentHours, type Weekday, weekdays } from "@parley/contracts";

/** Whether people are there at this moment. `now` in milliseconds since 1970. */
export function isOpen(hours: AgentHours, now: number): boolean {
  const { day, minute } = localTime(hours.timeZone, now);
  const isIn = (name: Weekday, at: number) =>
    hours.days[name].some(({ from, to }) => {
      const [start, end] = [minutes(from), minutes(to)];
      return at >= start && at < (end <= start ? end + DAY : end);
    });
  // What began yesterday may go on past midnight.
  return isIn(nameOf(day), minute) || isIn(nameOf(day - 1), minute + DAY);
}

/** When they are there next, as people say it: "Monday 09:00"; null when never. */
export function nextOpening(hours: AgentHours, now: number, language: string): string | null {
  const { day, minute } = localTime(hours.timeZone, now);
  for (let ahead = 0; ahead <= 7; ahead += 1) {
    const starts = hours.days[nameOf(day + ahead)]
      .map(({ from }) => minutes(from))
      .filter((start) => ahead > 0 || start > minute)
      .sort((one, other) => one - other);
    const first = starts[0];
    if (first !== undefined) return say((day + ahead) % 7, first, language);
  }
  return null;
}

/** A weekday and a time of no date in particular; 5 January 1970 was a Monday. */
function say(day: number, minute: number, language: string): string {
  const at = new Date(Date.UTC(1970, 0, 5 + day, 0, minute));
  const options = { weekday: "long", hour: "numeric", minute: "2-digit", timeZone: "UTC" } as const;
  try {
    return new Intl.DateTimeFormat(language, options).format(at);
  } catch {
    return new Intl.DateTimeFormat("en", options).format(at);
  }
}

/** `day`: 0 for Monday. */
export function localTime(timeZone: string, now: number): { day: number; minute: number } {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "long",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(now);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  const day = weekdays.findIndex((name) => name === part("weekday").toLowerCase());
  return { day: Math.max(0, day), minute: Number(part("hour")) * 60 + Number(part("minute")) };
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function nameOf(day: number): Weekday {
  return weekdays[(day + 14) % 7] ?? "monday";
}

const DAY = 1_440;
