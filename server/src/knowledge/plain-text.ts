/** Markdown of a passage as a person reads it: no marks of headings, emphasis or links; lines and cells stay apart. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/(?<![ \t])[ \t]{200,}/g, " ")
    .replace(/^\s{0,3}(?:`{3,}|~{3,}).*$/gm, "")
    .replace(/!\[([^\]]{0,1000})\]\([^()\s]*(?:\s+"[^"]*")?\)/g, "$1")
    .replace(/\[([^\]]{1,1000})\]\([^()\s]*(?:\s+"[^"]*")?\)/g, "$1")
    .replace(/^\s{0,3}#{1,6}\s+/gm, "")
    .replace(/^\s{0,3}>\s?/gm, "")
    .replace(/^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*\n?/gm, "")
    .replace(/^[ \t]*\|[ \t]*|[ \t]*\|[ \t]*$/gm, "")
    .replace(/[ \t]+\|[ \t]+/g, " · ")
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, "$2")
    .replace(/`([^`\n]+)`/g, "$1")
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>])/g, "$1")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
