import { describe, expect, it } from "vitest";
import { chooseLanguage, directionOf, fill, languages, textsFor } from "./index.ts";

describe("the catalogue", () => {
  it.each(languages)("%s says everything, with the same places to fill", (language) => {
    const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
    const english = Object.entries(textsFor("en"));
    const theirs = new Map(Object.entries(textsFor(language)));
    for (const [key, text] of english) {
      expect(theirs.get(key)?.trim(), key).toBeTruthy();
      expect(places(theirs.get(key) ?? ""), key).toEqual(places(text));
    }
    expect(theirs.size).toBe(english.length);
  });

  it("holds every language of the data", () => {
    expect(languages).toEqual(
      expect.arrayContaining(["ar", "de", "el", "en", "es", "hi", "ro", "ru", "th", "tr", "vi", "zh"]),
    );
  });

  it("fills places, also with what looks like one", () => {
    expect(fill("{n} of {site}", { n: 3, site: "{n}" })).toBe("3 of {n}");
  });
});

describe("chooseLanguage", () => {
  it.each([
    [{ page: "de-AT", accept: "fr", agent: "en" }, "de"],
    [{ accept: "de-DE,de;q=0.9,en;q=0.8", agent: "en" }, "en"],
    [{ accept: "de-DE,de;q=0.9", agent: "en" }, "de"],
    [{ accept: "xx, fr;q=0.3, es;q=0.7", agent: "xx" }, "es"],
    [{ accept: null, agent: "tr" }, "tr"],
    [{ page: "__proto__", accept: "constructor;q=1", agent: null }, "en"],
    [{ accept: "en;q=0, fr" }, "fr"],
  ])("%j gives %s", (wishes, language) => expect(chooseLanguage(wishes)).toBe(language));

  it("writes Arabic from the right", () => {
    expect(directionOf("ar")).toBe("rtl");
    expect(directionOf("de")).toBe("ltr");
  });
});
