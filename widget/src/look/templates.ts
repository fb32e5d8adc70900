import type { LauncherIcon, Look, LookFont, LookTemplate } from "@parley/contracts";
import { readColor, shadeOf, type Surfaces } from "../brand/mend-brand.ts";

/** `#rrggbb`, or a shade in the accent's hue: lightness and at most so much chroma, as in OKLCH. */
type Shade = string | readonly [lightness: number, chroma: number];

/** What a template is where the owner says nothing. Its shapes are in `styles/templates`. */
export interface Template {
  font: LookFont;
  corners: number;
  launcher: { kind: "icon" | "label"; icon: LauncherIcon };
  /** Of the launcher from its edges, in CSS pixels. */
  offset: readonly [x: number, y: number];
  /** The surface, and an agent's bubble on it. */
  light: readonly [Shade, Shade];
  dark: readonly [Shade, Shade];
}

export const templates: Record<LookTemplate, Template> = {
  clear: {
    font: "inter",
    corners: 16,
    launcher: { kind: "icon", icon: "bubble" },
    offset: [20, 20],
    light: ["#ffffff", "#f1f2f4"],
    dark: ["#17191d", "#26282d"],
  },
  banner: {
    font: "inter",
    corners: 18,
    launcher: { kind: "icon", icon: "bubbles" },
    offset: [20, 20],
    light: ["#ffffff", "#f2f3f6"],
    dark: ["#14161a", "#24272d"],
  },
  journal: {
    font: "serif",
    corners: 2,
    launcher: { kind: "label", icon: "bubble" },
    offset: [20, 20],
    light: ["#fbf8f1", "#f2ede1"],
    dark: ["#1b1916", "#292622"],
  },
  console: {
    font: "mono",
    corners: 4,
    launcher: { kind: "icon", icon: "prompt" },
    offset: [20, 20],
    light: ["#fafbfa", "#eef0ee"],
    dark: ["#0c0f12", "#171c21"],
  },
  pebble: {
    font: "rounded",
    corners: 24,
    launcher: { kind: "icon", icon: "bubbles" },
    offset: [20, 20],
    light: [
      [0.965, 0.02],
      [0.995, 0.003],
    ],
    dark: [
      [0.215, 0.022],
      [0.29, 0.028],
    ],
  },
  aurora: {
    font: "inter",
    corners: 20,
    launcher: { kind: "icon", icon: "spark" },
    offset: [20, 20],
    light: [
      [0.975, 0.014],
      [0.95, 0.02],
    ],
    dark: [
      [0.165, 0.018],
      [0.245, 0.03],
    ],
  },
  ledger: {
    font: "system",
    corners: 4,
    launcher: { kind: "label", icon: "question" },
    offset: [24, 0],
    light: ["#ffffff", "#f4f5f7"],
    dark: ["#1a1c20", "#25282e"],
  },
  poster: {
    font: "inter",
    corners: 0,
    launcher: { kind: "icon", icon: "question" },
    offset: [20, 20],
    light: [
      [0.955, 0.03],
      [0.995, 0.005],
    ],
    dark: [
      [0.2, 0.025],
      [0.265, 0.03],
    ],
  },
};

/** The surfaces of a look in both themes, as the accent is mended against them. */
export function surfacesOf(look: Look, color: string): Record<"light" | "dark", Surfaces> {
  const { light, dark } = templates[look.template];
  const hex = (shade: Shade) => (typeof shade === "string" ? shade : shadeOf(color, shade[0], shade[1]));
  return { light: [hex(light[0]), hex(light[1])], dark: [hex(dark[0]), hex(dark[1])] };
}

/** The colour that a look is made from: the owner's, else the site's, else Parley's. */
export function colorOf(look: Look, siteColor: string | null): string {
  return readColor(look.accent ?? siteColor);
}
