/** Values of files, feeds and pages as they may stand on a screen. */

/** Plain text of a name or description that may hold HTML. */
export function plainName(text: string): string {
  return text
    .slice(0, 20_000)
    .replace(/<(script|style)\b[^<]*(?:<(?!\/\1)[^<]*)*<\/\1\s*>/giu, " ")
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

/** An address that a browser may open, or null: never a script, a file or data. */
export function safeLink(text: string, base?: string): string | null {
  const url = URL.parse(text.trim(), base);
  if (url === null || !/^https?:$/u.test(url.protocol) || url.username !== "" || url.href.length > 2_048) return null;
  return url.href;
}
