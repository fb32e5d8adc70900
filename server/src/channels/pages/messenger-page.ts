import type { Agent } from "@parley/contracts";
import { chooseLanguage, directionOf, textsFor } from "@parley/widget/texts";
import { brandStyle } from "./brand-style.ts";
import { contentPolicy, escapeHtml, jsonBlock, renderDocument, type Page, type PageAssets } from "./html.ts";

export interface MessengerPageInput {
  agentId: string;
  /** Null if there is no such agent: the frame then says so. */
  agent: Agent | null;
  /** How far the first reading of the site is; null when none is going on. */
  reading: { pages: number } | null;
  /** `lang` of the address: what the host page speaks. */
  pageLanguage: string | null;
  acceptLanguage: string | null;
  nonce: string;
  assets: PageAssets;
}

/** The messenger inside its frame on somebody's page: `GET /widget/frame?agent=&lang=&theme=`. */
export function messengerPage(input: MessengerPageInput): Page {
  const { agentId, agent, reading, nonce, assets } = input;
  const language = chooseLanguage({
    page: input.pageLanguage,
    accept: input.acceptLanguage,
    agent: agent?.language ?? null,
  });
  const boot = { agentId, agent, mode: "frame", language, texts: textsFor(language), snippet: null, reading };
  return {
    html: renderDocument({
      title: agent?.name ?? textsFor(language).aiAgent,
      language,
      direction: directionOf(language),
      head: [
        `<meta name="robots" content="noindex">`,
        `<link rel="stylesheet" href="${assets.messengerCss}">`,
        `<link rel="preload" href="${assets.font}" as="font" type="font/woff2" crossorigin>`,
        brandStyle(agent?.brand.color ?? null, nonce),
        jsonBlock("parley-boot", boot),
        `<script type="module" src="${assets.messengerJs}"></script>`,
      ].join("\n"),
      body: `<div id="parley"><noscript>${escapeHtml(textsFor(language).needsScript)}</noscript></div>`,
    }),
    headers: contentPolicy({ nonce, frames: "anywhere" }),
  };
}
