/** The addresses of what the widget's build made, from `entries` of its manifest. */
export interface PageAssets {
  messengerJs: string;
  messengerCss: string;
  pagesCss: string;
  favicon: string;
  shareImage: string | null;
  font: string;
}

/** A whole page, and the headers that belong to it. */
export interface Page {
  html: string;
  headers: Record<string, string>;
}

export interface DocumentParts {
  title: string;
  language: string;
  direction: "ltr" | "rtl";
  /** Markup of ours, values escaped. */
  head: string;
  body: string;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** A value as the text of a JSON data block: nothing in it can end the block. */
export function jsonBlock(id: string, value: unknown): string {
  const json = JSON.stringify(value).replace(/</g, "\\u003c");
  return `<script type="application/json" id="${id}">${json}</script>`;
}

export function renderDocument({ title, language, direction, head, body }: DocumentParts): string {
  return `<!doctype html>
<html lang="${escapeHtml(language)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<title>${escapeHtml(title)}</title>
${head}
</head>
<body>
${body}
</body>
</html>
`;
}

/** Everything from this server, nothing inline but data and the colours under the nonce. */
export function contentPolicy({
  nonce,
  frames,
}: {
  nonce: string;
  frames: "anywhere" | "nowhere";
}): Record<string, string> {
  return {
    "content-security-policy": [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      "img-src 'self'",
      "font-src 'self'",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      `frame-ancestors ${frames === "anywhere" ? "*" : "'none'"}`,
    ].join("; "),
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-cache",
    "referrer-policy": "strict-origin-when-cross-origin",
    "x-content-type-options": "nosniff",
    vary: "accept-language",
  };
}
