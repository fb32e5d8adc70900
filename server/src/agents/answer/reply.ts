import type { EndReason } from "@parley/contracts";
import type { SearchOutcome, VerifiedMatch } from "../../knowledge/index.ts";
import { voiceOf } from "../behaviour/voice.ts";
import { fill, textsOf } from "../texts/texts.ts";
import type { LanguageTexts } from "../texts/types.ts";
import type { Turn } from "../types.ts";
import { answerFromPassages, type Extract } from "./extract/answer-from-passages.ts";
import { askCatalogue } from "./catalogue/ask-catalogue.ts";
import { createCiter } from "./cite.ts";
import type { AnswerDeps, AnswerLimits } from "./create-answer.ts";
import type { WithoutOrders } from "./ground/without-orders.ts";
import type { GroundKit } from "./ground/ground.ts";
import type { DraftPart } from "./guard-parts.ts";
import type { Breaker } from "./model/breaker.ts";
import { replyModelFirst } from "./model/reply-with-model.ts";
import type { Readers } from "./extract/rank-units.ts";
import { findOwn } from "./own/find-own.ts";
import { type OwnAnswer, sayOwn } from "./own/own-answer.ts";
import { admit, replyInSiteWords, suggestAfter } from "./reply-in-site-words.ts";
import { replyToPersonAsked } from "./reply-to-person-asked.ts";
import { once } from "./extract/read-whole-passage.ts";
import { answerPlainAsk, type PlainAsk, wordsFor } from "./topics/answer-plain-ask.ts";
import { followsPlainAsk, readPlainAsk } from "./topics/read-plain-ask.ts";
import { type AskedQuestion, understand, type UnderstandKit, type Understanding } from "./understand/understand.ts";

export interface ReplyKit extends Omit<AnswerDeps, "limits">, UnderstandKit {
  limits: AnswerLimits;
  readers: Readers;
  ground: GroundKit;
  breaker: Breaker;
  withoutOrders: WithoutOrders;
}

export type Draft = AsyncGenerator<DraftPart, void, undefined>;
type SmallTalkUnderstood = Understanding & { kind: "small-talk" };

/** One turn: understand, retrieve, answer with proof or say honestly that it is not known. */
export async function* reply(turn: Turn, signal: AbortSignal, house: ReplyKit): Draft {
  const kit = kitFor(turn.agent, house);
  const understood = understandAs(turn, kit);
  const { texts, language } = understood;
  if (turn.agent.archived === true) return yield* say(texts.phrases.unavailable, "unavailable");
  if (understood.kind === "unclear") return yield* say(texts.phrases.clarify, "clarify");
  if (understood.kind === "small-talk") return yield* replyToSmallTalk(understood, turn, { signal, kit, language });
  const endSearch = turn.trace?.step("search");
  const asked = await Promise.all(
    understood.questions.map((question) => retrieve(question, turn, { signal, kit, language })),
  );
  endSearch?.();
  turn.trace?.retrieved(asked);
  const rest = asked.filter(({ own }) => own === null);
  const mayAsk = turn.mayUseModel && kit.models.length > 0 && rest.some(({ outcome }) => outcome.passages.length > 0);
  if (!mayAsk) return yield* replyInSiteWords({ asked, turn, texts });
  if (rest.length < asked.length) return yield* replyOwnFirst(asked, turn, { texts, language, signal, kit });
  yield* replyModelFirst(
    { asked, turn, texts, language, signal, kit },
    {
      suggestions: (used) => suggestAfter(asked, used, texts),
      admit: () => admit({ asked, turn, texts }),
      quote: () => replyInSiteWords({ asked, turn, texts }),
    },
  );
}

