/** What an answer says of its conversation. */
import type { EndReason } from "@parley/contracts";
import { sql, type SQL } from "../platform/index.ts";

/** Small talk says nothing. */
export const outcomeOf = (reason: EndReason) => ({
  answered: reason === "answered",
  unanswered: reason === "unknown" || reason === "failed",
  personAsked: reason === "person-asked",
});

/** What an answer changes of its conversation. */
export function sumsOf(reason: EndReason) {
  const { answered, unanswered, personAsked } = outcomeOf(reason);
  return {
    answeredMore: answered ? 1 : 0,
    unansweredMore: unanswered ? 1 : 0,
    personAsked,
    counts: answered || unanswered,
  };
}

/** The conversation is named by its first question, and keeps count of how it goes. */
export function summed(value: (name: keyof ReturnType<typeof sumsOf> | "title") => SQL): SQL {
  return sql`answered = answered + ${value("answeredMore")}::int, unanswered = unanswered + ${value("unansweredMore")}::int,
            person_asked = person_asked or ${value("personAsked")}::boolean,
            title = case when ${value("counts")}::boolean and answered + unanswered = 0 then ${value("title")}::text else title end`;
}

/** How an answer came to be; null where it is not known. */
export interface Making {
  model: string | null;
  inputTokens: number | null;
  outputTokens: number | null;
  tookMs: number | null;
  firstMs: number | null;
}
