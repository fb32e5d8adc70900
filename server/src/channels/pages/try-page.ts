import type { Agent } from "@parley/contracts";
import { chooseLanguage, directionOf, fill, textsFor } from "@parley/widget/texts";
import { contentPolicy, escapeHtml, jsonBlock, renderDocument, type Page, type PageAssets } from "./html.ts";
import { lookHead } from "./look-head.ts";

export interface TryPageInput {
  agent: Agent;
  /** How far the first reading of the site is; null when none is going on. */
  reading: { pages: number } | null;
  /** The server's own address as the outside sees it, without a slash at the end. */
  publicUrl: string;
  acceptLanguage: string | null;
  nonce: string;
  assets: PageAssets;
}

/** `GET /try/{agent}`: one agent on its own, worth sending to somebody. */
export function tryPage({ agent, reading, publicUrl, acceptLanguage, nonce, assets }: TryPageInput): Page {
  const language = chooseLanguage({ accept: acceptLanguage, agent: agent.language });
  const texts = textsFor(language);
  const about = fill(texts.about, { site: siteOf(agent) });
  const boot = {
    agentId: agent.id,
    agent,
    mode: "page",
    language,
    texts,
    snippet: snippetFor(agent.id, publicUrl),
    reading,
    color: null,
  };
  const look = lookHead(agent, { nonce, assets });
  return {
    html: renderDocument({
      title: `${agent.name} · ${texts.aiAgent}`,
      language,
      direction: directionOf(language),
      attributes: look.attributes,
      head: [
        `<meta name="robots" content="noindex">`,
        `<meta name="description" content="${escapeHtml(about)}">`,
        shareCard({ agent, about, publicUrl, image: assets.shareImage }),
        `<link rel="icon" href="${escapeHtml(agent.brand.logoUrl ?? assets.favicon)}">`,
        look.head,
        jsonBlock("parley-boot", boot),
        `<script type="module" src="${assets.messengerJs}"></script>`,
      ].join("\n"),
      body: `<div id="parley">${firstPicture(agent, about, texts.aiAgent)}<noscript>${escapeHtml(texts.needsScript)}</noscript></div>`,
    }),
    headers: contentPolicy({ nonce, frames: "nowhere" }),
  };
}

export function snippetFor(agentId: string, publicUrl: string): string {
  return `<script async src="${publicUrl}/widget.js" data-agent="${agentId}"></script>`;
}

function siteOf(agent: Agent): string {
  if (agent.siteUrl === null || !URL.canParse(agent.siteUrl)) return agent.name;
  const url = new URL(agent.siteUrl);
  return (url.host.replace(/^www\./, "") + url.pathname).replace(/\/$/, "");
}

function shareCard({
  agent,
  about,
  publicUrl,
  image,
}: {
  agent: Agent;
  about: string;
  publicUrl: string;
  image: string | null;
}): string {
  const entries = [
    ["og:type", "website"],
    ["og:title", agent.name],
    ["og:description", about],
    ["og:url", `${publicUrl}/try/${agent.id}`],
    ...(image === null
      ? []
      : [
          ["og:image", publicUrl + image],
          ["og:image:width", "1200"],
          ["og:image:height", "630"],
        ]),
  ];
  const card = image === null ? "summary" : "summary_large_image";
  const tags = entries.map(([name = "", value = ""]) => `<meta property="${name}" content="${escapeHtml(value)}">`);
  return [...tags, `<meta name="twitter:card" content="${card}">`].join("\n");
}

/** What stands there until the messenger draws itself in the same place. */
function firstPicture(agent: Agent, about: string, badge: string): string {
  const logo = agent.brand.logoUrl;
  const avatar = (size: string) =>
    logo === null
      ? `<span class="avatar ${size}" aria-hidden="true">${escapeHtml([...agent.name.trim()][0]?.toUpperCase() ?? "?")}</span>`
      : `<span class="avatar ${size} logo" aria-hidden="true"><img src="${escapeHtml(logo)}" alt=""></span>`;
  const name = escapeHtml(agent.name);
  return `<div class="messenger page first"><header class="header">${avatar("small")}<div class="who"><h1 class="name" dir="auto">${name}</h1>
<p class="sub"><span class="badge">${escapeHtml(badge)}</span></p></div></header>
<main class="talk"><div class="log-frame"><div class="log"><div class="log-content"><div class="welcome new">${avatar("large")}
<h2 class="welcome-name" dir="auto">${name}</h2><p class="greeting" dir="auto">${escapeHtml(agent.greeting)}</p>
<p class="about">${escapeHtml(about)}</p></div></div></div></div></main></div>`;
}