/** Of several questions those that the organization answers itself, as written; a model is asked the others only. */
async function* replyOwnFirst(
  asked: readonly Retrieved[],
  turn: Turn,
  run: { texts: LanguageTexts; language: string; signal: AbortSignal; kit: ReplyKit },
): Draft {
  const citer = createCiter();
  const rest = asked.filter(({ own }) => own === null);
  for (const { own } of asked) {
    if (own === null) continue;
    yield* sayOwn(own, citer);
    yield { type: "text-delta", text: "\n\n" };
  }
  const question = rest.map(({ question: one }) => one.text).join(" ");
  const inSiteWords = { asked: rest, turn, texts: run.texts, citer };
  const answer = replyModelFirst(
    { ...run, asked: rest, turn: { ...turn, question }, citer },
    {
      suggestions: (used) => suggestAfter(rest, used, run.texts),
      admit: () => admit(inSiteWords),
      quote: () => replyInSiteWords(inSiteWords),
    },
  );
  for await (const part of answer)
    yield part.type === "end" && part.reason === "unknown" ? { ...part, reason: "answered" } : part;
}

/** The visitor's words understood, with the texts as this agent says them. */
function understandAs(turn: Turn, kit: ReplyKit): Understanding {
  const end = turn.trace?.step("understand");
  const understood = understand(turn, kit);
  end?.();
  if (turn.trace) {
    const person = understood.kind === "small-talk" && understood.smallTalk === "person";
    const kind = understood.kind === "questions" ? "question" : understood.kind;
    const what = turn.agent.archived === true ? "unavailable" : person ? "person" : kind;
    turn.trace.understood({ language: understood.language, understood: what });
  }
  return { ...understood, texts: voiceOf(turn.agent, understood.texts) };
}

/** The kit with what the agent has of its own: its models, and how long its answers are. */
function kitFor({ models, behaviour }: Turn["agent"], kit: ReplyKit): ReplyKit {
  const length = behaviour?.length ?? "medium";
  if (length === "medium" && models === undefined) return kit;
  return { ...kit, models: models ?? kit.models, limits: { ...kit.limits, ...LENGTHS[length] } };
}

export interface Retrieved {
  question: AskedQuestion;
  outcome: SearchOutcome;
  extract: Extract;
  /** What the organization itself says to it, before anything that pages hold. */
  own: OwnAnswer | null;
}

interface RetrieveRun {
  signal: AbortSignal;
  kit: ReplyKit;
  language: string;
  /** What is asked, where nothing is named. */
  plain?: PlainAsk;
}

/** Where a question may go on from the one before or stand by itself, both are looked up and the surer one is kept. */
async function retrieve(question: AskedQuestion, turn: Turn, run: RetrieveRun): Promise<Retrieved> {
  if (question.alone === null) return retrieveOne(question, turn, run);
  const [combined, alone] = await Promise.all([
    lookUp(question, turn, run),
    retrieveOne({ ...question.alone, text: question.text }, turn, run),
  ]);
  if (combined.own ?? alone.own) return combined.own === null ? alone : combined;
  return alone.extract.confidence >= Math.min(combined.extract.confidence, SURE) ? alone : combined;
}

/** What names nothing is looked for as such, unless it goes on from something that the site knows more about. */
async function retrieveOne(question: AskedQuestion, turn: Turn, run: RetrieveRun): Promise<Retrieved> {
  const { kit, language } = run;
  const asker = { analyse: kit.analyse, language, name: turn.agent.name };
  const plain = readPlainAsk(question, asker);
  if (plain === null) return lookUp(question, turn, run);
  if (question.followUp && !followsPlainAsk(turn.history, { readAsk: kit.readAsk, asker })) {
    const further = await lookUp(question, turn, run);
    if (further.own !== null || further.extract.confidence >= 0) return further;
  }
  return lookUp({ ...question, followUp: false, query: question.text }, turn, { ...run, plain });
}

