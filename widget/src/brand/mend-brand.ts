/**
 * A site's colour made fit for use: text on it reads at 4.5:1, it stands out from its surface at 3:1, and as the
 * colour of links at 4.5:1, in the light and in the dark theme. Works in OKLCH, so that the hue stays.
 */
export interface Accent {
  /** Fill of buttons and of the visitor's messages. */
  fill: string;
  /** Text and icons on the fill. */
  ink: string;
  /** Links and accents on surfaces. */
  text: string;
  /** Quiet background in the same hue. */
  soft: string;
  /** Beside the fill in a gradient: a neighbouring hue that carries the same ink. */
  second: string;
}

/** What the accent must be seen on: the surface, and a bubble on it. */
export type Surfaces = readonly [surface: string, bubble: string];

export const DEFAULT_COLOR = "#3056d3";

const WHITE = "#ffffff";
const DARK_INK = "#15171c";
const SURFACES: Record<"light" | "dark", Surfaces> = {
  light: ["#ffffff", "#f1f2f4"],
  dark: ["#17191d", "#26282d"],
};
/** White on a colour is worth darkening it by so much, before ink turns dark. */
const WHITE_INK_STEPS = 9;

export function mendBrand(color: string | null, surfaces = SURFACES): { light: Accent; dark: Accent } {
  const base = readColor(color);
  return { light: mend(base, "light", surfaces.light), dark: mend(base, "dark", surfaces.dark) };
}

/** The colour, or Parley's own where it is none. */
export function readColor(color: string | null): string {
  return color !== null && /^#[0-9a-f]{6}$/i.test(color) ? color.toLowerCase() : DEFAULT_COLOR;
}

/** A shade in the hue of a colour, as OKLCH lightness (0 to 1) and at most so much chroma. */
export function shadeOf(color: string, lightness: number, chroma: number): string {
  const [, own, hue] = toOklch(readColor(color));
  return toHex(lightness, Math.min(own, chroma), hue);
}

/** WCAG 2 contrast of two `#rrggbb` colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

function mend(base: string, theme: "light" | "dark", [surface, bubble]: Surfaces): Accent {
  const away = theme === "light" ? -0.01 : 0.01;
  const visible = shift(base, away, (color) => contrast(color, surface) >= 3.05);
  const forWhite = shift(visible, { by: -0.01, most: WHITE_INK_STEPS }, (color) => contrast(color, WHITE) >= 4.55);
  const keepsWhite = contrast(forWhite, WHITE) >= 4.55 && contrast(forWhite, surface) >= 3;
  const fill = keepsWhite ? forWhite : shift(visible, 0.01, (color) => contrast(color, DARK_INK) >= 4.55);
  const least = theme === "light" ? 4.6 : 6;
  const text = shift(base, away, (color) => contrast(color, surface) >= least && contrast(color, bubble) >= least);
  const [, chroma, hue] = toOklch(base);
  const soft =
    theme === "light" ? toHex(0.955, Math.min(chroma, 0.025), hue) : toHex(0.3, Math.min(chroma, 0.045), hue);
  const ink = keepsWhite ? WHITE : DARK_INK;
  return { fill, ink, text: fit(text, soft, away), soft, second: neighbour(fill, ink) };
}

/** As light as the fill or further away from the ink, a sixth of the circle on. */
function neighbour(fill: string, ink: string): string {
  const [lightness, chroma, hue] = toOklch(fill);
  const turned = toHex(lightness, chroma, hue + Math.PI / 3);
  return shift(turned, ink === WHITE ? -0.01 : 0.01, (color) => contrast(color, ink) >= 4.55);
}

function fit(text: string, soft: string, away: number): string {
  return shift(text, away, (color) => contrast(color, soft) >= 4.6);
}

/** Moves the lightness step by step until it is good, or for `most` steps. */
function shift(color: string, by: number | { by: number; most: number }, good: (color: string) => boolean): string {
  const { by: step, most } = typeof by === "number" ? { by, most: 100 } : by;
  const [lightness, chroma, hue] = toOklch(color);
  let moved = color;
  for (let count = 1; count <= most && !good(moved); count += 1) {
    moved = toHex(Math.min(1, Math.max(0, lightness + step * count)), chroma, hue);
  }
  return moved;
}

function luminance(color: string): number {
  const [r, g, b] = toLinear(color);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

type Triple = [number, number, number];

function toLinear(color: string): Triple {
  const channel = (from: number) => {
    const value = Number.parseInt(color.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function toOklch(color: string): Triple {
  const [r, g, b] = toLinear(color);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const c = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, Math.hypot(a, c), Math.atan2(c, a)];
}

/** Chroma gives way until the colour exists on a screen. */
function toHex(lightness: number, chroma: number, hue: number): string {
  for (let part = chroma; ; part -= 0.005) {
    const rgb = toRgb(lightness, Math.max(0, part), hue);
    if (part <= 0 || rgb.every((value) => value > -0.001 && value < 1.001)) return `#${rgb.map(toByte).join("")}`;
  }
}

function toRgb(lightness: number, chroma: number, hue: number): Triple {
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function toByte(linear: number): string {
  const value = Math.min(1, Math.max(0, linear));
  const encoded = value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
  return Math.round(encoded * 255)
    .toString(16)
    .padStart(2, "0");
}
