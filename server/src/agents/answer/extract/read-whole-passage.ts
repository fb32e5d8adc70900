import type { Passage } from "../../../knowledge/index.ts";
import type { Figures, ReadFigures } from "../ground/read-figures.ts";
import { readLinks } from "../ground/read-links.ts";
import { plainText } from "../plain-text.ts";
import { readTelling, type Telling } from "./read-news.ts";
import { readPassage, type Unit } from "./read-passage.ts";
import type { TermReader } from "./read-terms.ts";

/** All that ranking and checking ask of a passage, each read when first asked for. */
export interface WholePassage {
  units: readonly Unit[];
  /** The terms of each unit. */
  terms: readonly (readonly string[])[];
  /** Of each unit, what may be an answer by its look. */
  telling(): readonly Telling[];
  /** Of the title, the headings and the text. */
  allTerms(): ReadonlySet<string>;
  figures(): Figures;
  links(): readonly string[];
  /** Lower case. */
  words(): ReadonlySet<string>;
}

export type ReadWholePassage = (passage: Passage) => WholePassage;

/**
 * Reads passages with a short memory: few passages answer most questions, and a passage does not change under its
 * number. The memory is emptied when it is full.
 */
export function createReadWholePassage(kit: { terms: TermReader; readFigures: ReadFigures }): ReadWholePassage {
  const known = new Map<number, { text: string; title: string; whole: WholePassage }>();
  return (passage) => {
    const before = known.get(passage.chunk);
    if (before !== undefined && before.text === passage.text && before.title === passage.title) return before.whole;
    const whole = readWhole(passage, kit);
    if (known.size >= MEMORY) known.clear();
    known.set(passage.chunk, { text: passage.text, title: passage.title, whole });
    return whole;
  };
}

function readWhole(
  passage: Passage,
  { terms, readFigures }: { terms: TermReader; readFigures: ReadFigures },
): WholePassage {
  const text = `${passage.title}\n${passage.headings.join("\n")}\n${passage.text}`;
  const units = readPassage(passage);
  return {
    units,
    terms: units.map((unit) => terms.read(unit.text, passage.language)),
    telling: once(() => units.map((unit) => readTelling(unit.text))),
    allTerms: once(() => new Set(terms.read(plainText(text), passage.language))),
    figures: once(() => readFigures(plainText(text))),
    links: once(() => [...readLinks(text), ...readLinks(passage.url ?? "")]),
    words: once(() => wordsIn(text)),
  };
}

export function wordsIn(text: string): ReadonlySet<string> {
  return new Set(plainText(text).toLowerCase().match(WORD) ?? []);
}

export function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}

const MEMORY = 1_000;
const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}]+)?/gu;
