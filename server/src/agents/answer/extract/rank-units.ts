import type { Passage } from "../../../knowledge/index.ts";
import type { AskKind } from "../../texts/types.ts";
import type { HoldsFact } from "./fact-shapes.ts";
import { adjacency, heldOf, share, strengthOf, union } from "./held-terms.ts";
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
  const { units, terms: words } = readers.readWhole(passage);
  const read = (text: string) => readers.terms.read(text, passage.language);
  const held = words.map((terms) => heldOf(terms, asked));
  const leads = [passage.headings.at(-1) ?? "", ...new Set(units.map(({ lead }) => lead))].filter(
    (lead) => lead !== "",
  );
  const strength = strengthOf([...words, ...leads.map(read)], asked);
  const around = heldOf(read(`${passage.title} ${passage.headings.join(" ")}`), asked);
  const heading = heldOf(read(passage.headings.at(-1) ?? ""), asked);
  const asking = heldOf(question.asking.flatMap(read), asked);
  const asksAlone = asking.size === asked.weights.size;
  return units.map((unit, place) => {
    const own = held[place] ?? NONE;
    const under = unit.lead === "" ? heading : union(heading, heldOf(read(unit.lead), asked));
    const near = union(held[place - 1] ?? NONE, held[place + 1] ?? NONE);
    const alone = asksAlone ? 1 : 0;
    const fact = factIn(question, unit, { own, under, near, around, alone, headed: share(under, asked), readers });
    // "E-mail" need not stand beside an address of mail: the fact itself says what was asked for.
    const said = fact === true && PLAIN_FACTS.has(question.kinds[0] ?? "") ? union(own, asking) : own;
    const measured: Measured = {
      question,
      asked,
      unit,
      place,
      own: said,
      under,
      near,
      around,
      terms: words[place] ?? [],
      fact,
      named: unit.kind === "row" && isNamed(read(unit.quote), asked),
      placed,
    };
    const features = measure(measured);
    let score = bonus(measured);
    for (let at = 0; at < features.length; at += 1) score += (features[at] ?? 0) * (WEIGHTS[at] ?? 0);
    const reach = share(union(said, near, under, around), asked);
    return {
      unit,
      passage,
      rank,
      place,
      held: union(said, under),
      cover: features[0] ?? 0,
      reach,
      headed: headedBy(read(unit.lead === "" ? (passage.headings.at(-1) ?? "") : unit.lead), asked),
      fact,
      named: measured.named,
      adjacent: features[8] ?? 0,
      strength: said === own ? strength : strength + share(asking, asked) / 2,
      score,
      features,
    };
  });
}

interface Measured {
  question: Question;
  asked: QuestionTerms;
  unit: Unit;
  place: number;
  own: ReadonlySet<string>;
  /** Of the heading or the line that leads in to the unit. */
  under: ReadonlySet<string>;
  near: ReadonlySet<string>;
  around: ReadonlySet<string>;
  terms: readonly string[];
  fact: boolean | null;
  /** A row of a table whose name the question says. */
  named: boolean;
  placed: Placed;
}

function factIn(
  { kinds }: Question,
  unit: Unit,
  {
    own,
    under,
    near,
    around,
    alone,
    headed,
    readers,
  }: Pick<Measured, "own" | "under" | "near" | "around"> & { alone: number; headed: number; readers: Readers },
): boolean | null {
  const kind = kinds[0];
  if (kind === undefined || own.size + under.size + near.size + around.size + alone === 0) return null;
  if (own.size === 0 && headed < HEADED && !PLAIN_FACTS.has(kind)) return null;
  return readers.holdsFact(kind, unit.text);
}

function measure(m: Measured): number[] {
  const { placed } = m;
  const said = union(m.own, m.under);
  const relative = placed.best > 0 ? placed.passage.score / placed.best : 0;
  const without = (set: ReadonlySet<string>) => share(new Set([...set].filter((term) => !said.has(term))), m.asked);
  return [
    share(said, m.asked),
    without(m.near),
    0,
    without(m.around),
    relative,
    placed.rank === 0 ? 1 : 0,
    m.fact === true ? 1 : 0,
    m.fact === false ? 1 : 0,
    adjacency(m.terms, m.asked),
    m.place === 0 ? 1 : 0,
    Math.log(1 + m.terms.length),
    m.terms.length < 4 ? 1 : 0,
    m.own.size,
  ];
}

/** What the fitted weights cannot know, as running prose has none of it: headings, facts by themselves, examples. */
function bonus({ question, asked, unit, place, own, under, fact, named, placed }: Measured): number {
  const kind = question.kinds[0] ?? "";
  let sum = (UNDER * share(under, asked)) / (1 + place / 2);
  if (named) sum += fact === true ? 2 * NAMED : NAMED;
  if (fact === true && PLAIN_FACTS.has(kind)) sum += PLAIN_FACT;
  if (unit.kind === "code") sum += question.kinds.includes("way") ? EXAMPLE_ASKED : own.size === 0 ? EXAMPLE : 0;
  if (unit.kind === "item" && question.kinds.includes("list") && under.size > 0) sum += LISTED;
  if (placed.passage.headings.length > 0 && unit.text === placed.passage.headings.at(-1)) sum -= PLAIN_FACT;
  return sum;
}

function headedBy(heading: readonly string[], asked: QuestionTerms): boolean {
  const said = heading.filter((term) => asked.weights.has(term));
  return said.length > 0 && said.length * 2 >= heading.length && share(new Set(said), asked) >= MUCH;
}

function isNamed(name: readonly string[], asked: QuestionTerms): boolean {
  return name.length > 0 && name.every((term) => asked.weights.has(term));
}

const NONE: ReadonlySet<string> = new Set();
/** Kinds whose facts are told by their look alone. */
const PLAIN_FACTS: ReadonlySet<string> = new Set(["email", "phone", "link", "address", "money", "percent"]);
const UNDER = 2;
/** Share of the question that a heading must hold to speak for a sentence that holds nothing of it. */
const HEADED = 0.6;
const NAMED = 1.5;
const MUCH = 0.35;
const PLAIN_FACT = 3;
const EXAMPLE_ASKED = 3;
const EXAMPLE = -2;
const LISTED = 2;
const WEIGHTS = [7.83, 2.78, 2.0, 7.39, 6.45, -0.38, 1.04, -1.01, 1.15, -0.07, -0.3, -0.61, 0.46];
