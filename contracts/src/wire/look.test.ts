import fc from "fast-check";
import { expect, it } from "vitest";
import { defaultLook, look, readLook } from "./look.ts";

it("has a default for everything, and reads its own default back", () => {
  expect(look.parse({})).toEqual(defaultLook);
  expect(look.parse(defaultLook)).toEqual(defaultLook);
});

it("says which field is wrong", () => {
  const wrong: [object, string][] = [
    [{ template: "neon" }, "template"],
    [{ accent: "red" }, "accent"],
    [{ accent: "#12345" }, "accent"],
    [{ accent: "#123456;background:url(https://evil.example)" }, "accent"],
    [{ corners: 29 }, "corners"],
    [{ corners: 1.5 }, "corners"],
    [{ offset: { x: -1 } }, "offset.x"],
    [{ offset: { y: 401 } }, "offset.y"],
    [{ launcher: { icon: "skull" } }, "launcher.icon"],
    [{ launcher: { label: "x".repeat(41) } }, "launcher.label"],
    [{ texts: { title: " " } }, "texts.title"],
    [{ legal: { text: "Privacy", url: "javascript:alert(1)" } }, "legal.url"],
    [{ legal: { text: "Privacy", url: "data:text/html,x" } }, "legal.url"],
    [{ pages: { show: ["shop"] } }, "pages.show.0"],
    [{ pages: { hide: Array(21).fill("/x") } }, "pages.hide"],
    [{ domains: ["https://example.com"] }, "domains.0"],
    [{ domains: ["*"] }, "domains.0"],
    [{ domains: ["a b.example"] }, "domains.0"],
    [{ domains: ["example.com; script-src *"] }, "domains.0"],
  ];
  for (const [given, field] of wrong) {
    const parsed = look.safeParse(given);
    expect(parsed.success, field).toBe(false);
    expect(parsed.error?.issues[0]?.path.join("."), JSON.stringify(given)).toBe(field);
  }
});

it("takes what people type and keeps it in one form", () => {
  const read = look.parse({ accent: "#ABCDEF", domains: [" Example.COM ", "*.example.com", "localhost:3000"] });
  expect(read).toMatchObject({ accent: "#abcdef", domains: ["example.com", "*.example.com", "localhost:3000"] });
});

it("reads whatever was stored: the good parts stay, the rest is the default", () => {
  expect(readLook({ template: "poster", accent: "nonsense", corners: 4 })).toEqual({
    ...defaultLook,
    template: "poster",
    corners: 4,
  });
  fc.assert(fc.property(fc.jsonValue(), (stored) => void look.parse(readLook(stored))));
  const fields = fc.constantFrom(...Object.keys(defaultLook));
  fc.assert(fc.property(fc.dictionary(fields, fc.jsonValue()), (stored) => void look.parse(readLook(stored))));
});
