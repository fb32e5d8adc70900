import { useMemo, useState } from "react";

/**
 * A mail as its reader sees it, in a frame in which nothing runs and no link leads anywhere. The page's policy lets no
 * markup bring styles along, so they are set one by one when the frame is there.
 */
export function MailFrame({ html, title }: { html: string; title: string }) {
  const [height, setHeight] = useState(420);
  const page = useMemo(() => withoutStyles(html), [html]);
  return (
    <iframe
      sandbox="allow-same-origin"
      title={title}
      srcDoc={page}
      height={height}
      className="block w-full rounded-card border border-line bg-surface"
      onLoad={({ currentTarget: { contentDocument } }) => {
        if (!contentDocument) return;
        for (const element of contentDocument.querySelectorAll<HTMLElement>("[data-style]"))
          element.style.cssText = element.dataset["style"] ?? "";
        setHeight(Math.max(200, contentDocument.documentElement.scrollHeight));
      }}
    />
  );
}

/** Our own template escapes what it is given, so that ` style="` is an attribute wherever it stands. */
function withoutStyles(html: string): string {
  return html
    .replaceAll(/<style>[\s\S]*?<\/style>/g, "")
    .replaceAll('content="light dark"', 'content="light"')
    .replaceAll(' style="', ' data-style="');
}
