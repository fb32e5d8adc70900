import type { LanguageTexts } from "../../texts/types.ts";
import { textsOf } from "../../texts/texts.ts";
import type { HistoryMessage, Turn } from "../../types.ts";
import type { ReadAsk } from "./ask-kind.ts";
import type { Analyse } from "../extract/read-terms.ts";
import type { ReadSmallTalk, SmallTalk } from "./read-small-talk.ts";
import { resolveFollowUp, type Resolved } from "./resolve-follow-up.ts";
import { splitQuestions } from "./split-questions.ts";
import type { TellLanguage } from "./tell-language.ts";

export interface AskedQuestion extends Resolved {
  /** As the visitor put it. */
  text: string;
}

export type Understanding = { texts: LanguageTexts; language: string } & (
  | { kind: "small-talk"; smallTalk: SmallTalk }
  | { kind: "unclear" }
  | { kind: "questions"; questions: AskedQuestion[] }
);

export interface UnderstandKit {
  analyse: Analyse;
  readAsk: ReadAsk;
  readSmallTalk: ReadSmallTalk;
  tellLanguage: TellLanguage;
}

/** What a visitor wants, told from the words alone: no model, no knowledge. */
export function understand({ question, history, agent }: Turn, kit: UnderstandKit): Understanding {
  const said = history.filter(({ role }) => role === "visitor").slice(-3);
  const language = kit.tellLanguage(question, said.map(({ text }) => text).join(" "), agent.language);
  const texts = textsOf(language);
  const { kind, rest } = kit.readSmallTalk(question, texts.code);
  if (kind !== null) return { kind: "small-talk", smallTalk: kind, texts, language };
  if (!/[\p{L}\p{N}]/u.test(rest)) return { kind: "unclear", texts, language };
  const questions: AskedQuestion[] = [];
  let before: readonly HistoryMessage[] = history;
  for (const text of splitQuestions(rest, texts.lexicon, MOST_QUESTIONS)) {
    questions.push({ text, ...resolveFollowUp(text, { history: before, texts }, kit) });
    before = [...before, { role: "visitor", text, reason: null, citedTitles: [] }];
  }
  return { kind: "questions", questions, texts, language };
}

const MOST_QUESTIONS = 3;
