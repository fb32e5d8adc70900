import type { SearchOutcome } from "../../../knowledge/index.ts";
import { judge } from "./judge.ts";
import { type PickLimits, pickUnits, type Segment } from "./pick-units.ts";
import { type RankedUnit, rankUnits, type Readers } from "./rank-units.ts";
import type { AskedQuestion } from "../understand/understand.ts";
import { textsOf } from "../../texts/texts.ts";
import { aliasesIn, weighTerms, type Wording } from "./weigh-terms.ts";

export interface Extract {
  /** At least 0 where the knowledge is taken to hold the answer. */
  confidence: number;
  segments: Segment[];
  ranked: readonly RankedUnit[];
}

/** The answer in the site's own words: the few sentences of the passages that answer best, and how sure that is. */
export function answerFromPassages(
  question: AskedQuestion,
  outcome: SearchOutcome,
  kit: { readers: Readers; limits: PickLimits },
): Extract {
  const { readers, limits } = kit;
  const termsFor = (carriedCounts: boolean) =>
    rememberByLanguage((language) => {
      const read = (text: string) => readers.terms.read(text, language);
      const wording = wordingOf(question, language, readers);
      const carried = carriedCounts ? NONE : wording.carried;
      return weighTerms(read(question.query), outcome, { ...wording, carried, aliases: aliasesIn(outcome, read) });
    });
  const terms = termsFor(false);
  const ranked = rankUnits({ ...question, terms }, outcome.passages, readers);
  const top = ranked[0];
  if (top === undefined) return { confidence: -Infinity, segments: [], ranked };
  // What was spoken of before tells little of which sentence answers, but as much as ever of whether one does.
  const all = question.followUp ? termsFor(true) : terms;
  const judged = question.followUp ? rankUnits({ ...question, terms: all }, outcome.passages, readers) : ranked;
  const confidence = judge(judged, all(judged[0]?.passage.language ?? top.passage.language), outcome);
  return { confidence, segments: pickUnits(ranked, limits, question.kinds), ranked };
}

const NONE: ReadonlySet<string> = new Set();

function wordingOf(
  { kinds, asking, followUp, text, query }: AskedQuestion,
  language: string,
  { terms }: Readers,
): Omit<Wording, "aliases"> {
  const faint = kinds[0] === "duration" ? terms.read(asking.join(" "), language) : [];
  const said = new Set(followUp ? terms.read(text, language) : []);
  const carried = followUp ? terms.read(query, language).filter((term) => !said.has(term)) : [];
  return {
    light: new Set(terms.read(textsOf(language).lexicon.light, language)),
    faint: new Set(faint),
    carried: new Set(carried),
  };
}

function rememberByLanguage<Value>(make: (language: string) => Value): (language: string) => Value {
  const made = new Map<string, Value>();
  return (language) => {
    const before = made.get(language);
    if (before !== undefined) return before;
    const value = make(language);
    made.set(language, value);
    return value;
  };
}
