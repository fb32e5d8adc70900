import type { AnswerPart, Citation, EndReason } from "@parley/contracts";
import { createAnswer } from "../../../server/src/agents/answer/create-answer.ts";
import type { AnswerLimits } from "../../../server/src/agents/answer/create-answer.ts";
import type { HistoryMessage } from "../../../server/src/agents/types.ts";
import type { Search } from "../../../server/src/knowledge/index.ts";
import { createClock, createLog } from "../../../server/src/platform/index.ts";
import type { KnowledgeBench } from "./knowledge.ts";

export interface Answered {
  text: string;
  reason: EndReason;
  citations: Citation[];
  /** From the call to the end, the search included. */
  ms: number;
  /** The same without the search. */
  ownMs: number;
}

export type Ask = (agentId: string, question: string, history?: readonly HistoryMessage[]) => Promise<Answered>;

/** Asks as a visitor would, without a language model. */
export function createAsk(
  { knowledge, scope }: KnowledgeBench,
  limits: Partial<AnswerLimits> = {},
  language = "en",
): Ask {
  const log = createLog({ level: "silent", pretty: false });
  let searching = 0;
  const search: Search = async (...request) => {
    const since = performance.now();
    const found = await knowledge.search(...request);
    searching += performance.now() - since;
    return found;
  };
  const answer = createAnswer({ search, models: [], clock: createClock(), log, limits });
  return async (agentId, question, history = []) => {
    const agent = { id: agentId, name: "Bench", language, siteUrl: null, stillReading: false };
    const since = performance.now();
    searching = 0;
    const parts: AnswerPart[] = [];
    for await (const part of answer(
      { scope, agent, question, history, mayUseModel: true },
      new AbortController().signal,
    ))
      parts.push(part);
    const ms = performance.now() - since;
    const ownMs = ms - searching;
    const text = parts.map((part) => (part.type === "text-delta" ? part.text : "")).join("");
    const citations = parts.flatMap((part) => (part.type === "citation" ? [part.citation] : []));
    const end = parts.at(-1);
    return { text, citations, ms, ownMs, reason: end?.type === "end" ? end.reason : "failed" };
  };
}

/** Whether a text holds one of the answers, compared as SQuAD does: no case, no punctuation, no articles. */
export function holdsAnswer(text: string, answers: readonly string[]): boolean {
  const plain = ` ${normalise(text)} `;
  return answers.some(
    (answer) => (normalise(answer) !== "" && plain.includes(` ${normalise(answer)} `)) || text.includes(answer),
  );
}

function normalise(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}_\s]/gu, " ")
    .replace(/\b(?:a|an|the)\b/gu, " ");
  return words.split(/\s+/u).filter(Boolean).join(" ");
}
