import { analyse, analyseTitle } from "./analyse/analyse.ts";
import { chunkMarkdown } from "./chunk.ts";
import { wordsIn } from "./text-size.ts";

/** What is stored of a document; the rest follows from it. */
export interface DocumentText {
  title: string;
  language: string;
  /** Markdown. */
  content: string;
}

export interface PreparedChunk {
  headings: string[];
  text: string;
  /** Terms of its running text, repeated ones counted. */
  tokens: number;
  /** Term to how often; words of the title and the headings count as said twice more. */
  terms: Map<string, number>;
}

export interface PreparedDocument {
  words: number;
  tokens: number;
  chunks: PreparedChunk[];
}

/** Changes with everything that makes other terms of the same text. */
export const ANALYSIS = `1/${process.versions.icu ?? ""}`;

const MOST_OFTEN = 32_767;
const TITLE_COUNTS = 2;
const HEADING_COUNTS = 2;

/** Passages of a document with their terms. Pure. */
export function prepareDocument({ title, language, content }: DocumentText): PreparedDocument {
  const chunks = chunkMarkdown(content, { title, language }).map(({ headings, text }): PreparedChunk => {
    const { terms, tokens } = countTerms({ title, headings, text, language });
    return { headings, text, tokens, terms };
  });
  return { words: wordsIn(content), tokens: chunks.reduce((sum, chunk) => sum + chunk.tokens, 0), chunks };
}

/** The same terms from what is stored of a passage, so that its postings can be deleted by their keys. */
export function countTerms(passage: { title: string; headings: readonly string[]; text: string; language: string }) {
  const { title, headings, text, language } = passage;
  const terms = new Map<string, number>();
  const add = (term: string, count: number) => terms.set(term, Math.min(MOST_OFTEN, (terms.get(term) ?? 0) + count));
  const running = analyse(text, language);
  for (const term of running) add(term, 1);
  for (const term of new Set(analyseTitle(title, language))) add(term, TITLE_COUNTS);
  for (const term of new Set(headings.flatMap((heading) => analyseTitle(heading, language)))) add(term, HEADING_COUNTS);
  return { terms, tokens: Math.min(MOST_OFTEN, running.length) };
}

/** What the database can hold: no NUL, no half of a surrogate pair, no other control character but tab and newline. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, " ");
}
