/** The addresses of what the widget's build made, from `entries` of its manifest. */
export interface PageAssets {
  messengerJs: string;
  messengerCss: string;
  pagesCss: string;
  favicon: string;
  shareImage: string | null;
  font: string;
  /** The style sheet of each template. */
  looks: Record<string, string>;
  /** The messenger and the page around it in the editor of looks. */
  previewJs: string;
  stageJs: string;
  stageCss: string;
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
  /** Of the root element; values are escaped here. */
  attributes?: Record<string, string>;
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

export function renderDocument({ title, language, direction, attributes = {}, head, body }: DocumentParts): string {
  const own = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeHtml(value)}"`);
  return `<!doctype html>
<html lang="${escapeHtml(language)}" dir="${direction}"${own.join("")}>
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
  holds = "nothing",
}: {
  nonce: string;
  /** Who may frame the page; a list names domains such as `*.example.com`, and lets this server do it too. */
  frames: "anywhere" | "nowhere" | readonly string[];
  /** Whether it has frames of ours in it. */
  holds?: "nothing" | "frames";
}): Record<string, string> {
  return {
    "content-security-policy": [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      // In the messenger alone: pictures of products lie where the shop has them.
      `img-src 'self'${holds === "nothing" && frames !== "nowhere" ? " https:" : ""}`,
      "font-src 'self'",
      "connect-src 'self'",
      ...(holds === "frames" ? ["frame-src 'self'"] : []),
      "base-uri 'none'",
      "form-action 'none'",
      `frame-ancestors ${ancestors(frames)}`,
    ].join("; "),
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-cache",
    "referrer-policy": "strict-origin-when-cross-origin",
    "x-content-type-options": "nosniff",
    vary: "accept-language",
  };
}

function ancestors(frames: "anywhere" | "nowhere" | readonly string[]): string {
  if (typeof frames === "string") return frames === "anywhere" ? "*" : "'none'";
  return ["'self'", ...frames.flatMap((domain) => [`https://${domain}`, `http://${domain}`])].join(" ");
}
