import { readFile } from "node:fs/promises";
import { defaultLook, lookTemplate } from "@parley/contracts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contrast, mendBrand } from "../brand/mend-brand.ts";
import { sampleAgent } from "../../dev/sample.ts";
import { en } from "../texts/en.ts";
import { launcherLook } from "./launcher-look.ts";
import { lookStyle } from "./look-style.ts";
import { surfacesOf, templates } from "./templates.ts";

const color = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, "0")}`);
const NAMES = lookTemplate.options;
/** Words and quiet words on the surfaces, as `tokens.css` and the templates have them. */
const TEXTS = { light: "#17191d", dark: "#f2f3f5" };

describe.each(NAMES)("the template %s", (template) => {
  it("reads well in any colour, light and dark", () => {
    const property = fc.property(color, (accent) => {
      const look = { ...defaultLook, template, accent };
      const surfaces = surfacesOf(look, accent);
      const mended = mendBrand(accent, surfaces);
      for (const theme of ["light", "dark"] as const) {
        const { fill, ink, text, soft, second } = mended[theme];
        const [surface, bubble] = surfaces[theme];
        expect(contrast(ink, fill)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(ink, second)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(fill, surface)).toBeGreaterThanOrEqual(3);
        for (const behind of [surface, bubble, soft]) expect(contrast(text, behind)).toBeGreaterThanOrEqual(4.5);
        for (const behind of [surface, bubble]) expect(contrast(TEXTS[theme], behind)).toBeGreaterThanOrEqual(7);
      }
    });
    fc.assert(property, { numRuns: 150 });
  });

  it("has a style sheet, and quiet words that read well on its surfaces", async () => {
    const css = await readFile(new URL(`../styles/looks/${template}.css`, import.meta.url), "utf8");
    const [, light = "#5c616b", dark = "#a6abb5"] = /--muted: light-dark\((#\w{6}), (#\w{6})\)/.exec(css) ?? [];
    fc.assert(
      fc.property(color, (accent) => {
        const surfaces = surfacesOf({ ...defaultLook, template, accent }, accent);
        for (const behind of surfaces.light) expect(contrast(light, behind)).toBeGreaterThanOrEqual(4.5);
        for (const behind of surfaces.dark) expect(contrast(dark, behind)).toBeGreaterThanOrEqual(4.5);
      }),
      { numRuns: 150 },
    );
  });
});

it("takes the owner's colour, else the site's, else Parley's", () => {
  const fill = (accent: string | null, site: string | null) =>
    lookStyle({ ...defaultLook, accent }, site).variables["--accent"];
  expect(fill("#1f6f54", "#aa0000")).toContain("#1f6f54");
  expect(fill(null, "#1f6f54")).toContain("#1f6f54");
  expect(fill(null, "url(x)")).toBe(fill(null, null));
});

it("puts the words of the look on the launcher, and nothing of them into its rules", () => {
  const label = `"}body{display:none}</style>`;
  const look = { ...defaultLook, template: "ledger" as const, launcher: { kind: null, icon: null, label } };
  const dressed = launcherLook({ ...sampleAgent, look }, en, "https://chat.example");
  expect(dressed.label).toBe(label);
  expect(dressed.css).not.toContain("display:none");
  expect(
    launcherLook({ ...sampleAgent, look: { ...look, launcher: { ...look.launcher, label: null } } }, en, "").label,
  ).toBe("Ask a question");
});

it("shows no picture on the launcher but one of this server", () => {
  const look = { ...defaultLook, launcher: { kind: "logo" as const, icon: null, label: null } };
  const css = (logoUrl: string | null) =>
    launcherLook({ ...sampleAgent, look, brand: { color: null, logoUrl } }, en, "https://chat.example").css;
  expect(css("/widget/agents/agt_1/logo")).toContain(`url("https://chat.example/widget/agents/agt_1/logo")`);
  for (const other of [null, "https://evil.example/x.png", `/x") url("https://evil.example`, "//evil.example/x.png"])
    expect(css(other)).not.toContain("url(");
});

it("keeps what the launcher asks for small", () => {
  for (const template of NAMES) {
    const { css } = launcherLook({ ...sampleAgent, look: { ...defaultLook, template } }, en, "https://chat.example");
    expect(css.length, template).toBeLessThan(2_000);
  }
  expect(Object.keys(templates)).toEqual([...NAMES]);
});
