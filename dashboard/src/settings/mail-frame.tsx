import { useMemo, useState } from "react";

/**
 * A mail as its reader sees it, in a frame in which nothing runs and no link leads anywhere. The page's policy lets no
 * markup bring styles along, so they are set when the frame is there.
 */
export function MailFrame({ html, title }: { html: string; title: string }) {
  const [height, setHeight] = useState(420);
  const { page, sheet } = useMemo(() => withoutStyles(html), [html]);
  return (
    <iframe
      sandbox="allow-same-origin"
      title={title}
      srcDoc={page}
      height={height}
      className="block w-full rounded-card border border-line bg-surface"
      onLoad={({ currentTarget: { contentDocument } }) => {
        if (!contentDocument) return;
        dress(contentDocument, sheet);
        setHeight(Math.max(200, contentDocument.body.offsetHeight));
      }}
    />
  );
}

/** Our own template escapes what it is given, so that ` style="` is an attribute wherever it stands. */
function withoutStyles(html: string): { page: string; sheet: string } {
  const block = /<style>([\s\S]*?)<\/style>/;
  return { page: html.replace(block, "").replaceAll(' style="', ' data-style="'), sheet: block.exec(html)?.[1] ?? "" };
}

function dress(page: Document, text: string): void {
  for (const element of page.querySelectorAll("[data-style]")) {
    // Elements of the frame are of its own classes: `instanceof` says nothing here.
    const style: unknown = Reflect.get(element, "style");
    if (typeof style === "object" && style !== null)
      Reflect.set(style, "cssText", element.getAttribute("data-style") ?? "");
  }
  if (!page.defaultView) return;
  const sheet = new page.defaultView.CSSStyleSheet();
  sheet.replaceSync(text);
  page.adoptedStyleSheets = [sheet];
}
