import type { Agent } from "@parley/contracts";
import type { Texts } from "../texts/types.ts";

/** What the server writes into the page, so that the first picture needs no request. */
export interface Boot {
  agentId: string;
  agent: Agent | null;
  /** `frame` behind a launcher, `page` for the whole of `/try`. */
  mode: "frame" | "page";
  language: string;
  texts: Texts;
  /** On `/try`: what to paste on one's own site. */
  snippet: string | null;
  /** How far the first reading of the site is, if it goes on. */
  reading: Reading | null;
  /** The page's own wish for the accent, which goes before the look's. */
  color: string | null;
}

export interface Reading {
  pages: number;
}

/** Reads the data block that the server put into the page. */
export function readBoot(document: Document): Boot {
  const boot: Boot = JSON.parse(document.getElementById("parley-boot")?.textContent ?? "null");
  return boot;
}
