import type { EndReason } from "@parley/contracts";
import type { SearchOutcome } from "../../knowledge/index.ts";
import { voiceOf } from "../behaviour/voice.ts";
import { fill, textsOf } from "../texts/texts.ts";
import type { LanguageTexts } from "../texts/types.ts";
import type { Turn } from "../types.ts";
import { answerFromPassages, type Extract } from "./extract/answer-from-passages.ts";
import { type Citer, createCiter } from "./cite.ts";
import type { AnswerDeps, AnswerLimits } from "./create-answer.ts";
import type { GroundKit } from "./ground/ground.ts";
import { withoutOrders } from "./ground/without-orders.ts";
import type { DraftPart } from "./guard-parts.ts";
import type { Breaker } from "./model/breaker.ts";
import { replyModelFirst } from "./model/reply-with-model.ts";
import type { RankedUnit, Readers } from "./extract/rank-units.ts";
import { replyToPersonAsked } from "./reply-to-person-asked.ts";
import { once } from "./extract/read-whole-passage.ts";
import { suggest } from "./suggest.ts";
import { type AskedQuestion, understand, type UnderstandKit, type Understanding } from "./understand/understand.ts";

export interface ReplyKit extends Omit<AnswerDeps, "limits">, UnderstandKit {
  limits: AnswerLimits;
  readers: Readers;
  ground: GroundKit;
  breaker: Breaker;
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
  if (understood.kind === "small-talk") return yield* replyToSmallTalk(understood, turn, { signal, kit });
  const endSearch = turn.trace?.step("search");
  const asked = await Promise.all(
    understood.questions.map((question) => retrieve(question, turn, { signal, kit, language })),
  );
  endSearch?.();
  turn.trace?.retrieved(asked);
  const mayAsk = turn.mayUseModel && kit.models.length > 0 && asked.some(({ outcome }) => outcome.passages.length > 0);
  if (!mayAsk) return yield* replyInSiteWords(asked, turn, texts);
  yield* replyModelFirst(
    { asked, turn, texts, language, signal, kit },
    {
      suggestions: (used) => suggestAfter(asked, used, texts),
      admit: () => admit(asked, turn, texts),
      quote: () => replyInSiteWords(asked, turn, texts),
    },
  );
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
}

interface RetrieveRun {
  signal: AbortSignal;
  kit: ReplyKit;
  language: string;
}

/** Where a question may go on from the one before or stand by itself, both are looked up and the surer one is kept. */
async function retrieve(question: AskedQuestion, turn: Turn, run: RetrieveRun): Promise<Retrieved> {
  if (question.alone === null) return lookUp(question, turn, run);
  const [combined, alone] = await Promise.all([
    lookUp(question, turn, run),
    lookUp({ ...question.alone, text: question.text }, turn, run),
  ]);
  return alone.extract.confidence >= Math.min(combined.extract.confidence, SURE) ? alone : combined;
}

async function lookUp(question: AskedQuestion, turn: Turn, { signal, kit, language }: RetrieveRun): Promise<Retrieved> {
  const { contact } = textsOf(turn.agent.language).lexicon;
  // "What is your number?" holds no word of the page that answers it.
  const query = CONTACT_KINDS.has(question.kinds[0] ?? "") ? `${question.query} ${contact}` : question.query;
  const request = { agentId: turn.agent.id, query, limit: kit.limits.passages, language, signal };
  const found = await kit.search(turn.scope, request);
  const outcome = { ...found, passages: found.passages.map(withoutOrders) };
  const limits = { units: kit.limits.sentences, words: kit.limits.words };
  const extract = once(() => {
    const end = turn.trace?.step("judge");
    const judged = answerFromPassages(question, outcome, { readers: kit.readers, limits });
    end?.();
    return relative(judged, kit.limits.confidence);
  });
  return {
    question,
    outcome,
    // A model's answer does not need it.
    get extract() {
      return extract();
    },
  };
}

/** Confidence against the line that is set, so that 0 is the line for all that follows. */
function relative(extract: Extract, line: number): Extract {
  return { ...extract, confidence: extract.ranked.length === 0 ? -Infinity : extract.confidence - line };
}

async function* replyToSmallTalk(
  understood: SmallTalkUnderstood,
  turn: Turn,
  run: { signal: AbortSignal; kit: ReplyKit },
): Draft {
  const { smallTalk, texts } = understood;
  if (smallTalk === "person") return yield* replyToPersonAsked(turn, texts, run);
  yield* say(fill(texts.phrases[smallTalk], { name: turn.agent.name }), "small-talk");
}

export async function* say(text: string, reason: EndReason): Draft {
  yield { type: "text-delta", text };
  yield { type: "end", reason, suggestions: [] };
}

async function* replyInSiteWords(asked: readonly Retrieved[], turn: Turn, texts: LanguageTexts): Draft {
  const answered = asked.filter(({ extract }) => extract.confidence >= 0);
  if (answered.length === 0) return yield* admit(asked, turn, texts);
  const citer = createCiter();
  let first = true;
  for (const { question, extract } of asked) {
    if (!first) yield { type: "text-delta", text: "\n\n" };
    first = false;
    if (extract.confidence < 0)
      yield { type: "text-delta", text: fill(texts.phrases.unknownPart, { question: question.text }) };
    else yield* quote(extract, citer);
  }
  yield { type: "end", reason: "answered", suggestions: suggestAfter(answered, usedBy(answered), texts) };
}

function* quote(extract: Extract, citer: Citer): Generator<DraftPart> {
  for (const [at, segment] of extract.segments.entries()) {
    yield { type: "text-delta", text: at === 0 ? segment.text : `\n\n${segment.text}` };
    yield { type: "citation", citation: citer.cite(segment.passage, segment.quote) };
  }
}

function usedBy(answered: readonly Retrieved[]): ReadonlySet<number> {
  return new Set(answered.flatMap(({ extract }) => extract.segments.map(({ passage }) => passage.chunk)));
}

function suggestAfter(asked: readonly Retrieved[], used: ReadonlySet<number>, texts: LanguageTexts): string[] {
  const passages = asked.flatMap(({ outcome }) => outcome.passages);
  return suggest(passages, used, { asked: asked.map(({ question }) => question.text).join(" "), texts });
}

/** Says honestly that it is not known, and what could be done: a sentence that comes near, other words, some patience. */
export async function* admit(asked: readonly Retrieved[], turn: Turn, texts: LanguageTexts): Draft {
  const { phrases } = texts;
  const near = nearest(asked);
  const next = near === undefined ? ` ${phrases.askAgain}` : "";
  const text = turn.agent.stillReading ? phrases.stillReading : `${phrases.unknown}${next}`.trimEnd();
  yield { type: "text-delta", text };
  if (near !== undefined) {
    yield { type: "text-delta", text: `\n\n${phrases.perhaps} ${near.unit.text}` };
    yield { type: "citation", citation: createCiter().cite(near.passage, near.unit.quote) };
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

const LENGTHS = {
  short: { sentences: 1, words: 45, maxOutputTokens: 250 },
  medium: {},
  detailed: { sentences: 6, words: 220, maxOutputTokens: 1_200 },
} as const satisfies Record<string, Partial<AnswerLimits>>;
/** A question that is answered this well by itself needs nothing from the conversation. */
const SURE = 1;
const CONTACT_KINDS: ReadonlySet<string> = new Set(["email", "phone", "address"]);
/** Below 0 and above this a page is related, though it does not answer. */
const NEAR = -2;
const HALF = 0.5;
const SOME = 0.3;
