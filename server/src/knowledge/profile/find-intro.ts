import { plainText } from "../plain-text.ts";

/**
 * The paragraph by which a start page says what the site is about, for sites without a description: the first one that
 * names it, else the first. Null where the page begins with nothing but headings, lists and buttons.
 */
export function findIntro(markdown: string, name: string | null): string | null {
  const paragraphs = markdown
    .slice(0, MOST_TEXT)
    .split(/\n{2,}/u)
    .filter((block) => !MARKED.test(block))
    .map((block) => plainText(block).replace(/\s+/gu, " ").trim())
    .filter((text) => text.length >= FEWEST && text.length <= MOST && SENTENCE.test(text));
  const [first = null] = paragraphs;
  const named = name?.toLowerCase();
  return (named !== undefined && paragraphs.find((text) => text.toLowerCase().includes(named))) || first;
}

/** Headings, lists, tables, quotes, code and pictures. */
const MARKED = /^\s*(?:#|[-*+]\s|\d+[.)]\s|\||>|```|~~~|!\[)/u;
const SENTENCE = /[.!?…。！？।؟]["'”»)]?$/u;
const FEWEST = 40;
const MOST = 600;
const MOST_TEXT = 10_000;
