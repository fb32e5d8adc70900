import type { AnswerPart, SearchVerdict } from "@parley/contracts";
import type { Turn } from "../types.ts";
import type { createAnswering } from "./create-answer.ts";
import { createTracer } from "./trace/trace.ts";

/** What an agent does with a question, without a language model: whether it answers, from where, and how sure it is. */
export async function judgeQuestion(
  { answer, kit }: ReturnType<typeof createAnswering>,
  turn: Omit<Turn, "history" | "mayUseModel" | "trace">,
  signal: AbortSignal,
): Promise<SearchVerdict> {
  const trace = createTracer(() => performance.now());
  const heard = await collect(answer({ ...turn, history: [], mayUseModel: false, trace }, signal));
  const { questions, verified } = trace.finish({ terms: kit.readers.terms, line: kit.limits.confidence });
  const [first] = questions;
  const byFact = heard.cited.some(({ verified: own }) => own === true);
  const answered = heard.reason === "answered";
  return {
    answered,
    by: verified ? "verified-answer" : byFact ? "fact" : answered ? "pages" : "nothing",
    confidence:
      first?.confidence === null || first === undefined ? null : oddsOf(first.confidence) - oddsOf(first.line),
    answer: heard.text,
    verifiedAnswerId: verified?.id ?? null,
  };
}

export interface Collected {
  text: string;
  cited: Extract<AnswerPart, { type: "citation" }>["citation"][];
  reason: Extract<AnswerPart, { type: "end" }>["reason"];
}

/** An answer to its end. */
export async function collect(parts: AsyncIterable<AnswerPart>): Promise<Collected> {
  const heard: Collected = { text: "", cited: [], reason: "failed" };
  for await (const part of parts) {
    if (part.type === "text-delta") heard.text += part.text;
    if (part.type === "citation" && !heard.cited.some(({ number }) => number === part.citation.number))
      heard.cited.push(part.citation);
    if (part.type === "end") heard.reason = part.reason;
  }
  return heard;
}

/** A share of 1 as log odds, within what can be told. */
function oddsOf(share: number): number {
  const kept = Math.min(Math.max(share, 0.001), 0.999);
  return Math.round(Math.log(kept / (1 - kept)) * 100) / 100;
}
