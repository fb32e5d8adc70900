import type { AskKind } from "../../texts/types.ts";
import { heldOf, share, without } from "./held-terms.ts";
import type { News } from "./read-news.ts";
import type { QuestionTerms } from "./weigh-terms.ts";

/** What tells how likely one sentence, item or row holds the answer. */
export interface Measured {
  asked: QuestionTerms;
  kind: AskKind | undefined;
  /** Terms of the question that it holds, with those that are said by what it holds: "e-mail" by an address of mail. */
  own: ReadonlySet<string>;
  /** Of the heading or the line that leads in to it. */
  under: ReadonlySet<string>;
  before: ReadonlySet<string>;
  /** Of the sentence before that one, and of the first of the passage, which says what all speaks of. */
  earlier: ReadonlySet<string>;
  opening: ReadonlySet<string>;
  after: ReadonlySet<string>;
  around: ReadonlySet<string>;
  /** Those that only ask for a kind: "cost", "population". */
  asking: ReadonlySet<string>;
  terms: readonly string[];
  /** Whether it holds what the question asks for; null where that cannot be told. */
  fact: boolean | null;
  /** What it holds that the question does not. */
  news: News;
  /** Score of its passage against the best one's, 0 to 1. */
  relative: number;
}

/** The log odds of holding the answer, but for a constant of the question. */
export function scoreUnit(measured: Measured): number {
  let score = 0;
  for (const [at, value] of measureUnit(measured).entries()) score += value * (WEIGHTS[at] ?? 0);
  return score;
}

/** Exported for the fitting of the weights. */
export function measureUnit(m: Measured): number[] {
  const { asked, fact } = m;
  const said = m.under.size === 0 ? m.own : new Set([...m.own, ...m.under]);
  const kind = m.kind ?? "";
  return [
    share(said, asked),
    share(without(m.before, said), asked),
    share(without(m.after, said), asked),
    share(without(m.around, said), asked),
    m.relative,
    closest(m.terms, asked),
    alike(m.terms, said, asked),
    fact === true && PLAIN_FACTS.has(kind) ? 0 : share(m.asking, asked),
    NUMBERS.has(kind) ? Math.min(m.news.numbers, 2) / 2 : 0,
    NAMES.has(kind) ? Math.min(m.news.names, 3) / 3 : 0,
    fact === false ? 1 : 0,
    m.terms.length < FEW ? 1 : 0,
    m.own.size,
    share(heldOf(m.terms.slice(0, SUBJECT), asked), asked),
    share(without(without(m.earlier, said), m.before), asked),
    share(without(m.opening, said), asked),
  ];
}

/** How much of the question stands within a few words of each other, 0 to 1. */
function closest(terms: readonly string[], asked: QuestionTerms): number {
  if (asked.total === 0) return 0;
  const places: number[] = [];
  for (let at = 0; at < terms.length; at += 1) if (asked.weights.has(terms[at] ?? "")) places.push(at);
  let best = 0;
  for (const [nth, first] of places.entries()) {
    const seen = new Set<string>();
    let sum = 0;
    for (let other = nth; other < places.length; other += 1) {
      const place = places[other] ?? 0;
      if (place >= first + TOGETHER) break;
      const term = terms[place] ?? "";
      if (seen.has(term)) continue;
      seen.add(term);
      sum += asked.weights.get(term) ?? 0;
    }
    best = Math.max(best, sum);
  }
  return best / asked.total;
}

/** How much of the question is only there in another form that no stemmer brings together: "invention", "inventor". */
function alike(terms: readonly string[], held: ReadonlySet<string>, asked: QuestionTerms): number {
  if (asked.total === 0) return 0;
  let sum = 0;
  for (const [term, weight] of asked.weights) {
    if (held.has(term) || term.length < STEM) continue;
    if (terms.some((other) => sameStart(term, other))) sum += weight;
  }
  return sum / asked.total;
}

function sameStart(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  if (shorter < STEM || one.charCodeAt(0) !== other.charCodeAt(0)) return false;
  let same = 1;
  while (same < shorter && one.charCodeAt(same) === other.charCodeAt(same)) same += 1;
  return same >= Math.max(STEM, Math.ceil(shorter * MOST_OF_IT));
}

/** Kinds whose facts are told by their look alone. */
export const PLAIN_FACTS: ReadonlySet<string> = new Set(["email", "phone", "link", "address", "money", "percent"]);
const NUMBERS: ReadonlySet<string> = new Set(["count", "time", "year", "percent", "money", "duration"]);
const NAMES: ReadonlySet<string> = new Set(["person", "place"]);
/** Terms that say what a sentence is about, as most languages put it first. */
const SUBJECT = 3;
/** Terms of a scrap. */
const FEW = 4;
const TOGETHER = 8;
const STEM = 4;
const MOST_OF_IT = 0.6;
const WEIGHTS = [7.5, 3.9, 2.4, 4.7, 6.3, 1.9, 5.3, -2.6, 0.8, 1.4, -0.9, -0.7, 0.3, 1.4, 0.6, 0.8];
