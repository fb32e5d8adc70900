import type { Passage } from "../../knowledge/index.ts";
import type { AskKind } from "../texts/types.ts";
import type { HoldsFact } from "./fact-shapes.ts";
import { readPassage, type Unit } from "./read-passage.ts";
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
  /** Share of the question that stands here in the order asked. */
  adjacent: number;
  /** How well the whole passage matches, 0 to 1: BM25 against the most it could be. */
  strength: number;
  score: number;
}

export interface Question {
  text: string;
  kinds: readonly AskKind[];
  /** The question's terms as passages in a language have them. */
  terms: (language: string) => QuestionTerms;
}

export interface Readers {
  terms: TermReader;
  holdsFact: HoldsFact;
}

/** Every unit of the passages with how likely it holds the answer, best first. */
export function rankUnits(question: Question, passages: readonly Passage[], readers: Readers): RankedUnit[] {
  const best = passages[0]?.score ?? 0;
  const ranked = passages.flatMap((passage, rank) => rankPassage(question, { passage, rank, best }, readers));
  return ranked.sort((one, other) => other.score - one.score);
}

interface Placed {
  passage: Passage;
  rank: number;
  best: number;
}

function rankPassage(question: Question, placed: Placed, readers: Readers): RankedUnit[] {
  const { passage, rank } = placed;
  const asked = question.terms(passage.language);
  const units = readPassage(passage);
  const read = (text: string) => readers.terms.read(text, passage.language);
  const words = units.map((unit) => read(unit.text));
  const held = words.map((terms) => heldOf(terms, asked));
  const strength = strengthOf(words, asked);
  const around = heldOf(read(`${passage.title} ${passage.headings.join(" ")}`), asked);
  return units.map((unit, place) => {
    const own = held[place] ?? NONE;
    const near = new Set([...(held[place - 1] ?? NONE), ...(held[place + 1] ?? NONE)]);
    const lead = unit.lead === "" ? NONE : heldOf(read(unit.lead), asked);
    const features = measure({ question, asked, unit, place, own, near, lead, around, terms: words[place] ?? [], placed }, readers);
    let score = 0;
    for (let at = 0; at < features.length; at += 1) score += (features[at] ?? 0) * (WEIGHTS[at] ?? 0);
    const reach = share(union(own, near, lead, around), asked);
    return { unit, passage, rank, place, held: own, cover: features[0] ?? 0, reach, adjacent: features[8] ?? 0, strength, score, features };
  });
}

interface Measured {
  question: Question;
  asked: QuestionTerms;
  unit: Unit;
  place: number;
  own: ReadonlySet<string>;
  near: ReadonlySet<string>;
  lead: ReadonlySet<string>;
  around: ReadonlySet<string>;
  terms: readonly string[];
  placed: Placed;
}

function measure(m: Measured, { holdsFact }: Readers): number[] {
  const cover = share(m.own, m.asked);
  const kind = m.question.kinds[0];
  const fact = kind !== undefined && cover > 0 ? holdsFact(kind, m.unit.text) : null;
  const relative = m.placed.best > 0 ? m.placed.passage.score / m.placed.best : 0;
  const without = (set: ReadonlySet<string>) => share(new Set([...set].filter((term) => !m.own.has(term))), m.asked);
  return [
    cover,
    without(m.near),
    without(m.lead),
    without(m.around),
    relative,
    m.placed.rank === 0 ? 1 : 0,
    fact === true ? 1 : 0,
    fact === false ? 1 : 0,
    adjacency(m.terms, m.asked),
    m.place === 0 ? 1 : 0,
    Math.log(1 + m.terms.length),
    m.terms.length < 4 ? 1 : 0,
    m.own.size,
  ];
}

/** How much of the question stands together here as it was asked, 0 to 1. */
function adjacency(terms: readonly string[], asked: QuestionTerms): number {
  let together = 0;
  for (let at = 0; at + 1 < asked.order.length; at += 1) {
    const [one, other] = [asked.order[at] ?? "", asked.order[at + 1] ?? ""];
    for (let place = terms.indexOf(one); place >= 0; place = terms.indexOf(one, place + 1)) {
      if (terms[place + 1] !== other && terms[place + 2] !== other && terms[place - 1] !== other) continue;
      together += Math.min(asked.weights.get(one) ?? 0, asked.weights.get(other) ?? 0);
      break;
    }
  }
  return asked.total > 0 ? together / asked.total : 0;
}

/** Own count, as the search's scores hold more than BM25 and the index's mean length is not known here. */
function strengthOf(words: readonly (readonly string[])[], asked: QuestionTerms): number {
  const counts = new Map<string, number>();
  let length = 0;
  for (const terms of words) {
    length += terms.length;
    for (const term of terms) if (asked.weights.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  let sum = 0;
  for (const [term, count] of counts) sum += ((asked.weights.get(term) ?? 0) * count) / (count + 0.3 + (0.9 * length) / USUAL_LENGTH);
  return asked.total > 0 ? sum / asked.total : 0;
}

function heldOf(terms: readonly string[], asked: QuestionTerms): ReadonlySet<string> {
  const held = new Set<string>();
  for (const term of terms) if (asked.weights.has(term)) held.add(term);
  return held;
}

function share(held: ReadonlySet<string>, asked: QuestionTerms): number {
  if (asked.total === 0) return 0;
  let sum = 0;
  for (const term of held) sum += asked.weights.get(term) ?? 0;
  return sum / asked.total;
}

function union(...sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  return new Set(sets.flatMap((set) => [...set]));
}

/** Terms of a passage, about. */
const USUAL_LENGTH = 80;
const NONE: ReadonlySet<string> = new Set();
const WEIGHTS = [7.83, 2.78, 2.0, 7.39, 6.45, -0.38, 1.04, -1.01, 1.15, -0.07, -0.3, -0.61, 0.46];
