import type { Look } from "@parley/contracts";
import { mendBrand } from "../brand/mend-brand.ts";
import { colorOf, surfacesOf, templates } from "./templates.ts";

/** A look as the page has it: attributes of the root that the style sheets know, and computed CSS variables. */
export interface LookStyle {
  attributes: { template: string; font: string; avatar: string };
  variables: Record<string, string>;
}

/** `siteColor` is what the site is known by, for a look without a colour of its own. */
export function lookStyle(look: Look, siteColor: string | null): LookStyle {
  const color = colorOf(look, siteColor);
  const surfaces = surfacesOf(look, color);
  const { light, dark } = mendBrand(color, surfaces);
  const template = templates[look.template];
  const pair = (day: string, night: string) => `light-dark(${day}, ${night})`;
  return {
    attributes: { template: look.template, font: look.font ?? template.font, avatar: look.avatar },
    variables: {
      "--accent": pair(light.fill, dark.fill),
      "--on-accent": pair(light.ink, dark.ink),
      "--accent-text": pair(light.text, dark.text),
      "--accent-soft": pair(light.soft, dark.soft),
      "--accent-second": pair(light.second, dark.second),
      "--surface": pair(surfaces.light[0], surfaces.dark[0]),
      "--soft": pair(surfaces.light[1], surfaces.dark[1]),
      "--corner": `${look.corners ?? template.corners}px`,
    },
  };
}
