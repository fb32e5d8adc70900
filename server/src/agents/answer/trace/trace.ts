/** What led to one answer, written down while it is made. A turn without a trace does none of this. */
import type { AnswerTrace, Citation, ModelRequest, TraceModel, TraceStepName } from "@parley/contracts";
import type { TermReader } from "../extract/read-terms.ts";
import type { Retrieved } from "../reply.ts";
import { questionOf, passagesOf } from "./explain-passages.ts";

export interface Trace {
  /** A step begins; it ends when the result is called. */
  step(name: TraceStepName): (detail?: string) => void;
  /** Steps that come in pieces: so many milliseconds more. */
  spend(name: TraceStepName, ms: number): void;
  understood(what: Pick<AnswerTrace, "language" | "understood">): void;
  retrieved(asked: readonly Retrieved[]): void;
  verified(answer: NonNullable<AnswerTrace["verified"]>): void;
  prompt(request: ModelRequest): void;
  model(attempt: TraceModel): void;
  cut(sentence: string): void;
  used(chunks: ReadonlySet<number>): void;
  cited(citation: Citation): void;
  /** Milliseconds since the beginning. */
  now(): number;
}

export interface Tracer extends Trace {
  finish(kit: { terms: TermReader; line: number }): AnswerTrace;
}

/** `now`: milliseconds with fractions, from any beginning. */
export function createTracer(now: () => number): Tracer {
  const began = now();
  const since = () => now() - began;
  const trace: Omit<AnswerTrace, "questions" | "passages" | "totalMs"> = {
    language: "",
    understood: "question",
    verified: null,
    prompt: null,
    models: [],
    cut: [],
    citations: [],
    steps: [],
  };
  const pieces = new Map<TraceStepName, { startMs: number; tookMs: number }>();
  let asked: readonly Retrieved[] = [];
  let used: ReadonlySet<number> = new Set();
  return {
    now: since,
    step(name) {
      const startMs = since();
      return (detail) =>
        void trace.steps.push({
          name,
          startMs: round(startMs),
          tookMs: round(since() - startMs),
          detail: detail ?? null,
        });
    },
    spend(name, ms) {
      const before = pieces.get(name) ?? { startMs: since() - ms, tookMs: 0 };
      pieces.set(name, { ...before, tookMs: before.tookMs + ms });
    },
    understood: (what) => void Object.assign(trace, what),
    retrieved: (found) => void (asked = found),
    verified: (answer) => void (trace.verified = answer),
    prompt: ({ system, messages, maxOutputTokens, temperature }) =>
      void (trace.prompt = { system, messages: [...messages], maxOutputTokens, temperature }),
    model: (attempt) => void trace.models.push(attempt),
    cut: (sentence) => void trace.cut.push(sentence),
    used: (chunks) => void (used = chunks),
    cited: (citation) => void trace.citations.push(citation),
    finish({ terms, line }) {
      const spent = [...pieces].map(([name, { startMs, tookMs }]) => ({
        name,
        startMs: round(startMs),
        tookMs: round(tookMs),
        detail: null,
      }));
      // Explaining may judge what the answer itself had no need of: that is no step of it.
      const steps = [...trace.steps, ...spent].sort((one, other) => one.startMs - other.startMs);
      const totalMs = round(since());
      return {
        ...trace,
        questions: asked.map((one) => questionOf(one, line)),
        passages: asked.flatMap((one, at) => passagesOf(one, { question: at, used, terms })),
        steps,
        totalMs,
      };
    },
  };
}

function round(ms: number): number {
  return Math.round(ms * 100) / 100;
}
