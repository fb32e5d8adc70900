import { contrast, mendBrand } from "@parley/widget/brand";
import { colorOf, surfacesOf } from "@parley/widget/look";
import type { Look } from "./use-look.ts";

export interface ContrastNote {
  /** Where the colour cannot be used as it is. */
  wrong: "nowhere" | "light" | "dark" | "both";
  /** What the colour becomes, `#rrggbb`. */
  light: string;
  dark: string;
  /** Of white on the colour: 1 to 21. */
  ratio: number;
}

/** What becomes of a look's colour on light and on dark pages. */
export function contrastNote(look: Look, siteColor: string | null): ContrastNote {
  const color = colorOf(look, siteColor);
  const { light, dark } = mendBrand(color, surfacesOf(look, color));
  const isLight = light.fill !== color;
  const isDark = dark.fill !== color;
  return {
    wrong: isLight ? (isDark ? "both" : "light") : isDark ? "dark" : "nowhere",
    light: light.fill,
    dark: dark.fill,
    ratio: contrast(color, "#ffffff"),
  };
}
