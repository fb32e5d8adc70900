import { analyse, analyseTitle } from "../analyse/analyse.ts";
import { chunkMarkdown } from "./chunk.ts";
import { placesOfChunk, type PlaceAt } from "./place-of-chunk.ts";
import { wordsIn } from "./text-size.ts";

/** What is stored of a document; the rest follows from it. */
export interface DocumentText {
  title: string;
  language: string;
  /** Markdown. */
  content: string;
  /** Where in their file its parts stand, in order. */
  places?: readonly PlaceAt[];
}

export interface PreparedChunk {
  headings: string[];
  text: string;
  /** Where in its file its parts stand; null where nothing is known. */
  places: PlaceAt[] | null;
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
export const ANALYSIS = `2/${process.versions.icu ?? ""}`;

/** So many passages are analysed in one go, which takes some milliseconds. */
export const AT_ONCE = 50;
const MOST_OFTEN = 32_767;
const TITLE_COUNTS = 2;
const HEADING_COUNTS = 2;

/** Passages of a document with their terms. Lets others have their turn while it works on a long one. */
export async function prepareDocument({ title, language, content, places }: DocumentText): Promise<PreparedDocument> {
  const chunks: PreparedChunk[] = [];
  for (const { headings, text, pieces } of chunkMarkdown(content, { title, language })) {
    chunks.push({
      headings,
      text,
      places: placesOfChunk(places, pieces),
      ...countTerms({ title, headings, text, language }),
    });
    if (chunks.length % AT_ONCE === 0) await breathe();
  }
  return { words: wordsIn(content), tokens: chunks.reduce((sum, chunk) => sum + chunk.tokens, 0), chunks };
}

/** What waits in this process, sockets most of all, comes first. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

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

/**
 * Runs of blanks that nobody reads are shortened, and the places after them move along: expressions that look for the
 * end of a run would go over a long one again from each of its signs.
 */
export function withoutGaps(text: string, places?: readonly PlaceAt[]): { content: string; places?: PlaceAt[] } {
  const gaps = [...text.matchAll(/(?<!\s)\s{200,}/gu)];
  if (gaps.length === 0) return { content: text, ...(places && { places: [...places] }) };
  const pieces: string[] = [];
  const moved: PlaceAt[] = [];
  let from = 0;
  let shift = 0;
  let place = 0;
  const moveUpTo = (end: number) => {
    for (let one = places?.[place]; one && one.at <= end; one = places?.[place]) {
      moved.push({ ...one, at: Math.max(0, one.at - shift) });
      place += 1;
    }
  };
  for (const { 0: gap, index } of gaps) {
    const short = gap.includes("\n") ? "\n\n" : " ";
    moveUpTo(index);
    pieces.push(text.slice(from, index), short);
    from = index + gap.length;
    shift += gap.length - short.length;
  }
  moveUpTo(text.length);
  return { content: [...pieces, text.slice(from)].join(""), ...(places && { places: moved }) };
}
