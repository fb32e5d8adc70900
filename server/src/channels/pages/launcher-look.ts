import type { Agent } from "@parley/contracts";
import { mendBrand } from "@parley/widget/brand";
import { chooseLanguage, textsFor } from "@parley/widget/texts";

/** What the loader asks for before it shows its button: `[fill, ink]` for both themes, and its few words. */
export interface LauncherLook {
  light: [string, string];
  dark: [string, string];
  open: string;
  close: string;
  unread: string;
}

/** `GET /widget/agents/{agent}/launcher?lang=`: JSON, `access-control-allow-origin: *`, cached for some minutes. */
export function launcherLook(
  agent: Agent,
  wishes: { pageLanguage: string | null; acceptLanguage: string | null },
): LauncherLook {
  const { light, dark } = mendBrand(agent.brand.color);
  const language = chooseLanguage({ page: wishes.pageLanguage, accept: wishes.acceptLanguage, agent: agent.language });
  const texts = textsFor(language);
  return {
    light: [light.fill, light.ink],
    dark: [dark.fill, dark.ink],
    open: texts.open,
    close: texts.close,
    unread: texts.newMessages,
  };
}
