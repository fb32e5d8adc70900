import type { Look } from "@parley/contracts";
import { lookStyle } from "../../look/look-style.ts";

export type Theme = "light" | "dark" | null;

export interface Shown {
  look: Look;
  /** What the site is known by. */
  siteColor: string | null;
  /** What the page around has; null leaves it to the system. */
  theme: Theme;
}

/** Gives the page a look: computed colours through the CSSOM, as CSP asks, and the template's own style sheet. */
export function applyLook({ look, siteColor, theme }: Shown): void {
  const { style, dataset } = document.documentElement;
  const { attributes, variables } = lookStyle(look, siteColor);
  const wear = () => {
    for (const [name, value] of Object.entries(variables)) style.setProperty(name, value);
    Object.assign(dataset, attributes);
    const wanted = look.theme === "auto" ? theme : look.theme;
    if (wanted === null) delete dataset.theme;
    else dataset.theme = wanted;
  };
  if (dataset.template === look.template) wear();
  else fetchTemplate(look.template, wear);
}

/** The sheet before stays until the new one is there, so that nothing is seen undressed. */
function fetchTemplate(template: string, wear: () => void): void {
  const before = document.querySelectorAll("link[data-look]");
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.dataset.look = template;
  link.href = new URL(`look-${template}.css`, import.meta.url).href;
  link.onload = () => {
    for (const old of before) old.remove();
    // Whoever changed their mind meanwhile has a sheet of their own under way.
    if (link.isConnected) wear();
  };
  document.head.append(link);
}