async function lookUp(question: AskedQuestion, turn: Turn, run: RetrieveRun): Promise<Retrieved> {
  const { signal, kit, language, plain = null } = run;
  const { contact } = textsOf(turn.agent.language).lexicon;
  // "What is your number?" holds no word of the page that answers it.
  const named = CONTACT_KINDS.has(question.kinds[0] ?? "") ? `${question.query} ${contact}` : question.query;
  const query = plain === null ? named : `${named} ${wordsFor(plain, [language, turn.agent.language])}`;
  const request = {
    agentId: turn.agent.id,
    query,
    limit: kit.limits.passages,
    language,
    signal,
    question: question.text,
    filter: turn.filter,
  };
  const [found, looked] = await Promise.all([kit.search(turn.scope, request), lookInCatalogue(question, turn, run)]);
  const outcome = { ...found, passages: [...looked.passages, ...found.passages.map(kit.withoutOrders)] };
  // Mistyped words as the pages spell them: what was found by those must be judged by those.
  const isMended = found.corrected !== undefined && query === question.query;
  const mended = isMended ? { ...question, query: found.corrected ?? query } : question;
  const limits = { units: kit.limits.sentences, words: kit.limits.words };
  const extract = once(() => {
    const end = turn.trace?.step("judge");
    const usual = answerFromPassages(mended, outcome, { readers: kit.readers, limits });
    const judged =
      plain === null
        ? usual
        : answerPlainAsk({ question: mended, plain, language, outcome, usual }, { readers: kit.readers, limits });
    end?.();
    return relative(judged, kit.limits.confidence);
  });
  return {
    question,
    outcome,
    own: findOwn(
      { question, match: found.verified ?? null, products: looked.answer, isAnswered: () => extract().confidence >= 0 },
      { turn, analyse: kit.analyse, language, now: kit.clock.now() },
    ),
    // A model's answer does not need it.
    get extract() {
      return extract();
    },
  };
}

/** Products are looked up as data: what the catalogue holds needs no passage. */
function lookInCatalogue(question: AskedQuestion, { scope, agent, filter }: Turn, { kit, language }: RetrieveRun) {
  const { catalogue, analyse } = kit;
  // A product is no document, so none passes a filter of documents.
  if (catalogue === undefined || filter !== undefined) return { answer: null, passages: [] };
  const text = question.followUp ? `${question.query}` : question.text;
  const languages = [...new Set([language, agent.language])];
  return askCatalogue({ scope, agentId: agent.id, agentName: agent.name, text, languages }, { catalogue, analyse });
}

/** Confidence against the line that is set, so that 0 is the line for all that follows. */
function relative(extract: Extract, line: number): Extract {
  return { ...extract, confidence: extract.ranked.length === 0 ? -Infinity : extract.confidence - line };
}

async function* replyToSmallTalk(understood: SmallTalkUnderstood, turn: Turn, run: RetrieveRun): Draft {
  const { smallTalk, texts } = understood;
  const match = await findWritten(turn, run);
  if (match) {
    turn.trace?.verified({ id: match.id, question: match.question, score: match.score });
    yield* sayOwn({ by: "verified-answer", match }, createCiter());
    return yield { type: "end", reason: "answered", suggestions: [] };
  }
  if (smallTalk === "person") return yield* replyToPersonAsked(turn, texts, run);
  yield* say(fill(texts.phrases[smallTalk], { name: turn.agent.name }), "small-talk");
}

/** "Who are you?" may be a question that the organization has written an answer to. */
async function findWritten({ scope, agent, question }: Turn, run: RetrieveRun): Promise<VerifiedMatch | null> {
  const { kit, language, signal } = run;
  const found = await kit.search(scope, { agentId: agent.id, query: question, question, limit: 1, language, signal });
  return found.verified ?? null;
}

export async function* say(text: string, reason: EndReason): Draft {
  yield { type: "text-delta", text };
  yield { type: "end", reason, suggestions: [] };
}

const LENGTHS = {
  short: { sentences: 1, words: 45, maxOutputTokens: 250 },
  medium: {},
  detailed: { sentences: 6, words: 220, maxOutputTokens: 1_200 },
} as const satisfies Record<string, Partial<AnswerLimits>>;
/** A question that is answered this well by itself needs nothing from the conversation. */
const SURE = 1;
const CONTACT_KINDS: ReadonlySet<string> = new Set(["email", "phone", "address"]);
