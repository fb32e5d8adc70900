import type { Passage } from "../../../knowledge/index.ts";
import type { AskKind } from "../../texts/types.ts";
import type { HoldsFact } from "./fact-shapes.ts";
import { ENDED } from "./render-units.ts";
import { adjacency, heldOf, share, strengthOf, union } from "./held-terms.ts";
import { newsFor, type Telling, wordsSaid } from "./read-news.ts";
import { type Measured, PLAIN_FACTS, scoreUnit } from "./score-unit.ts";
import type { Unit } from "./read-passage.ts";
import type { ReadWholePassage } from "./read-whole-passage.ts";
import type { TermReader } from "./read-terms.ts";
import type { QuestionTerms } from "./weigh-terms.ts";

export interface RankedUnit {
  unit: Unit;
  passage: Passage;
  /** Place of the passage in the search's result, from 0. */
  rank: number;
  /** Place in the passage, from 0. */
  place: number;
  /** Question terms that the unit itself holds. */
  held: ReadonlySet<string>;
  /** Share of the question's weight that it holds, 0 to 1; `reach` with its surroundings. */
  cover: number;
  reach: number;
  /** What it stands under speaks of the question: at least half of the heading, and much of the question. */
  headed: boolean;
  /** An example of code that nothing over it leads in to with a word of the question: its names prove little. */
  bare: boolean;
  /** A line that says nothing but what was asked: "Hours & Access" to "hours". */
  echoes: boolean;
  /** Whether it holds what the question asks for; null where that cannot be told. */
  fact: boolean | null;
  /** A row of a table whose name the question says. */
  named: boolean;
  /** Share of the question that stands here in the order asked. */
  adjacent: number;
  /** How well the whole passage matches, 0 to 1: BM25 against the most it could be. */
  strength: number;
  score: number;
}

export interface Question {
  /** With what was completed from the conversation. */
  query: string;
  kinds: readonly AskKind[];
  /** The words that ask for the first of the kinds: "telephone", "number". */
  asking: readonly string[];
  /** The question's terms as passages in a language have them. */
  terms: (language: string) => QuestionTerms;
}

export interface Readers {
  terms: TermReader;
  holdsFact: HoldsFact;
  readWhole: ReadWholePassage;
}

/** Every unit of the passages with how likely it holds the answer, best first. */
export function rankUnits(question: Question, passages: readonly Passage[], readers: Readers): RankedUnit[] {
  const best = passages[0]?.score ?? 0;
  const said = wordsSaid(question.query);
  const ranked = passages.flatMap((passage, rank) => rankPassage(question, { passage, rank, best, said }, readers));
  return ranked.sort((one, other) => other.score - one.score);
}

interface Placed {
  passage: Passage;
  rank: number;
  best: number;
  /** The words of the question. */
  said: ReadonlySet<string>;
}

function rankPassage(question: Question, placed: Placed, readers: Readers): RankedUnit[] {
  const passage = readSurroundings(question, placed, readers);
  return passage.units.map((unit, place) => rankUnit(unit, place, { question, placed, passage, readers }));
}

/** What is the same for every unit of a passage. */
function readSurroundings(question: Question, { passage }: Placed, readers: Readers) {
  const asked = question.terms(passage.language);
  const whole = readers.readWhole(passage);
  const { units } = whole;
  const read = (text: string) => readers.terms.read(text, passage.language);
  const last = passage.headings.at(-1) ?? "";
  const headingTerms = read(last);
  const asking = question.asking.flatMap(read);
  const leads = [last, ...new Set(units.map(({ lead }) => lead))].filter((lead) => lead !== "");
  return {
    asked,
    units,
    read,
    words: whole.terms,
    telling: whole.telling(),
    held: whole.terms.map((terms) => heldOf(terms, asked)),
    strength: strengthOf([...whole.terms, ...leads.map(read)], asked),
    around: heldOf(read(`${passage.title} ${passage.headings.join(" ")}`), asked),
    heading: heldOf(headingTerms, asked),
    isTopic: isNamed(headingTerms, asked),
    asking: heldOf(asking, asked),
    labels: new Set(asking),
  };
}

interface Standing {
  question: Question;
  placed: Placed;
  passage: ReturnType<typeof readSurroundings>;
  readers: Readers;
}

