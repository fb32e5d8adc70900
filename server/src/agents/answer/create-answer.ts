import type { LanguageModel } from "@parley/contracts";
import { analyse, type AskCatalogue, type Search } from "../../knowledge/index.ts";
import type { Clock, Log } from "../../platform/index.ts";
import { voiceOf } from "../behaviour/voice.ts";
import { languages, textsOf } from "../texts/texts.ts";
import type { Answer } from "../types.ts";
import { createReadAsk } from "./understand/ask-kind.ts";
import { createHoldsFact } from "./extract/fact-shapes.ts";
import { createReadFigures } from "./ground/read-figures.ts";
import { createWithoutOrders } from "./ground/without-orders.ts";
import { guardParts } from "./guard-parts.ts";
import { createBreaker } from "./model/breaker.ts";
import { createTermReader } from "./extract/read-terms.ts";
import { createReadWholePassage } from "./extract/read-whole-passage.ts";
import { createReadSmallTalk } from "./understand/read-small-talk.ts";
import { reply, type ReplyKit } from "./reply.ts";
import { createTellLanguage } from "./understand/tell-language.ts";

export interface AnswerLimits {
  /** Passages looked at for each question. */
  passages: number;
  /** Log odds, against the usual line of 0, from which an answer is given: lower answers more and errs more. */
  confidence: number;
  /** Of an answer in the site's own words. */
  sentences: number;
  words: number;
  /** From asking a model to its first words, and from words to the next. */
  firstTokenMs: number;
  totalMs: number;
  maxOutputTokens: number;
  /** Of the conversation so far, in a model's prompt. */
  historyTokens: number;
}

export interface AnswerDeps {
  search: Search;
  /** Left out: there is none. */
  catalogue?: AskCatalogue;
  /** The chain, in order; empty: answers in the site's own words. */
  models: readonly LanguageModel[];
  clock: Clock;
  log: Pick<Log, "warn" | "error">;
  limits?: Partial<AnswerLimits>;
}

/** The one way from a visitor's words to an answer. See `Answer`. */
export function createAnswer(deps: AnswerDeps): Answer {
  return createAnswering(deps).answer;
}

/** The same with what the playground needs to explain an answer. */
export function createAnswering(deps: AnswerDeps): { answer: Answer; kit: ReplyKit } {
  const limits: AnswerLimits = { ...DEFAULT_LIMITS, ...deps.limits };
  const readAsk = createReadAsk(languages);
  const codes = languages.map(({ code }) => code);
  const terms = createTermReader(analyse);
  const readFigures = createReadFigures(codes);
  const readWhole = createReadWholePassage({ terms, readFigures });
  const kit: ReplyKit = {
    ...deps,
    analyse,
    limits,
    readAsk,
    readSmallTalk: createReadSmallTalk(languages),
    tellLanguage: createTellLanguage(languages),
    readers: { terms, holdsFact: createHoldsFact(codes), readWhole },
    ground: { terms, readFigures, readWhole },
    withoutOrders: createWithoutOrders(),
    breaker: createBreaker(deps.clock),
  };
  const answer: Answer = (turn, signal) =>
    guardParts(reply(turn, signal, kit), {
      signal,
      apology: voiceOf(turn.agent, textsOf(turn.agent.language)).phrases.failed,
      onFailure: (error) => deps.log.error({ err: error, agentId: turn.agent.id }, "An answer failed"),
    });
  return { answer, kit };
}

const DEFAULT_LIMITS: AnswerLimits = {
  passages: 8,
  confidence: 0,
  sentences: 3,
  words: 90,
  firstTokenMs: 8_000,
  totalMs: 30_000,
  maxOutputTokens: 600,
  historyTokens: 1_500,
};
