import type { AgentSettings } from "@parley/contracts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareSettings } from "./compare-settings.ts";
import { diffText } from "./diff-text.ts";
import { changedNames, mergeSettings } from "./merge-settings.ts";

const side = (segments: ReturnType<typeof diffText>, without: "added" | "removed") =>
  segments
    .filter(({ type }) => type !== without)
    .map(({ text }) => text)
    .join("");

describe("two texts compared", () => {
  it("tells word by word what changed", () => {
    expect(diffText("We open at nine on Mondays.", "We open at ten on Mondays.")).toEqual([
      { type: "same", text: "We open at " },
      { type: "removed", text: "nine" },
      { type: "added", text: "ten" },
      { type: "same", text: " on Mondays." },
    ]);
  });

  it("is whole: the removed with the same is the one, the added with the same is the other", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "ä", "日", " ", "\n", ".", "🙂", "ع"), maxLength: 60 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const segments = diffText(one, other);
        expect(side(segments, "added")).toBe(one);
        expect(side(segments, "removed")).toBe(other);
      }),
    );
  });

  it("does not take long on long texts", () => {
    const [one, other] = ["word ".repeat(3_000), "other ".repeat(3_000)];
    expect(side(diffText(one, other), "added")).toBe(one);
  });
});

describe("settings compared", () => {
  const days = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] };
  const before: AgentSettings = {
    name: "Rose",
    suggestions: ["Hours?", "Prices?"],
    hours: { timeZone: "UTC", days },
  };

  it("says what changed where: lists by items, hours by day", () => {
    const after = mergeSettings(before, {
      suggestions: ["Hours?", "Parking?"],
      tone: "formal",
      hours: { timeZone: "UTC", days: { ...days, monday: [{ from: "09:00", to: "17:00" }] } },
    });
    const changes = compareSettings(before, after);
    expect(changes.map(({ field }) => field)).toEqual(["tone", "suggestions", "hours.days.monday"]);
    expect(changes[1]?.items).toEqual({ added: ["Parking?"], removed: ["Prices?"] });
    expect(changes[2]?.items).toEqual({ added: ["09:00–17:00"], removed: [] });
  });

  it("null takes a setting away, nothing leaves it, and the order of keys means nothing", () => {
    expect(mergeSettings(before, { suggestions: null })).not.toHaveProperty("suggestions");
    expect(mergeSettings(before, {})).toEqual(before);
    const turned: AgentSettings = { suggestions: before.suggestions, hours: before.hours, name: "Rose" };
    expect(changedNames(before, turned)).toEqual([]);
  });
});
