import type { AskedTurn } from "../conversations/index.ts";
import { detectLanguage } from "../knowledge/index.ts";

const LONGEST_QUESTION = 500;

export const questionOf = ({ question }: Pick<AskedTurn, "question">): string =>
  question.replace(/\s+/gu, " ").trim().slice(0, LONGEST_QUESTION).toWellFormed();

/** Told from its few words, with the conversation's as the hint. */
export const languageOf = (turn: AskedTurn): string =>
  (detectLanguage(questionOf(turn), turn.language ?? undefined).split("-")[0] ?? "und").toLowerCase();
