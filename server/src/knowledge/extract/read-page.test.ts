import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainText } from "../plain-text.ts";
import { decodeHtml, unpackBody } from "./decode-body.ts";
import { readPage } from "./read-page.ts";

const url = "https://shop.example/de/page.html";
const read = (html: string, robotsHeader?: string) => readPage({ url, html, robotsHeader });
const markdown = async (body: string) => (await read(`<html><body><main>${body}</main></body></html>`)).markdown;
const data = join(process.env["PARLEY_TEST_DATA"] ?? join(import.meta.dirname, "../../../../../shared"), "data");

describe("a page as Markdown", () => {
  it("keeps headings, paragraphs, lists and code", async () => {
    expect(
      await markdown(`<h1>Tea <a class="headerlink" href="#t">¶</a></h1><p>Boil <b>water</b>,<br>wait.</p>
        <ul><li>One<ul><li>Inner</li></ul></li><li><p>Two</p><p>More</p></li></ul><ol start="3"><li>Three</li></ol>
        <pre><code class="language-js">let a = 1;\n  b();</code></pre><p># not a heading</p><blockquote><p>Said.</p></blockquote>`),
    ).toBe(
      "# Tea\n\nBoil water,\nwait.\n\n- One\n  - Inner\n- Two\n\n  More\n\n3. Three\n\n```js\nlet a = 1;\n  b();\n```\n\n\\# not a heading\n\n> Said.",
    );
  });

  it("is held up by no heading and no code, however long", async () => {
    expect(await markdown(`<h2>${"a ".repeat(400_000)}b</h2><p>Said.</p>`)).toContain("Said.");
    expect(await markdown(`<pre>a${" ".repeat(400_000)}b</pre><p>Said.</p>`)).toContain("Said.");
  });

  it("is held up by no nesting, and by no selector that looks again from everywhere", async () => {
    const deep = (inner: string) => `${"<div class='menu content'>".repeat(240)}${inner}`;
    expect(await markdown(deep("<a href=x>y</a>".repeat(20_000)))).toContain("y");
    expect(await markdown(`<form>${"<x-y>".repeat(240)}${"<b>word</b> ".repeat(20_000)}<p>Said.</p>`)).toContain(
      "Said.",
    );
    const page = { url, html: `<body>${"<div>".repeat(240)}x` };
    expect((await readPage({ ...page, parts: { keep: [], drop: ["div div .x"] } })).markdown).toBe("x");
    await expect(readPage({ ...page, parts: { keep: [], drop: ["x div div div div"] } })).rejects.toThrow(/plainer/u);
  });

  it("keeps tables of data with their spans, and takes layout tables apart", async () => {
    expect(
      await markdown(
        `<table><caption>Prices</caption><tr><th>Day</th><th>Open</th></tr><tr><td rowspan=2>Mon</td><td>9 | 12</td></tr><tr><td>14</td></tr></table>`,
      ),
    ).toBe("Prices\n\n| Day | Open |\n| --- | --- |\n| Mon | 9 \\| 12 |\n| Mon | 14 |");
    expect(
      await markdown(
        `<table role="presentation"><tr><td><h2>Left</h2><p>One.</p></td><td><p>Two.</p></td></tr></table>`,
      ),
    ).toBe("## Left\n\nOne.\n\nTwo.");
  });

  it("keeps terms, folded answers and addresses that words alone do not tell", async () => {
    expect(await markdown("<dl><dt>Founder</dt><dd>Ines</dd><dt>Can I pay by card?</dt><dd>Yes.</dd></dl>")).toBe(
      "**Founder**: Ines\n\n## Can I pay by card?\n\nYes.",
    );
    expect(await markdown(`<h2>Help</h2><details><summary>Where?</summary><div>By the river.</div></details>`)).toBe(
      "## Help\n\n### Where?\n\nBy the river.",
    );
    expect(
      await markdown(
        `<p><a href="mailto:a@b.example?subject=x">Write</a>, <a href="menu.pdf">see the menu</a> or <a href="/tea">read about tea</a>.</p>`,
      ),
    ).toBe("Write (a@b.example), [see the menu](https://shop.example/de/menu.pdf) or read about tea.");
  });

  it("drops what surrounds the content, and keeps what only looks like it", async () => {
    const page = await read(`<body><nav>Home Shop</nav><div class="cookie-consent">We use cookies for everything.</div>
      <div class="content-with-sidebar"><h1>Opening</h1><p>We open at nine and close at five, every day but Sunday.</p>
      <div class="accordion-panel" style="display:none"><p>Folded away, but an answer all the same.</p></div></div>
      <div class="sidebar"><ul><li><a href="/a">Popular</a></li></ul></div><footer><p>© 2026</p><address>14 Tannery Lane<br>Norwich</address><p>Tel. 01603 555018</p></footer></body>`);
    expect(page.markdown).toBe(
      "# Opening\n\nWe open at nine and close at five, every day but Sunday.\n\nFolded away, but an answer all the same.",
    );
    expect(page.contact).toContain("01603 555018");
    expect(page.contact).not.toContain("2026");
  });

  it("takes questions and facts from schema.org data", async () => {
    const page =
      await read(`<script type="application/ld+json">{"@graph":[{"@type":"FAQPage","mainEntity":[{"@type":"Question","name":"Do you deliver?","acceptedAnswer":{"text":"<p>Yes, on Fridays.</p>"}}]},
      {"@type":"LocalBusiness","name":"Tea","telephone":"+44 1603 555018","openingHours":["Mo-Fr 09:00-17:00"]}]}</script><main><p>Tea and more tea for everybody.</p></main>`);
    expect(page.markdown).toContain("## Do you deliver?\n\nYes, on Fridays.");
    expect(page.contact).toBe("+44 1603 555018\n\nMo-Fr 09:00-17:00");
    expect(page.home.questions).toEqual(["Do you deliver?"]);
  });
});

