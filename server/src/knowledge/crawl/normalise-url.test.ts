import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldUrl, normaliseUrl, readStartUrl, siteOf } from "./normalise-url.ts";

describe("addresses", () => {
  it("lose what does not tell pages apart", () => {
    expect(normaliseUrl("HTTP://Shop.Example:80/a/../b//c?utm_source=x&b=2&a=1&fbclid=y#part")).toBe(
      "http://shop.example/b/c?a=1&b=2",
    );
    expect(normaliseUrl("/x?q=1&q=0", "https://shop.example/y")).toBe("https://shop.example/x?q=1&q=0");
    expect(normaliseUrl("//other.example./p;jsessionid=1A", "https://shop.example/")).toBe("https://other.example/p");
    expect(normaliseUrl("http://münchen.example/ä")).toBe("http://xn--mnchen-3ya.example/%C3%A4");
  });

  it("are web addresses or nothing", () => {
    for (const raw of [
      "mailto:a@b.example",
      "javascript:alert(1)",
      "ftp://a.example/",
      "http://",
      "page.html",
      "",
      "http://[::1",
      `http://a.example/${"x".repeat(3_000)}`,
    ])
      expect(normaliseUrl(raw)).toBeUndefined();
  });

  it("stay as they are when normalised again, whatever they hold", () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (raw) => {
        const once = normaliseUrl(raw);
        fc.pre(once !== undefined);
        expect(normaliseUrl(once)).toBe(once);
        expect(new URL(once)).toMatchObject({ hash: "", username: "" });
      }),
    );
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (raw) => void normaliseUrl(raw, "https://a.example/")));
  });

  it("fold to one where they lead to one page", () => {
    const one = [
      "https://www.shop.example/a/",
      "http://shop.example/a",
      "https://shop.example/a/index.html",
      "https://shop.example/%61",
    ].map(foldUrl);
    expect(new Set(one).size).toBe(1);
    expect(foldUrl("https://shop.example/a?x=1")).not.toBe(foldUrl("https://shop.example/a"));
    expect(siteOf("https://www.shop.example:8080/")).toBe("shop.example:8080");
  });
});

describe("the address of a site, as typed", () => {
  it.each([
    ["shop.example", "https://shop.example/"],
    [" shop.example:8080/de ", "https://shop.example:8080/de"],
    ["http://127.0.0.1:8000/docs/", "http://127.0.0.1:8000/docs/"],
    ["localhost:3000", "https://localhost:3000/"],
    ["//shop.example/x#y", "https://shop.example/x"],
  ])("%s", (typed, url) => expect(readStartUrl(typed)).toBe(url));

  it.each([
    "",
    "  ",
    "hello",
    "hello world",
    "ftp://a.example",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "http://user:pw@a.example/",
    "https://",
    "http://a b.example",
  ])("refuses %j with a sentence", (typed) => {
    expect(() => readStartUrl(typed)).toThrowError(
      expect.objectContaining({ code: "invalid_url", message: expect.stringMatching(/^.{15,}\.$/) }),
    );
  });
});
