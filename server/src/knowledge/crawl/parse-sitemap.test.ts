import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSitemap } from "./parse-sitemap.ts";

const base = "https://a.example/docs/sitemap.xml";

describe("sitemaps", () => {
  it("list pages and further sitemaps", () => {
    const text = `<?xml version="1.0"?><sitemapindex><sitemap><loc>https://a.example/s1.xml.gz</loc></sitemap></sitemapindex>`;
    expect(parseSitemap(text, base)).toEqual({
      pages: [],
      sitemaps: ["https://a.example/s1.xml.gz"],
      changed: new Map(),
    });
    const pages = `<urlset xmlns:x="y"><url><loc> https://a.example/?a=1&amp;b=2 </loc></url><url><loc><![CDATA[https://a.example/c]]></loc><image:loc>https://a.example/i.png</image:loc></url></urlset>`;
    expect(parseSitemap(pages, base).pages).toEqual([
      "https://a.example/?a=1&b=2",
      "https://a.example/c",
      "https://a.example/i.png",
    ]);
  });

  it("say when pages changed, a day to its end", () => {
    const text = `<urlset><url><loc>/a</loc><lastmod>2026-01-02</lastmod></url><url><lastmod>2026-01-01</lastmod><loc>/b</loc></url><url><loc>/c</loc><lastmod>2026-01-02T03:04:05Z</lastmod></url><url><loc>/d</loc><lastmod>soon</lastmod></url></urlset>`;
    expect([...parseSitemap(text, base).changed]).toEqual([
      ["https://a.example/a", Date.UTC(2026, 0, 3)],
      ["https://a.example/c", Date.UTC(2026, 0, 2, 3, 4, 5)],
    ]);
  });

  it("may leave the scheme out, and the host", () => {
    const text =
      "<urlset><url><loc>a.example/about/</loc></url><url><loc>dev.a.example/x</loc></url><url><loc>/y</loc></url><url><loc>page.html</loc></url></urlset>";
    expect(parseSitemap(text, base).pages).toEqual([
      "https://a.example/about/",
      "https://dev.a.example/x",
      "https://a.example/y",
      "https://a.example/docs/page.html",
    ]);
    expect(parseSitemap("<loc>127.0.0.1:80/a</loc>", "http://127.0.0.1:80/s.xml").pages).toHaveLength(1);
  });

  it("may be broken, plain text, or a feed", () => {
    expect(
      parseSitemap("<urlset><url><loc>https://a.example/1</loc><url><loc>https://a.example/2", base).pages,
    ).toHaveLength(2);
    expect(parseSitemap("\ufeffhttps://a.example/1\r\nhttps://a.example/2\n\nnot an address", base).pages).toHaveLength(
      2,
    );
    expect(
      parseSitemap(
        "<rss><channel><link>https://a.example/</link><item><link>https://a.example/post</link></item></channel></rss>",
        base,
      ).pages,
    ).toHaveLength(2);
    expect(
      parseSitemap(`<feed><entry><link rel="alternate" href="https://a.example/post"/></entry></feed>`, base).pages,
    ).toHaveLength(1);
  });

  it("never have their entities expanded", () => {
    const text = `<!DOCTYPE x [<!ENTITY a "b"><!ENTITY lol "&a;&a;">]><urlset><url><loc>https://a.example/&lol;</loc></url></urlset>`;
    expect(parseSitemap(text, base).pages).toEqual(["https://a.example/&lol;"]);
  });

  it.each([
    ["tags without an end", "<urlset>" + "<url ".repeat(2_000_000)],
    ["links without an end", "<rss>" + "<link href='' ".repeat(700_000)],
    ["one tag of many links", "<rss><link " + "href='' ".repeat(1_200_000)],
    ["one name without an end", "<" + "a".repeat(10_000_000)],
    ["spaces in place of an address", "<urlset><loc>" + " ".repeat(10_000_000) + "<"],
    ["one line of many hosts", "a." + "b.".repeat(5_000_000)],
  ])("hold nobody up: %s", (_, text) => {
    expect(parseSitemap(text, base).pages).toEqual([]);
  });

  it("give only addresses, whatever they hold", () => {
    const mixed = fc.array(
      fc.oneof(
        fc.string(),
        fc.constantFrom("<loc>", "</loc>", "<sitemap>", "<url>", "<![CDATA[", "]]>", "http://", "&amp;"),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(mixed, (parts) => {
        const { pages, sitemaps } = parseSitemap(parts.join(""), base);
        for (const url of [...pages, ...sitemaps]) expect(URL.canParse(url)).toBe(true);
      }),
    );
  });
});
