/** What a passage says with figures: of what, and which. Two that speak of the same and differ cannot both be right. */
import { analyse, analyseTitle } from "../analyse/analyse.ts";
import { findFigures } from "./find-figures.ts";
import { hashWide } from "./shingle.ts";

export interface Statement {
  /** Of the words without the figures, and of what kind those are. */
  subject: number;
  figures: string;
  /** Where the figures stand in the passage, in UTF-16 units. */
  start: number;
  end: number;
}

export interface SaidIn {
  title: string;
  headings: readonly string[];
  text: string;
  language: string;
}

/** By themselves so many words say of what something is said; fewer need the heading above them. */
const ENOUGH_WORDS = 4;
const FEWEST_WORDS = 3;
const MOST_WORDS = 30;
const MOST_FIGURES = 6;
/** When a page was made says nothing of its subject. */
const ABOUT_THE_PAGE =
  /\b(?:updated|modified|published|posted|copyright|retrieved|accessed|aktualisiert|veröffentlicht|stand)\b|©/iu;

export function findStatements(passage: SaidIn): Statement[] {
  const { text, headings, title, language } = passage;
  const above = headings.at(-1) ?? title;
  const found = new Map<number, Statement | null>();
  for (const { start, sentence, columns } of sentencesOf(text, language)) {
    if (!FIGURE.test(sentence) || ABOUT_THE_PAGE.test(sentence)) continue;
    const figures = findFigures(sentence);
    const [first] = figures;
    const last = figures.at(-1);
    if (!first || !last || figures.length > MOST_FIGURES) continue;
    const words = new Set([...analyse(without(sentence, figures), language), ...analyse(columns, language)]);
    const alone = words.size >= ENOUGH_WORDS;
    if (!alone) for (const term of analyseTitle(above, language)) words.add(`^${term}`);
    if (words.size < FEWEST_WORDS || words.size > MOST_WORDS || ![...words].some((term) => !term.startsWith("^")))
      continue;
    const kinds = figures.map(({ kind }) => kind).join(" ");
    const subject = hashWide(`${[...words].toSorted().join(" ")} | ${kinds}`);
    const said = { subject, figures: figures.map(({ kind, value }) => `${kind} ${value}`).join(", ") };
    // Said twice in one passage with two figures, it is two things that the words do not tell apart.
    const before = found.get(subject);
    const again = before !== undefined && before?.figures !== said.figures;
    found.set(subject, again ? null : { ...said, start: start + first.start, end: start + last.end });
  }
  return [...found.values()].filter((one) => one !== null);
}

const without = (sentence: string, figures: readonly { start: number; end: number }[]): string =>
  figures.reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, sentence);

interface Sentence {
  start: number;
  sentence: string;
  /** The head of its table. */
  columns: string;
}

/** Most sentences have none: looked at first, they cost next to nothing. */
const FIGURE = /[0-9]/u;
const ROW = /^\s*\|.*\|\s*$/u;
const RULE = /^\s*\|[\s:|-]+\|\s*$/u;

function* sentencesOf(text: string, language: string): Generator<Sentence> {
  if (!FIGURE.test(text)) return;
  let columns = "";
  let start = 0;
  const lines = text.split("\n");
  for (const [at, line] of lines.entries()) {
    if (RULE.test(lines[at + 1] ?? "")) columns = line;
    else if (ROW.test(line)) {
      if (!RULE.test(line)) yield { start, sentence: line, columns };
    } else if (!line.startsWith("#")) {
      columns = "";
      if (FIGURE.test(line))
        for (const { segment, index } of segmenterOf(language).segment(line))
          yield { start: start + index, sentence: segment, columns };
    }
    start += line.length + 1;
  }
}

/** To make one takes as long as to read a page with it. */
const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known !== undefined) return known;
  if (segmenters.size > 50) segmenters.clear();
  const made = new Intl.Segmenter(language === "und" ? undefined : language, { granularity: "sentence" });
  segmenters.set(language, made);
  return made;
}
