import type { GapCause } from "@parley/contracts";
import type { AskedTurn } from "../conversations/index.ts";
import { analyse } from "../knowledge/index.ts";

export interface JudgedQuestion {
  turn: AskedTurn;
  cause: GapCause;
}

/** Of the words of two questions together, so many are in both when the one asks the other again. */
const ASKED_AGAIN = 0.75;

/** Which questions of one conversation, in their order, had no answer, or a bad one. Small talk is no question. */
export function judgeTurns(turns: readonly AskedTurn[]): JudgedQuestion[] {
  return turns.flatMap((turn, at): JudgedQuestion[] => {
    const cause = causeOf(turn, turns[at + 1]);
    return cause === undefined ? [] : [{ turn, cause }];
  });
}

/** What a person said of it comes before what follows from the conversation. */
function causeOf(turn: AskedTurn, next: AskedTurn | undefined): GapCause | undefined {
  if (turn.corrected !== null) return "corrected";
  if (turn.reason === "unknown" || turn.reason === "failed") return "unanswered";
  if (turn.reason !== "answered") return undefined;
  if (turn.rating === "down") return "rated-down";
  if (turn.rating === "up" || next === undefined) return undefined;
  if (next.reason === "person-asked") return "handed-over";
  return isAskedAgain(turn, next) ? "asked-again" : undefined;
}

/** With other small words or in another order; another figure, or a word in place of another, is another question. */
function isAskedAgain(turn: AskedTurn, next: AskedTurn): boolean {
  const language = turn.language ?? "und";
  const [one, other] = [termsOf(turn.question, language), termsOf(next.question, language)];
  if (one.size < 2 || other.size < 2) return false;
  const both = [...one].filter((term) => other.has(term));
  if ([...one, ...other].some((term) => /\p{N}/u.test(term) && !both.includes(term))) return false;
  return both.length / (one.size + other.size - both.length) >= ASKED_AGAIN;
}

const termsOf = (text: string, language: string) => new Set(analyse(text, language));
