import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultOfGlobs, matchGlob, whyUnwanted } from "./match-glob.ts";

describe("globs", () => {
  it.each([
    ["/docs/**", "/docs/a/b", true],
    ["/docs/**", "/docs", true],
    ["/docs/**", "/docsy", false],
    ["/docs/*", "/docs/a", true],
    ["/docs/*", "/docs/a/b", false],
    ["docs/*.html", "/docs/a.html", true],
    ["**/print", "/a/b/print", true],
    ["/search?q=*", "/search?q=tea", true],
    ["/a+(b)", "/a+(b)", true],
    ["/a+(b)", "/aab", false],
  ])("%s and %s: %s", (glob, path, matches) => expect(matchGlob(glob, path)).toBe(matches));

  it("say what is wanted: excluded never, else included or everything", () => {
    const url = "https://a.example/shop/x?page=2";
    expect(whyUnwanted(url, { include: [], exclude: [] })).toBeUndefined();
    expect(whyUnwanted(url, { include: ["/shop/*"], exclude: [] })).toBeUndefined();
    expect(whyUnwanted(url, { include: ["/docs/**"], exclude: [] })).toBeTypeOf("string");
    expect(whyUnwanted(url, { include: ["/shop/*"], exclude: ["*page=*", "/shop/x"] })).toBeTypeOf("string");
  });

  it("match as the same pattern written as a regular expression does", () => {
    const piece = fc.constantFrom("a", "b", "/", "*", "**", "?", ".");
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 8 }),
        fc.array(fc.constantFrom("a", "b", "/", "?", "."), { maxLength: 8 }),
        (pattern, text) => {
          const glob = `/${pattern.join("")}x`.replace(/\*{3,}/g, "**");
          const source = glob
            .split(/(\*+)/)
            .map((part) => (part === "*" ? "[^/]*" : part.startsWith("**") ? ".*" : part.replace(/[?.]/g, "\\$&")))
            .join("");
          const target = `/${text.join("")}x`;
          expect(matchGlob(glob, target)).toBe(new RegExp(`^${source}$`).test(target));
        },
      ),
    );
  });

  it("come to an end with the worst of patterns", () => {
    expect(matchGlob("*a".repeat(100), `/${"a".repeat(2_000)}b`)).toBe(false);
    const worst = Array.from({ length: 50 }, () => `${"**a".repeat(99)}b`);
    const url = `https://a.example/${"a".repeat(1_400)}`;
    expect(whyUnwanted(url, { include: worst, exclude: worst })).toBeTypeOf("string");
    expect(faultOfGlobs(worst)).toContain("200");
    expect(faultOfGlobs(["/docs/**", "*.html"])).toBeUndefined();
  });
});
