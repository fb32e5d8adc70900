import fc from "fast-check";
import { expect, it } from "vitest";
import { keepsTo, pageRule } from "./page-rule.ts";

const at = (path: string) => new URL(path, "https://shop.example");
const stands = (pages: { show?: string[]; hide?: string[] }, path: string) =>
  keepsTo({ show: [], hide: [], ...pages }, at(path));

it.each<[glob: string, path: string, stands: boolean]>([
  ["/shop", "/shop", true],
  ["/shop", "/shop/", true],
  ["/shop/", "/shop", true],
  ["/shop", "/shop?size=2#top", true],
  ["/shop", "/shopping", false],
  ["/shop", "/de/shop", false],
  ["/shop/*", "/shop/bikes", true],
  ["/shop/*", "/shop/bikes/city", false],
  ["/shop/*", "/shop", false],
  ["/shop/**", "/shop/bikes/city", true],
  ["/shop/**", "/shop", true],
  ["/shop/**", "/shopping", false],
  ["**/checkout", "/de/checkout", true],
  ["/", "/", true],
  ["/", "/about", false],
  ["/a.b+c", "/a.b+c", true],
  ["/a.b", "/axb", false],
  ["/search?q=*", "/search?q=bike", true],
  ["/search?q=*", "/search", false],
  ["/#/cart", "/#/cart", true],
  ["/**#/cart/**", "/app#/cart/2", true],
])("%s on %s: %s", (glob, path, expected) => {
  expect(stands({ show: [glob] }, path)).toBe(expected);
  expect(stands({ hide: [glob] }, path)).toBe(!expected);
});

it("is nothing where nothing was said, and hiding goes before showing", () => {
  expect(pageRule({ show: [], hide: [] })).toBe("");
  const pages = { show: ["/shop/**"], hide: ["/shop/checkout"] };
  expect(stands(pages, "/shop/bikes")).toBe(true);
  expect(stands(pages, "/shop/checkout")).toBe(false);
  expect(stands(pages, "/about")).toBe(false);
});

it("is a regular expression whatever people type", () => {
  const glob = fc.string({ unit: "binary", maxLength: 30 }).map((text) => `/${text}`);
  fc.assert(
    fc.property(fc.array(glob, { maxLength: 5 }), fc.array(glob, { maxLength: 5 }), (show, hide) => {
      expect(typeof stands({ show, hide }, "/any/page?x=1")).toBe("boolean");
    }),
  );
});
