import { chooseLanguage, directionOf, textsFor } from "@parley/widget/texts";
import { contentPolicy, escapeHtml, renderDocument, type Page, type PageAssets } from "./html.ts";
import { mark } from "./sheet.ts";

export interface FaultPageInput {
  kind: "not-found" | "agent-not-found" | "error";
  /** Shown with `error`, so that it can be found in the log. */
  reference: string | null;
  acceptLanguage: string | null;
  nonce: string;
  assets: PageAssets;
}

/** A page for a person who came to an address that does not work, in their language. */
export function faultPage({ kind, reference, acceptLanguage, nonce, assets }: FaultPageInput): Page {
  const language = chooseLanguage({ accept: acceptLanguage });
  const texts = textsFor(language);
  const [title, text] = {
    "not-found": [texts.notFoundTitle, texts.notFoundText],
    "agent-not-found": [texts.goneTitle, texts.goneText],
    error: [texts.errorTitle, texts.errorText],
  }[kind];
  return {
    html: renderDocument({
      title: title ?? "",
      language,
      direction: directionOf(language),
      head: [
        `<meta name="robots" content="noindex">`,
        `<link rel="icon" href="${assets.favicon}">`,
        `<link rel="stylesheet" href="${assets.pagesCss}">`,
      ].join("\n"),
      body: `<div class="sheet"><main>
${mark("Parley")}
<div><h1>${escapeHtml(title ?? "")}</h1>
<p class="lead">${escapeHtml(text ?? "")}</p></div>
${kind === "error" && reference !== null ? `<p class="reference">${escapeHtml(reference)}</p>` : ""}
</main></div>`,
    }),
    headers: contentPolicy({ nonce, frames: "nowhere" }),
  };
}
