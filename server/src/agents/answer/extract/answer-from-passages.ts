import type { SearchOutcome } from "../../../knowledge/index.ts";
import { judge } from "./judge.ts";
import { type PickLimits, pickUnits, type Segment } from "./pick-units.ts";
import { type RankedUnit, rankUnits, type Readers } from "./rank-units.ts";
import type { AskedQuestion } from "../understand/understand.ts";
import { textsOf } from "../../texts/texts.ts";
import { weighTerms, type Wording } from "./weigh-terms.ts";

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
  const terms = rememberByLanguage((language) =>
    weighTerms(readers.terms.read(question.query, language), outcome, wordingOf(question, language, readers)),
  );
  const ranked = rankUnits({ ...question, terms }, outcome.passages, readers);
  const top = ranked[0];
  if (top === undefined) return { confidence: -Infinity, segments: [], ranked };
  const confidence = judge(ranked, terms(top.passage.language), outcome);
  return { confidence, segments: pickUnits(ranked, limits, question.kinds), ranked };
}

function wordingOf({ kinds, asking }: AskedQuestion, language: string, { terms }: Readers): Wording {
  const faint = kinds[0] === "duration" ? terms.read(asking.join(" "), language) : [];
  return { light: new Set(terms.read(textsOf(language).lexicon.light, language)), faint: new Set(faint) };
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
