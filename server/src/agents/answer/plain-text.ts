/** Markdown as a person reads it: no marks, no link targets, one line. */
export function plainText(markdown: string): string {
  if (!MARKS.test(markdown)) return squeeze(markdown);
  return squeeze(
    markdown
      .replace(IMAGE, " ")
      .replace(LINK, "$1")
      .replace(AUTOLINK, "$1")
      .replace(TAG, "")
      .replace(CODE, "$2")
      .replace(STRONG, "$2")
      .replace(EMPHASIS, "$2")
      .replace(STRIKE, "$1")
      .replace(ESCAPE, "$1"),
  );
}

function squeeze(text: string): string {
  return text.replace(SPACE, " ").trim();
}

const MARKS = /[[\]<>`*_~\\&]/u;
const IMAGE = /!\[[^\]]*\]\([^)]*\)/gu;
// One level of brackets inside the address, as encyclopedias have them.
const LINK = /\[([^\]]*)\]\((?:[^()]|\([^()]*\))*\)/gu;
const AUTOLINK = /<((?:https?:|mailto:)[^>\s]+)>/gu;
const TAG = /<\/?[a-z][^<>]*>/giu;
const CODE = /(`+)(.+?)\1/gu;
const STRONG = /(\*\*|__)(?=\S)(.+?\S?)\1/gu;
const EMPHASIS = /(?<![\p{L}\p{N}*_])([*_])(?=\S)([^*_]*?\S)\1(?![\p{L}\p{N}*_])/gu;
const STRIKE = /~~(.+?)~~/gu;
const ESCAPE = /\\([!-/:-@[-`{-~])/gu;
const SPACE = /[\s\u00a0\u200b\ufeff]+/gu;
