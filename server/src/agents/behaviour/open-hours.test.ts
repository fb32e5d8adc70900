import { agentHours } from "@parley/contracts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isOpen, nextOpening } from "./open-hours.ts";

const hours = agentHours.parse({
  timeZone: "Europe/Berlin",
  days: {
    monday: [
      { from: "09:00", to: "12:00" },
      { from: "13:00", to: "18:00" },
    ],
    friday: [{ from: "20:00", to: "02:00" }],
  },
});
/** Monday 16 November 2026 and the days after it; Berlin is an hour before UTC. */
const at = (day: number, time: string) => Date.parse(`2026-11-${16 + day}T${time}:00+01:00`);

describe("hours in which people are there", () => {
  it.each([
    [0, "08:59", false],
    [0, "09:00", true],
    [0, "12:00", false],
    [0, "17:59", true],
    [4, "19:59", false],
    [4, "23:30", true],
    [5, "01:59", true],
    [5, "02:00", false],
  ])("day %i at %s: %s", (day, time, open) => expect(isOpen(hours, at(day, time))).toBe(open));

  it.each([
    [0, "08:00", "Monday"],
    [0, "12:30", "Monday"],
    [0, "18:00", "Friday"],
    [5, "03:00", "Monday"],
  ])("after day %i at %s they are there on %s", (day, time, name) =>
    expect(nextOpening(hours, at(day, time), "en")).toContain(name),
  );

  it("says the time as the language does, and nothing where nobody ever comes", () => {
    expect(nextOpening(hours, at(0, "12:30"), "de")).toBe("Montag, 13:00");
    expect(nextOpening(hours, at(0, "12:30"), "en")).toBe("Monday 1:00 PM");
    expect(nextOpening(agentHours.parse({ timeZone: "UTC", days: {} }), 0, "en")).toBeNull();
  });

  it("hold in every zone, over changes of the clock too", () => {
    const zones = ["Asia/Kolkata", "America/New_York", "Pacific/Auckland", "UTC"];
    const always = (timeZone: string) =>
      agentHours.parse({
        timeZone,
        days: Object.fromEntries(Object.keys(hours.days).map((day) => [day, [{ from: "00:00", to: "24:00" }]])),
      });
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 4_102_444_800_000 }), (zone, now) =>
        isOpen(always(zone), now),
      ),
    );
  });
});
