import type { Agent } from "@parley/contracts";
import { chooseLanguage, directionOf, textsFor } from "@parley/widget/texts";
import { contentPolicy, escapeHtml, jsonBlock, renderDocument, type Page, type PageAssets } from "./html.ts";

export interface StagePageInput {
  agent: Agent;
  /** `lang` of the address: what the page that is shown speaks. */
  pageLanguage: string | null;
  acceptLanguage: string | null;
  nonce: string;
  assets: PageAssets;
}

/**
 * `GET /widget/stage?agent=`: a sketch of somebody's page with the launcher and the messenger on it, for the editor of
 * looks. Our own pages alone may hold it, and tell it what to show (`widget/src/preview/stage.ts`).
 */
export function stagePage({ agent, pageLanguage, acceptLanguage, nonce, assets }: StagePageInput): Page {
  const language = chooseLanguage({ page: pageLanguage, accept: acceptLanguage, agent: agent.language });
  const { open, close, newMessages, placeholder } = textsFor(language);
  const boot = { agent, texts: { open, close, newMessages, placeholder }, language };
  return {
    html: renderDocument({
      title: agent.name,
      language,
      direction: directionOf(language),
      attributes: { "data-theme": "light" },
      head: [
        `<meta name="robots" content="noindex">`,
        `<link rel="stylesheet" href="${assets.stageCss}">`,
        jsonBlock("parley-stage", boot),
        `<script type="module" src="${assets.stageJs}"></script>`,
      ].join("\n"),
      body: sketch(agent),
    }),
    headers: contentPolicy({ nonce, frames: [], holds: "frames" }),
  };
}

/** Grey lines where a site has its words: what counts here is the widget. */
function sketch({ name, brand }: Agent): string {
  const logo = brand.logoUrl === null ? "" : `<img src="${escapeHtml(brand.logoUrl)}" alt="">`;
  const line = (width: number) => `<i class="w${width}"></i>`;
  const card = `<div class="card"><b></b>${line(80)}${line(95)}${line(60)}</div>`;
  return `<div class="site" aria-hidden="true"><header>${logo}<strong dir="auto">${escapeHtml(name)}</strong><nav><i></i><i></i><i></i></nav></header>
<main><div class="hero"><em></em><em></em>${line(90)}${line(70)}<span class="action"></span></div><div class="picture"></div>
<div class="cards">${card.repeat(3)}</div><div class="prose"><i></i>${line(94)}${line(95)}${line(62)}</div></main></div>`;
}
