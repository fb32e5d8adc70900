import { readSections, type Block, type Section } from "./markdown-blocks.ts";
import { splitText, wordsIn } from "./text-size.ts";

/** A passage of a document: what is searched, shown and cited. */
export interface Chunk {
  /** Outermost first, without the document's title. */
  headings: string[];
  /** Markdown. */
  text: string;
  /** Where its pieces begin: in this text, and in the document (UTF-16 units). */
  pieces: { at: number; from: number }[];
}

/** In words; scripts without spaces count by characters (see `wordsIn`). */
const MOST = 220;
/** A section with less than this is joined with its neighbours under the same heading. */
const LEAST = 30;
/** A question with an answer of its own stands alone, however short. */
const LEAST_ANSWER = 5;

interface Piece {
  text: string;
  words: number;
  /** First of its block: a better place to cut than the middle. */
  first: boolean;
  /** Put between it and the piece before. */
  glue: string;
  /** What follows a heading stays with it. */
  heading: boolean;
  /** The head of its table, to be said again where a passage begins in the middle. */
  head: string;
  /** Where it begins in the document. */
  at: number | undefined;
}

/**
 * Cuts Markdown into passages of about 80 to 220 words along its headings; never inside a table row, a list item,
 * a line of code or a sentence, unless one alone is longer than a passage may be. A table that goes on in the next
 * passage repeats its head.
 */
export function chunkMarkdown(markdown: string, about: { title: string; language: string }): Chunk[] {
  const sections = joinSmall(readSections(markdown, about.title));
  return sections.flatMap((section) =>
    pack(section.blocks.flatMap((block) => piecesOf(block, about.language))).map((packed) => ({
      headings: section.headings,
      ...packed,
    })),
  );
}

/** `last` is the whole path of headings where it ends, those in its text included. */
type Joined = Section & { last: string[] };

function joinSmall(sections: Section[]): Section[] {
  const joined: Joined[] = [];
  for (const section of sections) {
    const open = joined.at(-1);
    if (open && mayJoin(open, section)) joined[joined.length - 1] = join(open, section);
    else joined.push({ ...section, last: section.headings });
  }
  return joined.map(closed);
}

/** A heading without anything under it belongs to what follows. */
function mayJoin(before: Section, after: Section): boolean {
  const words = sizeOf(before) + sizeOf(after);
  if (words > MOST || sizeOf(after) === 0 || isAnswer(before) || isAnswer(after)) return false;
  if (!isSmall(before) && !isSmall(after)) return false;
  const shared = sharedPath(before.headings, after.headings).length;
  const nested = shared === before.headings.length || shared === after.headings.length;
  return nested || shared >= Math.max(before.headings.length, after.headings.length) - 1;
}

function isSmall(section: Section): boolean {
  return sizeOf(section) < LEAST;
}

function isAnswer(section: Section): boolean {
  return /[?？؟;]\s*$/u.test(section.headings.at(-1) ?? "") && sizeOf(section) >= LEAST_ANSWER;
}

function sizeOf(section: Section): number {
  return section.blocks.reduce((sum, block) => sum + (block.kind === "heading" ? 0 : wordsIn(block.text)), 0);
}

/** Headings that the two do not share go into the text, so that nothing is lost. */
function join(before: Joined, after: Section): Joined {
  const headings = sharedPath(before.headings, after.headings);
  const said = sharedPath(before.last, after.headings).length;
  return {
    headings,
    last: after.headings,
    blocks: [
      ...headingLines(before.headings, headings.length),
      ...before.blocks,
      ...headingLines(after.headings, said),
      ...after.blocks,
    ],
  };
}

function headingLines(headings: readonly string[], from: number): Block[] {
  return headings.slice(from).map((heading, index): Block => ({
    kind: "heading",
    text: `${"#".repeat(Math.min(6, from + index + 2))} ${heading}`,
  }));
}

function sharedPath(one: readonly string[], other: readonly string[]): string[] {
  const end = one.findIndex((heading, index) => heading !== other[index]);
  return one.slice(0, end < 0 ? one.length : end);
}

/** A heading with nothing under it anywhere near is text itself. */
function closed(section: Section): Section {
  if (section.blocks.length > 0) return section;
  const last = section.headings.at(-1);
  return { headings: section.headings.slice(0, -1), blocks: last ? [{ kind: "heading", text: `## ${last}` }] : [] };
}

function piecesOf(block: Block, language: string): Piece[] {
  const { lines, glue, head } = partsOf(block, language);
  let next = block.at === undefined || head === "" ? block.at : block.at + head.length + 1;
  const whole = lines.flatMap((line) => {
    const at = next;
    if (next !== undefined) next += line.length + glue.length;
    return (wordsIn(line) > MOST ? splitText(line, MOST) : [line]).map((text) => ({ text, at }));
  });
  return whole.map(({ text, at }, index) => ({
    text,
    words: wordsIn(text),
    first: index === 0,
    glue: index === 0 ? "\n\n" : glue,
    heading: block.kind === "heading",
    head,
    at,
  }));
}

function partsOf(block: Block, language: string): { lines: string[]; glue: string; head: string } {
  if (block.kind === "table") return { lines: block.rows, glue: "\n", head: block.head };
  if (block.kind === "list") return { lines: block.items, glue: "\n", head: "" };
  if (block.kind === "code") return { lines: block.text.split("\n"), glue: "\n", head: "" };
  if (block.kind === "heading") return { lines: [block.text], glue: "\n", head: "" };
  return { lines: sentences(block.text, language), glue: "", head: "" };
}

/** Spaces after a sentence stay with it, so that gluing them gives the paragraph back. */
function sentences(text: string, language: string): string[] {
  if (wordsIn(text) <= MOST / 2) return [text];
  const found = [...new Intl.Segmenter(supported(language), { granularity: "sentence" }).segment(text)];
  return found.map(({ segment }) => segment);
}

function supported(language: string): string {
  return /^[a-z]{2,3}$/.test(language) ? language : "und";
}

/** Even passages: a long section becomes as few as the limit allows, all of about one size. */
function pack(pieces: Piece[]): Omit<Chunk, "headings">[] {
  const total = pieces.reduce((sum, piece) => sum + piece.words, 0);
  const goal = total <= MOST ? MOST : total / Math.ceil(total / MOST);
  const packed: Omit<Chunk, "headings">[] = [];
  let text = "";
  let words = 0;
  let afterHeading = false;
  let begun: Chunk["pieces"] = [];
  const close = () => {
    packed.push({ text: text.trimEnd(), pieces: begun });
    text = "";
    words = 0;
    begun = [];
  };
  for (const piece of pieces) {
    const full =
      words + piece.words > MOST || words + piece.words / 2 > (piece.first && total > MOST ? goal * 0.85 : goal);
    if (words > 0 && full && !afterHeading) close();
    text += start(text, piece);
    if (piece.at !== undefined) begun.push({ at: text.length, from: piece.at });
    text += piece.text;
    words += piece.words;
    afterHeading = piece.heading;
  }
  if (text.trim() !== "") close();
  return packed;
}

function start(text: string, piece: Piece): string {
  if (text !== "") return piece.first && piece.head ? `${piece.glue}${piece.head}\n` : piece.glue;
  return piece.head ? `${piece.head}\n` : "";
}
