import type { Agent } from "@parley/contracts";
import { contentPolicy, escapeHtml, renderDocument, type Page, type PageAssets } from "./html.ts";
import { brandStyle } from "./brand-style.ts";
import { mark, rows } from "./sheet.ts";

export interface HomePageInput {
  version: string;
  /** Only what the caller may know of: empty unless the request is the server admin's own. */
  agents: Agent[];
  nonce: string;
  assets: PageAssets;
}

/** `GET /`: what runs here, and where to go on. For the person who runs the server, in English. */
export function homePage({ version, agents, nonce, assets }: HomePageInput): Page {
  const links = [
    { href: "/openapi.json", title: "API reference", about: "OpenAPI, for clients and tools" },
    { href: "/healthz", title: "Health", about: "Whether the server is up" },
  ];
  const own = agents.map((agent) => ({
    href: `/try/${agent.id}`,
    title: agent.name,
    about: aboutAgent(agent),
  }));
  return {
    html: renderDocument({
      title: "Parley",
      language: "en",
      direction: "ltr",
      head: [
        `<meta name="robots" content="noindex">`,
        `<link rel="icon" href="${assets.favicon}">`,
        `<link rel="stylesheet" href="${assets.pagesCss}">`,
        brandStyle(null, nonce),
      ].join("\n"),
      body: `<div class="sheet"><main>
${mark(`Parley <small>${escapeHtml(version)}</small>`)}
<div><h1>Turn any website into an agent that answers.</h1>
<p class="lead">Parley reads a site and answers its visitors from it, shows where each answer comes from, and says so when the site does not hold it.</p></div>
${own.length > 0 ? `<section><h2>Agents on this server</h2>${rows(own)}</section>` : ""}
<section><h2>${own.length > 0 ? "Make another agent" : "Make an agent"}</h2><pre class="command" tabindex="0">npm start -- https://your-site.example</pre></section>
<section><h2>More</h2>${rows(links)}</section>
</main></div>`,
    }),
    headers: contentPolicy({ nonce, frames: "nowhere" }),
  };
}

function aboutAgent({ id, siteUrl, state }: Agent): string {
  if (state === "reading") return `Still reading ${siteUrl ?? "its site"}`;
  if (state === "empty") return siteUrl === null ? "Knows nothing yet" : `Found nothing to answer from at ${siteUrl}`;
  return siteUrl ?? id;
}
