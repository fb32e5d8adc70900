import { fill } from "../texts/texts.ts";
import type { LanguageTexts } from "../texts/types.ts";
import type { Turn } from "../types.ts";
import { type Citer, createCiter } from "./cite.ts";
import { askWhich } from "./clarify/clarify-words.ts";
import { findTie } from "./clarify/find-tie.ts";
import type { Extract } from "./extract/answer-from-passages.ts";
import type { RankedUnit } from "./extract/rank-units.ts";
import type { DraftPart } from "./guard-parts.ts";
import { sayOwn } from "./own/own-answer.ts";
import type { Draft, Retrieved } from "./reply.ts";
import { suggest } from "./suggest.ts";

export interface SiteWords {
  asked: readonly Retrieved[];
  turn: Turn;
  texts: LanguageTexts;
  /** Where something stands before it in the answer: its sources are counted on. */
  citer?: Citer;
}

/** Each question in the words of the site or of its owner; what is not known is said to be so. */
export async function* replyInSiteWords({ asked, turn, texts, citer = createCiter() }: SiteWords): Draft {
  const answered = asked.filter(({ own, extract }) => own !== null || extract.confidence >= 0);
  if (answered.length === 0) return yield* admit({ asked, turn, texts, citer });
  const [only] = asked;
  const things = asked.length === 1 && only !== undefined ? findTie(only, turn.agent.name) : null;
  if (things !== null) {
    yield { type: "text-delta", text: askWhich(things, texts.code) };
    return yield { type: "end", reason: "clarify", suggestions: things };
  }
  let first = true;
  for (const one of asked) {
    const { question, own } = one;
    if (!first) yield { type: "text-delta", text: "\n\n" };
    first = false;
    if (own !== null) {
      yield* sayOwn(own, citer);
      continue;
    }
    const { extract } = one;
    if (extract.confidence < 0)
      yield { type: "text-delta", text: fill(texts.phrases.unknownPart, { question: question.text }) };
    else yield* quote(extract, { citer, texts });
  }
  yield { type: "end", reason: "answered", suggestions: suggestAfter(answered, usedBy(answered), texts) };
}

function* quote(extract: Extract, { citer, texts }: { citer: Citer; texts: LanguageTexts }): Generator<DraftPart> {
  for (const [at, segment] of extract.segments.entries()) {
    const more = segment.left > 0 ? `\n${fill(texts.phrases.cut, { count: String(segment.left) })}` : "";
    yield { type: "text-delta", text: `${at === 0 ? "" : "\n\n"}${segment.text}${more}` };
    yield { type: "citation", citation: citer.cite(segment.passage, segment.quote) };
  }
}

function usedBy(answered: readonly Retrieved[]): ReadonlySet<number> {
  const quoted = answered.filter(({ own }) => own === null);
  return new Set(quoted.flatMap(({ extract }) => extract.segments.map(({ passage }) => passage.chunk)));
}

export function suggestAfter(asked: readonly Retrieved[], used: ReadonlySet<number>, texts: LanguageTexts): string[] {
  const passages = asked.flatMap(({ outcome }) => outcome.passages);
  return suggest(passages, used, { asked: asked.map(({ question }) => question.text).join(" "), texts });
}

/** Says honestly that it is not known, and what could be done: a sentence that comes near, other words, some patience. */
export async function* admit({ asked, turn, texts, citer = createCiter() }: SiteWords): Draft {
  const { phrases } = texts;
  const near = nearest(asked);
  const next = near === undefined ? ` ${phrases.askAgain}` : "";
  const text = turn.agent.stillReading ? phrases.stillReading : `${phrases.unknown}${next}`.trimEnd();
  yield { type: "text-delta", text };
  if (near !== undefined) {
    yield { type: "text-delta", text: `\n\n${phrases.perhaps} ${near.unit.text}` };
    yield { type: "citation", citation: citer.cite(near.passage, near.unit.quote) };
  }
  yield { type: "end", reason: "unknown", suggestions: [] };
}

/** The one sentence that comes near: it holds half of the question, or what was asked for with some of it. */
function nearest(asked: readonly Retrieved[]): RankedUnit | undefined {
  return asked.flatMap(({ extract: { confidence, ranked } }) => {
    const top = ranked[0];
    if (top === undefined || confidence < NEAR || top.unit.kind === "code") return [];
    const isRelated = top.headed || top.cover >= HALF || (top.fact === true && top.cover >= SOME);
    return isRelated ? [top] : [];
  })[0];
}

/** Below 0 and above this a page is related, though it does not answer. */
const NEAR = -2;
const HALF = 0.5;
const SOME = 0.3;