function rankUnit(unit: Unit, place: number, { question, placed, passage: all, readers }: Standing): RankedUnit {
  const { passage, rank, best } = placed;
  const { asked, read, held, around, asking, isTopic, strength } = all;
  const kind = question.kinds[0];
  const own = held[place] ?? NONE;
  const under = unit.lead === "" ? all.heading : union(all.heading, heldOf(read(unit.lead), asked));
  const [before, after] = [held[place - 1] ?? NONE, held[place + 1] ?? NONE];
  const near = union(before, after);
  const isNear = own.size + under.size + near.size + around.size > 0 || asking.size === asked.weights.size;
  const labelled = isNear && isLabelled(read(LABEL.exec(unit.text)?.[1] ?? ""), all.labels);
  const told = { own, headed: share(under, asked), labelled, readers };
  const fact = isNear ? factIn(question, unit, told) : null;
  // "E-mail" need not stand beside an address of mail: the fact itself says what was asked for.
  const said = fact === true && PLAIN_FACTS.has(kind ?? "") ? union(own, asking) : own;
  const terms = all.words[place] ?? [];
  const named = unit.kind === "row" && isNamed(read(unit.quote), asked);
  const underIt = union(said, under);
  const measured: Measured = {
    asked,
    kind,
    own: said,
    under,
    before,
    earlier: held[place - 2] ?? NONE,
    opening: held[0] ?? NONE,
    after,
    around,
    terms,
    fact,
    asking: new Set([...asking].filter((term) => own.has(term))),
    news: newsFor(all.telling[place] ?? NOTHING, placed.said),
    relative: best > 0 ? passage.score / best : 0,
  };
  return {
    unit,
    passage,
    rank,
    place,
    fact,
    named,
    bare: unit.kind === "code" && under.size + around.size === 0,
    echoes: fact !== true && unit.kind !== "code" && !ENDED.test(unit.text) && isNamed(terms, asked),
    held: underIt,
    cover: share(underIt, asked),
    reach: share(union(underIt, near, around), asked),
    headed: headedBy(read(unit.lead === "" ? (passage.headings.at(-1) ?? "") : unit.lead), asked),
    adjacent: adjacency(terms, asked),
    strength: said === own ? strength : strength + share(asking, asked) / 2,
    score:
      scoreUnit(measured) + bonus({ question, asked, unit, place, under, fact, named, labelled, isTopic, passage }),
  };
}

function factIn(
  { kinds }: Question,
  unit: Unit,
  { own, headed, labelled, readers }: Pick<Measured, "own"> & { headed: number; labelled: boolean; readers: Readers },
): boolean | null {
  const kind = kinds[0];
  if (kind === undefined) return null;
  if (own.size === 0 && headed < HEADED && !labelled && !PLAIN_FACTS.has(kind)) return null;
  return readers.holdsFact(kind, unit.text);
}

interface Structured extends Pick<Measured, "asked" | "under" | "fact"> {
  question: Question;
  unit: Unit;
  place: number;
  named: boolean;
  /** Its label says what is asked for: "Hours: 7 to 9". */
  labelled: boolean;
  /** It stands under a heading that says nothing but what is asked. */
  isTopic: boolean;
  passage: Passage;
}

/** What the fitted weights cannot know, as running prose has none of it: headings, facts by themselves, examples. */
function bonus({ question, asked, unit, place, under, fact, named, labelled, isTopic, passage }: Structured): number {
  const kind = question.kinds[0] ?? "";
  let sum = (UNDER * share(under, asked)) / (1 + place / 2);
  if (place === 0 && QUESTION.test(passage.headings.at(-1) ?? "")) sum += ANSWERS;
  if (isTopic) sum += TOPIC;
  if (named) sum += fact === true ? 2 * NAMED : NAMED;
  if (fact === true && (labelled || PLAIN_FACTS.has(kind))) sum += PLAIN_FACT;
  if (unit.kind === "code") sum += question.kinds.includes("way") ? EXAMPLE_ASKED : EXAMPLE;
  if (isListing(unit) && question.kinds.includes("list") && under.size > 0) sum += LISTED;
  if (passage.headings.length > 0 && unit.text === passage.headings.at(-1)) sum -= PLAIN_FACT;
  return sum;
}

/** An item of a list, or a line that is one: "Audacity, Logic Pro 9, Garage Band". */
function isListing({ kind, text }: Unit): boolean {
  return kind === "item" || (kind === "sentence" && !ENDED.test(text) && text.split(/[,;،、，]/u).length > 2);
}

function headedBy(heading: readonly string[], asked: QuestionTerms): boolean {
  const said = heading.filter((term) => asked.weights.has(term));
  return said.length > 0 && said.length * 2 >= heading.length && share(new Set(said), asked) >= MUCH;
}

function isNamed(name: readonly string[], asked: QuestionTerms): boolean {
  return name.length > 0 && name.every((term) => asked.weights.has(term));
}

function isLabelled(label: readonly string[], labels: ReadonlySet<string>): boolean {
  return label.length > 0 && label.every((term) => labels.has(term));
}

const NONE: ReadonlySet<string> = new Set();
const LABEL = /^([^:：.!?]{2,28})[:：]\s*\S/u;
const NOTHING: Telling = { numbers: [], names: [] };
const UNDER = 2;
const TOPIC = 1;
/** Share of the question that a heading must hold to speak for a sentence that holds nothing of it. */
const HEADED = 0.6;
/** A page that asks a question itself answers it with its next words. */
const ANSWERS = 1.5;
const QUESTION = /[?？؟;]\s*$/u;
const NAMED = 1.5;
const MUCH = 0.35;
const PLAIN_FACT = 3;
const EXAMPLE_ASKED = 3;
const EXAMPLE = -3;
const LISTED = 2;
