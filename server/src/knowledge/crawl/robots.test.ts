import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseRobots } from "./robots.ts";

const allows = (text: string, path: string) => parseRobots(text).allows(`https://a.example${path}`);

describe("robots.txt", () => {
  it("takes the group of its own, else that of all", () => {
    const text =
      "User-agent: *\nDisallow: /\n\nUser-agent: OtherBot\nUser-agent: parleybot/1.0\nDisallow: /private\nCrawl-delay: 3\n";
    expect(allows(text, "/shop")).toBe(true);
    expect(allows(text, "/private/x")).toBe(false);
    expect(parseRobots(text).crawlDelayS).toBe(3);
    expect(parseRobots(text, "SomeBot").allows("https://a.example/shop")).toBe(false);
  });

  it.each([
    ["Disallow: /a\nAllow: /a/b", "/a/b/c", true],
    ["Disallow: /a/b\nAllow: /a", "/a/b/c", false],
    ["Disallow: /a\nAllow: /a", "/a", true],
    ["Disallow: /*.pdf$", "/x/y.pdf", false],
    ["Disallow: /*.pdf$", "/x/y.pdf?z", true],
    ["Disallow: /x$", "/x", false],
    ["Disallow: /x$", "/xy", true],
    ["Disallow: *?", "/x?y", false],
    ["Disallow:", "/x", true],
    ["Disallow: /caf%C3%A9", "/café", false],
    ["Disallow: /~me", "/%7Eme/", false],
    ["Disallow: / # all of it", "/x", false],
    ["Disallow: /", "/robots.txt", true],
    ["", "/x", true],
  ])("%j for %s: %s", (rules, path, allowed) => expect(allows(`User-agent: *\n${rules}`, path)).toBe(allowed));

  it("joins groups, ignores rules before any, and reads every kind of line end", () => {
    expect(allows("Disallow: /\nUser-agent: *\rDisallow: /a\r\n\nuser-agent : *\n disallow : /b", "/b")).toBe(false);
    expect(allows("Disallow: /\nUser-agent: *\rDisallow: /a", "/b")).toBe(true);
  });

  it("finds sitemaps wherever they stand", () => {
    expect(
      parseRobots("Sitemap: https://a.example/one.xml\nUser-agent: x\nDisallow: /\nsitemap:/two.xml").sitemaps,
    ).toEqual(["https://a.example/one.xml", "/two.xml"]);
  });

  it("lets the longest rule win, and survives anything", () => {
    const path = fc
      .array(fc.constantFrom("/", "a", "b", "*", "$"), { minLength: 1, maxLength: 6 })
      .map((parts) => `/${parts.join("")}`);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), path), { maxLength: 6 }), path, (rules, raw) => {
        const target = raw.replace(/[*$]/g, "c");
        const text = `User-agent: *\n${rules.map(([allow, rule]) => `${allow ? "Allow" : "Disallow"}: ${rule}`).join("\n")}`;
        const matching = rules.filter(([, rule]) => {
          const anchored = rule.endsWith("$");
          const source = (anchored ? rule.slice(0, -1) : rule).replace(/[$]/g, "\\$").replace(/\*/g, ".*");
          return new RegExp(`^${source}${anchored ? "$" : ""}`).test(target);
        });
        const most = Math.max(0, ...matching.map(([, rule]) => rule.length));
        const best = matching.filter(([, rule]) => rule.length === most);
        expect(allows(text, target)).toBe(best.length === 0 || best.some(([allow]) => allow));
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => void parseRobots(text).allows("https://a.example/x")));
  });

  it("holds nobody up, however long a line is", () => {
    const long = " ".repeat(500_000);
    expect(parseRobots(`user-agent: *\ndisallow: /a${long}b`).allows("https://a.example/a")).toBe(true);
    expect(parseRobots(`${"a".repeat(200_000)}${long}`).allows("https://a.example/a")).toBe(true);
  });
});
