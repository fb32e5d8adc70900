import type { AnswerPart, AnswerTrace, PreviewInput } from "@parley/contracts";
import type { Scope } from "../../platform/index.ts";
import type { createAnswering } from "../answer/create-answer.ts";
import { createTracer } from "../answer/trace/trace.ts";
import type { AgentProfile } from "../types.ts";

export interface PreviewDeps {
  answering: ReturnType<typeof createAnswering>;
  /** The agent as its draft is, or as visitors get it. */
  profile: (scope: Scope, id: string, asDraft: boolean) => Promise<AgentProfile>;
}

export type PreviewPart = { event: "part"; data: AnswerPart } | { event: "trace"; data: AnswerTrace };
export type Preview = (
  scope: Scope,
  asked: PreviewInput & { agentId: string; mayUseModel: boolean },
  signal: AbortSignal,
) => Promise<AsyncIterable<PreviewPart>>;

/** Answers as a visitor would be answered, stores nothing, and tells at the end what led to it. */
export function createPreview({ answering, profile }: PreviewDeps): Preview {
  return async (scope, asked, signal) => {
    const agent = await profile(scope, asked.agentId, asked.draft);
    const trace = createTracer(() => performance.now());
    const history = asked.history.map(({ role, text }) => ({ role, text, reason: null, citedTitles: [] }));
    const { question, mayUseModel } = asked;
    const parts = answering.answer({ scope, agent, question, history, mayUseModel, trace }, signal);
    return (async function* tell() {
      for await (const part of parts) {
        if (part.type === "citation") trace.cited(part.citation);
        yield { event: "part" as const, data: part };
      }
      const { readers, limits } = answering.kit;
      yield { event: "trace" as const, data: trace.finish({ terms: readers.terms, line: limits.confidence }) };
    })();
  };
}
