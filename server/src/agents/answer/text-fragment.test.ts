import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linkToText } from "./text-fragment.ts";

const quoted = (link: string) => link.split(":~:text=")[1]?.split(",").map(decodeURIComponent) ?? [];

describe("the address of a passage", () => {
  it("marks a short text whole, a long one from its first words to its last", () => {
    expect(linkToText("https://a.example/p", "Open on Sundays.")).toBe(
      "https://a.example/p#:~:text=Open%20on%20Sundays.",
    );
    expect(linkToText("https://a.example/p", "one two three four five six seven eight nine ten")).toBe(
      "https://a.example/p#:~:text=one%20two%20three%20four,seven%20eight%20nine%20ten",
    );
  });

  it("keeps an anchor that is there", () => {
    expect(linkToText("https://a.example/p#hours", "Open")).toBe("https://a.example/p#hours:~:text=Open");
  });

  it("hides what has a meaning in the directive", () => {
    expect(linkToText("https://a.example/", "a-b, c&d")).toBe("https://a.example/#:~:text=a%2Db%2C%20c%26d");
  });

  it("is the page's own address without words", () =>
    expect(linkToText("https://a.example/", " ")).toBe("https://a.example/"));

  it("counts signs where there are no spaces", () => {
    expect(
      quoted(linkToText("https://a.example/", "今日は休みです。明日は朝九時から夜八時まで開いています。")),
    ).toEqual(["今日は休みです。明日", "夜八時まで開いています。".slice(-10)]);
  });

  it("holds words of the text at its start and its end, and parses as an address", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme", minLength: 1 }), { minLength: 1, maxLength: 30 }), (words) => {
        const text = words.join(" ").toWellFormed();
        const link = linkToText("https://a.example/p?q=1", text);
        expect(() => new URL(link)).not.toThrow();
        const parts = quoted(link);
        expect(parts.length).toBeLessThanOrEqual(2);
        const plain = text.split(/\s+/u).filter(Boolean).join(" ");
        for (const part of parts) expect(plain).toContain(part.split(/\s+/u).filter(Boolean).join(" "));
      }),
    );
  });
});
