/** Values of files, feeds and pages as they may stand on a screen. */

/** Plain text of a name or description that may hold HTML. */
export function plainName(text: string): string {
  return withoutScripts(text.slice(0, 20_000))
    .replace(/<\/?[a-z!][^<>]{0,2000}>/giu, " ")
    .replace(/&nbsp;/giu, " ")
    .replace(/&lt;/giu, "<")
    .replace(/&gt;/giu, ">")
    .replace(/&quot;/giu, '"')
    .replace(/&#0?39;|&apos;/giu, "'")
    .replace(/&amp;/giu, "&")
    .replace(/\p{Cc}+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim()
    .toWellFormed();
}

/** What stands between such tags is never said, in one pass. What has no end is left to the rule for all tags. */
function withoutScripts(text: string): string {
  let said = "";
  let from = 0;
  let open: { name: string; at: number } | undefined;
  for (const { 1: slash, 2: tag = "", index } of text.matchAll(/<(\/?)(script|style)\b/giu)) {
    const name = tag.toLowerCase();
    if (slash === "") open ??= { name, at: index };
    else if (open?.name === name) {
      const end = text.indexOf(">", index);
      if (end < 0) break;
      said += `${text.slice(from, open.at)} `;
      from = end + 1;
      open = undefined;
    }
  }
  return said + text.slice(from);
}

/** An address that a browser may open, or null: never a script, a file or data. */
export function safeLink(text: string, base?: string): string | null {
  const url = URL.parse(text.trim(), base);
  if (url === null || !/^https?:$/u.test(url.protocol) || url.username !== "" || url.href.length > 2_048) return null;
  return url.href;
}