describe("what a page says of itself", () => {
  it("leads to its links, each once, with its own base", async () => {
    const page =
      await read(`<base href="/sub/"><a href="a">1</a><a href="a#x">2</a><a href="?p=2">3</a><a rel="nofollow" href="no">4</a><a href="javascript:x()">5</a><a href="mailto:a@b.c">6</a>
      <link rel="next" href="b"><link rel="alternate" type="application/rss+xml" href="feed"><link rel="alternate" hreflang="fr" href="/fr/">`);
    expect(page.links).toEqual([
      "https://shop.example/sub/a",
      "https://shop.example/sub/?p=2",
      "https://shop.example/sub/b",
      "https://shop.example/fr/",
    ]);
  });

  it("names its robots rules, its address, its language and where it sends on to", async () => {
    const page =
      await read(`<html lang="de-AT"><link rel="canonical" href="/de/page"><meta name="robots" content="noindex, follow"><meta http-equiv="refresh" content="0; URL='/neu'"><title> A
      b </title>`);
    expect(page).toMatchObject({
      title: "A b",
      declaredLanguage: "de",
      canonical: "https://shop.example/de/page",
      refresh: "https://shop.example/neu",
      noindex: true,
      nofollow: false,
    });
    expect(await read("<p>x", "otherbot: noindex")).toMatchObject({ noindex: false });
    expect(await read("<a href='/x'>x</a>", "parleybot: none")).toMatchObject({
      noindex: true,
      nofollow: true,
      links: [],
    });
  });

  it("shows that a script would have to fill it", async () => {
    expect(
      (
        await read(
          `<div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript><script src="/main.js"></script>`,
        )
      ).needsScript,
    ).toBe(true);
    expect(
      (await read(`<div id="root"><p>${"Text. ".repeat(60)}</p></div><script src="/main.js"></script>`)).needsScript,
    ).toBe(false);
  });
});

describe("bad pages", () => {
  it("in any nesting and of any bytes are read without a fault", async () => {
    const tag = fc.constantFrom(
      "<div>",
      "</div>",
      "<table>",
      "<tr>",
      "<td>",
      "<li>",
      "<ul>",
      "<a href='x'>",
      "<p>",
      "</p>",
      "<pre>",
      "<dl>",
      "<dt>",
      "<script>",
      "<!--",
      "-->",
      "<![CDATA[",
      "<svg>",
      "&lt;",
      "<h1>",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(tag, fc.string()), { maxLength: 60 }), async (parts) => {
        const page = await read(parts.join(""));
        expect(typeof page.markdown).toBe("string");
      }),
    );
  });

  it("nested a hundred thousand deep keep their text", async () => {
    const { markdown: text } = await read(`${"<div>".repeat(100_000)}deep${"</div>".repeat(100_000)}<p>after</p>`);
    expect(text).toContain("deep");
    expect(text).toContain("after");
  });

  it("are decoded by mark, header, own word or what they plainly are", async () => {
    const latin = Buffer.from("<meta charset=iso-8859-1><p>Caf\u00e9", "latin1");
    const cases: [Uint8Array, string | undefined][] = [
      [Buffer.from("\ufeff<p>Café"), "text/html; charset=latin1"],
      [Buffer.from("<p>Café"), "text/html; charset=iso-8859-1"],
      [latin, "text/html"],
      [latin, "text/html; charset=nonsense"],
      [Buffer.from("<p>Caf\u00e9", "latin1"), undefined],
      [Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("<p>Café", "utf16le")]), "text/html; charset=utf-8"],
      [Buffer.from("<p>Café", "utf16le"), "text/html; charset=utf-16le"],
    ];
    for (const [body, type] of cases) expect(decodeHtml(body, type)).toContain("Café");
    expect(decodeHtml(Buffer.from("日本語のページ").subarray(), "text/html; charset=shift_jis")).toContain("日本語");
  });

  it("unpack when they are packed, and not for ever", async () => {
    expect(Buffer.from(await unpackBody(gzipSync("<p>x"))).toString()).toBe("<p>x");
    await expect(unpackBody(gzipSync(Buffer.alloc(2_000_000)), 1_000_000)).rejects.toMatchObject({
      code: "response_too_large",
    });
    await expect(unpackBody(gzipSync("<p>hello").subarray(0, 15))).rejects.toMatchObject({ code: "http_error" });
  });
});

describe.skipIf(!existsSync(join(data, "files/readability")))("the main content of real pages", () => {
  it("is found as people marked it", { timeout: 60_000 }, async () => {
    const dir = join(data, "files/readability");
    const names = readdirSync(dir).filter((name) => name.endsWith(".html"));
    let sum = 0;
    for (const name of names) {
      const page = await readPage({ url: "https://news.example/", html: readFileSync(join(dir, name), "utf8") });
      sum += f1(
        tokensOf(page.markdown.split("\n").map(plainText).join("\n")),
        tokensOf(readFileSync(join(dir, `${name}.expected.txt`), "utf8")),
      );
    }
    expect(sum / names.length).toBeGreaterThan(0.92);
  });
});

const tokensOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

function f1(found: readonly string[], wanted: readonly string[]): number {
  const left = new Map<string, number>();
  for (const token of wanted) left.set(token, (left.get(token) ?? 0) + 1);
  let hits = 0;
  for (const token of found) {
    const count = left.get(token) ?? 0;
    if (count === 0) continue;
    hits += 1;
    left.set(token, count - 1);
  }
  return (2 * hits) / Math.max(1, found.length + wanted.length);
}
