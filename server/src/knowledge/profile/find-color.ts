import type { HomeFacts } from "../extract/home-facts.ts";

type Fetch = (url: string, maxBytes: number) => Promise<Uint8Array | undefined>;

/** The colour that a site is known by, as `#rrggbb`: said in the page or its manifest, else as its style has it. */
export async function findColor(fetch: Fetch, home: HomeFacts): Promise<string | null> {
  const said = strong(home.themeColor);
  if (said !== undefined) return said;
  const inManifest = home.manifest === null ? undefined : strong(themeOf(await fetch(home.manifest, 100_000)));
  if (inManifest !== undefined) return inManifest;
  const own = colorOfCss(home.css);
  if (own !== undefined) return own;
  for (const sheet of home.stylesheets.slice(0, 2)) {
    const bytes = await fetch(sheet, 600_000);
    const found = bytes && colorOfCss(new TextDecoder("utf-8").decode(bytes));
    if (found !== undefined) return found;
  }
  return null;
}

function themeOf(manifest: Uint8Array | undefined): string | null {
  const text = manifest ? new TextDecoder("utf-8").decode(manifest) : "";
  return /"theme_color"\s*:\s*"([^"]{3,40})"/.exec(text)?.[1] ?? null;
}

const named =
  /--[\w-]*?(?:brand|primary|accent|theme|main-?color|key-?color|link)[\w-]*\s*:\s*(#[0-9a-f]{3,8}\b|rgba?\([^)]{5,40}\)|hsla?\([^)]{5,40}\))/gi;
const any = /#[0-9a-f]{6}\b|#[0-9a-f]{3}\b|rgba?\([^)]{5,40}\)|hsla?\([^)]{5,40}\)/gi;
const MOST_CSS = 400_000;

/** A variable that is named for it; else the strong colour used most. */
export function colorOfCss(css: string): string | undefined {
  const text = css.slice(0, MOST_CSS);
  for (const [, value] of text.matchAll(named)) {
    const color = strong(value ?? null);
    if (color !== undefined) return color;
  }
  const counts = new Map<string, number>();
  for (const [value] of text.matchAll(any)) {
    const color = strong(value);
    if (color !== undefined) counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most && most[1] >= 2 ? most[0] : undefined;
}

/** The colour if it is one, and neither grey nor nearly white or black. */
function strong(value: string | null): string | undefined {
  const rgb = value === null ? undefined : parseColor(value.trim().toLowerCase());
  if (!rgb) return undefined;
  const [most, least] = [Math.max(...rgb), Math.min(...rgb)];
  if (most - least < 40 || most < 45 || least > 225) return undefined;
  return `#${rgb.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

export function parseColor(text: string): [number, number, number] | undefined {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(text);
  if (short) return triple(short.slice(1).map((digit) => Number.parseInt(digit + digit, 16)));
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})(?:[0-9a-f]{2})?$/.exec(text);
  if (long) return triple(long.slice(1).map((digits) => Number.parseInt(digits, 16)));
  const [, kind, inner] = /^(rgb|hsl)a?\(([^)]+)\)$/.exec(text) ?? [];
  if (kind === undefined || inner === undefined) return undefined;
  const numbers = inner
    .split(/[\s,/]+/)
    .filter((part) => part !== "")
    .map((part) => Number.parseFloat(part));
  const [a, b, c, alpha = 1] = numbers;
  if (a === undefined || b === undefined || c === undefined || numbers.some(Number.isNaN) || alpha < 0.5)
    return undefined;
  return kind === "rgb" ? triple([a, b, c]) : triple(fromHsl(a, b / 100, c / 100));
}

function triple(parts: readonly number[]): [number, number, number] {
  const [r = 0, g = 0, b = 0] = parts.map((part) => Math.min(255, Math.max(0, Math.round(part))));
  return [r, g, b];
}

function fromHsl(hue: number, saturation: number, lightness: number): number[] {
  const chroma = saturation * Math.min(lightness, 1 - lightness);
  return [0, 8, 4].map((offset) => {
    const turn = (offset + hue / 30) % 12;
    return 255 * (lightness - chroma * Math.max(-1, Math.min(turn - 3, 9 - turn, 1)));
  });
}
