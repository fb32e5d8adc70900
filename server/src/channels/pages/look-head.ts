import type { Agent } from "@parley/contracts";
import { lookStyle } from "@parley/widget/look";
import type { PageAssets } from "./html.ts";

export interface LookHead {
  /** Of the root element. */
  attributes: Record<string, string>;
  /** Style sheets, computed colours and the font that is needed first. */
  head: string;
}

/** An agent's look before any script runs, so that the first picture has its shapes and colours. */
export function lookHead(agent: Agent, { nonce, assets }: { nonce: string; assets: PageAssets }): LookHead {
  const { look, brand } = agent;
  const { attributes, variables } = lookStyle(look, brand.color);
  const rules = Object.entries(variables).map(([name, value]) => `${name}:${value}`);
  const font = attributes.font === "inter";
  return {
    attributes: {
      ...Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`data-${name}`, value])),
      ...(look.theme === "auto" ? {} : { "data-theme": look.theme }),
    },
    head: [
      `<link rel="stylesheet" href="${assets.messengerCss}">`,
      `<link rel="stylesheet" href="${assets.looks[look.template]}" data-look="${look.template}">`,
      font ? `<link rel="preload" href="${assets.font}" as="font" type="font/woff2" crossorigin>` : "",
      `<style nonce="${nonce}">html:root{${rules.join(";")}}</style>`,
    ].join("\n"),
  };
}
