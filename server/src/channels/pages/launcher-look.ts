import type { Agent } from "@parley/contracts";
import { launcherLook as lookOf, type LauncherLook } from "@parley/widget/look";
import { chooseLanguage, textsFor } from "@parley/widget/texts";

export interface LauncherWishes {
  pageLanguage: string | null;
  acceptLanguage: string | null;
  /** This server's own address, as the page around reaches it. */
  server: string;
}

/** `GET /widget/agents/{agent}/launcher?lang=`: JSON, `access-control-allow-origin: *`, cached for some minutes. */
export function launcherLook(agent: Agent, { pageLanguage, acceptLanguage, server }: LauncherWishes): LauncherLook {
  const language = chooseLanguage({ page: pageLanguage, accept: acceptLanguage, agent: agent.language });
  return lookOf(agent, textsFor(language), server);
}
