import type { DraftPart } from "../guard-parts.ts";
import { type Citer, createCiter } from "../cite.ts";
import { gatherEvidence } from "../ground/ground.ts";
import type { LanguageTexts } from "../../texts/types.ts";
import type { Passage } from "../../../knowledge/index.ts";
import type { Turn } from "../../types.ts";
import type { Draft, ReplyKit, Retrieved } from "../reply.ts";
import type { Trace } from "../trace/trace.ts";
import { askModels } from "./ask-models.ts";
import { type HeldSentence, holdSentences } from "./hold-sentences.ts";
import { createSpeaker, type Speaker } from "./speak.ts";
import { writePrompt } from "./write-prompt.ts";

export type ModelOutcome =
  /** It answered, with proof; `used`: the passages. */
  | { kind: "answered"; used: ReadonlySet<number> }
  | { kind: "clarify" }
  /** It says, or its cutting shows, that the passages do not hold the answer. */
  | { kind: "unknown" }
  /** Nothing was sent: another way may answer. */
  | { kind: "failed" };

export interface ModelRun {
  asked: readonly Retrieved[];
  turn: Turn;
  texts: LanguageTexts;
  language: string;
  signal: AbortSignal;
  kit: ReplyKit;
  /** Where something stands before it in the answer: its sources are counted on. */
  citer?: Citer;
}

/** Lets the chain of models answer from the passages, and sends of that what the passages prove, as it comes. */
export async function* replyWithModel(run: ModelRun): AsyncGenerator<DraftPart, ModelOutcome, undefined> {
  const { turn, texts, kit, signal } = run;
  const { trace } = turn;
  const endPrompt = trace?.step("prompt");
  const passages = mergePassages(run.asked, kit.limits.passages);
  const today = new Date(kit.clock.now()).toISOString().slice(0, 10);
  const evidence = gatherEvidence(
    passages,
    [turn.question, turn.agent.name, turn.agent.siteUrl ?? "", today, ...saidBefore(turn)],
    kit.ground,
  );
  const speaker = watched(
    createSpeaker({ evidence, citer: run.citer ?? createCiter(), texts, kit: kit.ground, trace }),
    trace,
  );
  const request = writePrompt({
    question: turn.question,
    passages,
    history: turn.history,
    language: run.language,
    today,
    maxOutputTokens: kit.limits.maxOutputTokens,
    historyTokens: kit.limits.historyTokens,
    behaviour: turn.agent.behaviour ?? {},
  });
  endPrompt?.();
  trace?.prompt(request);
  const hold = holdSentences();
  let whole = true;
  try {
    for await (const part of askModels(request, kit.limits, { deps: { ...kit, trace }, signal })) {
      if (part.type === "usage") {
        whole &&= part.outputTokens < kit.limits.maxOutputTokens;
        yield part;
      } else yield* speaker.say(hold.push(part.text));
    }
    yield* speaker.say(lastOf(hold.flush(), whole));
  } catch {
    // What was sent is proved and whole sentence by sentence: it stands, and nothing is added that might repeat it.
    if (speaker.said.sentences === 0) return { kind: "failed" };
  }
  yield* speaker.close();
  trace?.used(speaker.said.passages);
  return outcomeOf(speaker);
}

/** For the playground: how long proving took, sentence by sentence. */
function watched(speaker: Speaker, trace: Trace | undefined): Speaker {
  if (!trace) return speaker;
  return {
    ...speaker,
    say(sentences) {
      const began = trace.now();
      const parts = speaker.say(sentences);
      trace.spend("prove", trace.now() - began);
      return parts;
    },
  };
}

function outcomeOf({ said }: Speaker): ModelOutcome {
  if (said.sentences === 0) return { kind: "unknown" };
  if (said.asksBack && said.sentences === 1) return { kind: "clarify" };
  return said.cited === 0 ? { kind: "clarify" } : { kind: "answered", used: said.passages };
}

/** An answer that ran into its limit ends with the last whole sentence. */
function lastOf(sentences: readonly HeldSentence[], whole: boolean): readonly HeldSentence[] {
  return whole ? sentences : sentences.filter(({ text }) => /[.!?…。！？।॥؟`]["'”’»)]*$/u.test(text));
}

/** The best of each question in turn, none twice. */
function mergePassages(asked: readonly Retrieved[], limit: number): Passage[] {
  const merged = new Map<number, Passage>();
  for (let rank = 0; rank < limit; rank += 1) {
    for (const { outcome } of asked) {
      const passage = outcome.passages[rank];
      if (passage !== undefined && merged.size < limit) merged.set(passage.chunk, merged.get(passage.chunk) ?? passage);
    }
  }
  return [...merged.values()];
}

function saidBefore({ history }: Turn): string[] {
  return history.filter(({ role }) => role === "visitor").map(({ text }) => text);
}

/** With a model first, in the site's own words when none could be asked. */
export async function* replyModelFirst(
  run: ModelRun,
  others: { suggestions: (used: ReadonlySet<number>) => string[]; admit: () => Draft; quote: () => Draft },
): Draft {
  const outcome = yield* replyWithModel(run);
  if (run.signal.aborted) return;
  if (outcome.kind === "failed") return yield* others.quote();
  if (outcome.kind === "unknown") return yield* others.admit();
  if (outcome.kind === "clarify") yield { type: "end", reason: "clarify", suggestions: [] };
  else yield { type: "end", reason: "answered", suggestions: others.suggestions(outcome.used) };
}
