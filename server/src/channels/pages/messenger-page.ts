import type { Agent } from "@parley/contracts";
import { chooseLanguage, directionOf, textsFor } from "@parley/widget/texts";
import { contentPolicy, escapeHtml, jsonBlock, renderDocument, type Page, type PageAssets } from "./html.ts";
import { lookHead } from "./look-head.ts";

export interface MessengerPageInput {
  agentId: string;
  /** Null if there is no such agent: the frame then says so. */
  agent: Agent | null;
  /** How far the first reading of the site is; null when none is going on. */
  reading: { pages: number } | null;
  /** `lang` of the address: what the host page speaks. */
  pageLanguage: string | null;
  acceptLanguage: string | null;
  /** `data-color` of the page's script: `#rrggbb`, or anything. */
  pageColor: string | null;
  /** `light` or `dark` as the page around is, or anything. */
  pageTheme: string | null;
  /** In the editor of looks: nothing is said and stored there, and only our own pages may hold it. */
  preview: boolean;
  nonce: string;
  assets: PageAssets;
}

/** The messenger inside its frame on somebody's page: `GET /widget/frame?agent=&lang=&theme=&color=&preview=`. */
export function messengerPage(input: MessengerPageInput): Page {
  const { agentId, reading, preview, nonce, assets } = input;
  const agent = input.agent && withColor(input.agent, input.pageColor);
  const language = chooseLanguage({
    page: input.pageLanguage,
    accept: input.acceptLanguage,
    agent: agent?.language ?? null,
  });
  const texts = textsFor(language);
  const color = agent?.look.accent ?? null;
  const boot = { agentId, agent, mode: "frame", language, texts, snippet: null, reading, color };
  const look = agent && lookHead(agent, { nonce, assets });
  return {
    html: renderDocument({
      title: agent?.name ?? texts.aiAgent,
      language,
      direction: directionOf(language),
      attributes: { ...themeOf(input.pageTheme), ...look?.attributes },
      head: [
        `<meta name="robots" content="noindex">`,
        look?.head ?? `<link rel="stylesheet" href="${assets.messengerCss}">`,
        jsonBlock("parley-boot", boot),
        `<script type="module" src="${preview ? assets.previewJs : assets.messengerJs}"></script>`,
      ].join("\n"),
      body: `<div id="parley"><noscript>${escapeHtml(texts.needsScript)}</noscript></div>`,
    }),
    headers: contentPolicy({ nonce, frames: preview ? [] : framedBy(agent) }),
  };
}

/** Worn from the first picture on; a look that is always light or dark goes before it. */
const themeOf = (theme: string | null): Record<string, string> =>
  theme === "light" || theme === "dark" ? { "data-theme": theme } : {};

const framedBy = (agent: Agent | null) => (agent?.look.domains.length ? agent.look.domains : "anywhere");

/** The page's own wish goes before the look's; mended where it is used. */
export function withColor(agent: Agent, color: string | null): Agent {
  if (color === null || !/^#[0-9a-f]{6}$/i.test(color)) return agent;
  return { ...agent, look: { ...agent.look, accent: color.toLowerCase() } };
}
