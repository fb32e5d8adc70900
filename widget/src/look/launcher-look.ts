import type { Agent, Look } from "@parley/contracts";
import { mendBrand } from "../brand/mend-brand.ts";
import type { Texts } from "../texts/types.ts";
import { launcherCss } from "./launcher-css.ts";
import { pageRule } from "./page-rule.ts";
import { colorOf, surfacesOf, templates } from "./templates.ts";

/** What the loader asks for before it shows its button. */
export interface LauncherLook {
  /** Rules for `button` and `iframe` in the loader's shadow root, after its own. */
  css: string;
  /** The words on the button; empty for none. */
  label: string;
  /** Empty: as the page around it. */
  theme: "light" | "dark" | "";
  /** A regular expression on `path?query#fragment`: where the button stands. */
  on: string;
  open: string;
  close: string;
  unread: string;
}

export type LauncherTexts = Pick<Texts, "open" | "close" | "newMessages" | "placeholder">;

/** `server` is this server's own address, with which a logo's address begins. */
export function launcherLook(agent: Agent, texts: LauncherTexts, server: string): LauncherLook {
  const { look, brand } = agent;
  const color = colorOf(look, brand.color);
  const accents = mendBrand(color, surfacesOf(look, color));
  const label = labelOf(look, texts);
  return {
    css: launcherCss({ look, accents, surfaces: surfacesOf(look, color), logo: logoOf(agent, server) }),
    label,
    theme: look.theme === "auto" ? "" : look.theme,
    on: pageRule(look.pages),
    open: label || texts.open,
    close: texts.close,
    unread: texts.newMessages,
  };
}

function labelOf(look: Look, texts: LauncherTexts): string {
  if ((look.launcher.kind ?? templates[look.template].launcher.kind) !== "label") return "";
  return look.launcher.label ?? texts.placeholder.replace(/\s*(…|\.\.\.)$/, "");
}

/** A path on the server only: nobody else's picture belongs on the button. */
function logoOf({ brand }: Agent, server: string): string | null {
  return brand.logoUrl !== null && /^\/[\w/-]+$/.test(brand.logoUrl) ? server + brand.logoUrl : null;
}
