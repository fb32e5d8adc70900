import { mendBrand } from "../../brand/mend-brand.ts";

export type Theme = "light" | "dark" | null;

/** Sets the accent for both themes; null leaves the choice of theme to the system. Through the CSSOM, as CSP asks. */
export function applyTheme(color: string | null, theme: Theme): void {
  const { style, dataset } = document.documentElement;
  const { light, dark } = mendBrand(color);
  style.setProperty("--accent", `light-dark(${light.fill}, ${dark.fill})`);
  style.setProperty("--on-accent", `light-dark(${light.ink}, ${dark.ink})`);
  style.setProperty("--accent-text", `light-dark(${light.text}, ${dark.text})`);
  style.setProperty("--accent-soft", `light-dark(${light.soft}, ${dark.soft})`);
  if (theme === null) delete dataset.theme;
  else dataset.theme = theme;
}
