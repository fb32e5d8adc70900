import { describe, expect, it } from "vitest";
import type { HomeFacts } from "../extract/home-facts.ts";
import { colorOfCss, findColor, parseColor } from "./find-color.ts";
import { readLogo } from "./find-logo.ts";
import { findName } from "./find-name.ts";
import { findQuestions, type PageOutline } from "./find-questions.ts";

const home = (facts: Partial<HomeFacts> = {}): HomeFacts => ({
  name: null,
  title: "",
  description: null,
  language: null,
  themeColor: null,
  icons: [],
  manifest: null,
  stylesheets: [],
  css: "",
  questions: [],
  ...facts,
});
const page = (title: string, questions: string[] = [], path = "/"): PageOutline => ({
  title,
  questions,
  url: `https://a.example${path}`,
  language: "en",
});

describe("the name of a site", () => {
  it("is what it says, else what its titles share, else the part of its title like its host", () => {
    expect(findName(home({ name: "The Shop" }), { titles: [], host: "a.example" })).toBe("The Shop");
    expect(
      findName(home({ title: "Home" }), {
        titles: ["Tea | The Shop", "Hours | The Shop", "The Shop"],
        host: "a.example",
      }),
    ).toBe("The Shop");
    expect(
      findName(home({ title: "Best tea in town – Blackbird" }), { titles: [], host: "www.blackbird.example" }),
    ).toBe("Blackbird");
    expect(findName(home(), { titles: [], host: "a.example" })).toBeNull();
  });
});

describe("the colour of a site", () => {
  const none = async () => undefined;
  it("is the one it names, unless that is grey", async () => {
    expect(await findColor(none, home({ themeColor: "#0F766E" }))).toBe("#0f766e");
    expect(
      await findColor(none, home({ themeColor: "#ffffff", css: ":root{--text:#222;--brand-color:rgb(200 30 40)}" })),
    ).toBe("#c81e28");
    expect(
      await findColor(
        async () => new TextEncoder().encode(`{"theme_color":"#123abc"}`),
        home({ manifest: "https://a.example/m" }),
      ),
    ).toBe("#123abc");
    expect(await findColor(none, home())).toBeNull();
  });
  it("is else the strong one that its style uses most", () => {
    expect(colorOfCss("a{color:#eee}b{color:#e11d48}c{background:#E11D48}d{color:#0a0}")).toBe("#e11d48");
    expect(parseColor("hsl(0, 100%, 50%)")).toEqual([255, 0, 0]);
    expect(parseColor("rgba(1,2,3,0.1)")).toBeUndefined();
    expect(parseColor("red;}")).toBeUndefined();
  });
});

describe("a logo", () => {
  const svg = (inner: string) =>
    readLogo(new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg">${inner}</svg>`))?.extension;
  it("is a picture by its bytes", () => {
    expect(readLogo(Buffer.from("89504e470d0a1a0a0000000d", "hex"))?.contentType).toBe("image/png");
    expect(readLogo(Buffer.from("<html>no</html>"))).toBeUndefined();
    expect(svg(`<path d="M0 0" fill="url(#a)"/><use href="#a"/>`)).toBe("svg");
  });
  it.each([
    "<script>alert(1)</script>",
    `<a onclick="x()"/>`,
    `<image href="https://elsewhere.example/x.png"/>`,
    `<use xlink:href='data:image/svg+xml;base64,AAAA'/>`,
    "<foreignObject/>",
    "<style>@import 'x'</style>",
    `<rect fill="url(https://elsewhere.example/)"/>`,
    `<a href="javascript:alert(1)"/>`,
  ])("never does harm: %s", (inner) => expect(svg(inner)).toBeUndefined());
});

describe("questions to begin with", () => {
  it("come from the page of questions first, and read well", () => {
    const pages = [
      page("Docs", ["Have a question?", "Is Python 3.14 on x86_64 supported?"], "/docs"),
      page(
        "FAQ",
        [
          "1. Do I need an appointment?",
          "Why?",
          "Do you deliver?",
          "Can I pay by card?",
          "Is there parking?",
          "Can I borrow one?",
        ],
        "/faq",
      ),
    ];
    expect(findQuestions(pages, { named: [], language: "en" })).toEqual([
      "Do I need an appointment?",
      "Do you deliver?",
      "Can I pay by card?",
      "Is there parking?",
      "Is Python 3.14 on x86_64 supported?",
      "Can I borrow one?",
    ]);
  });
  it("are else what its pages are plainly about, in a language that is known", () => {
    const pages = [page("Opening hours | Shop"), page("Access and delivery resource sharing services")];
    expect(findQuestions(pages, { named: [], language: "en" })).toEqual(["When are you open?"]);
    expect(findQuestions(pages, { named: [], language: "fi" })).toEqual([]);
  });
});
