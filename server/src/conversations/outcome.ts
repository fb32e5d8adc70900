/** What an answer says of its conversation. */
import type { EndReason } from "@parley/contracts";
import { sql, type SQL } from "../platform/index.ts";

/** Small talk says nothing. */
export const outcomeOf = (reason: EndReason) => ({
  answered: reason === "answered",
  unanswered: reason === "unknown" || reason === "failed",
  personAsked: reason === "person-asked",
});

/** The conversation is named by its first question, and keeps count of how it goes. */
export function summed({ reason, title }: { reason: EndReason; title: string }): SQL {
  const { answered, unanswered, personAsked } = outcomeOf(reason);
  const asked = answered || unanswered;
  return sql`answered = answered + ${answered ? 1 : 0}::int, unanswered = unanswered + ${unanswered ? 1 : 0}::int,
            person_asked = person_asked or ${personAsked}::boolean,
            title = case when ${asked}::boolean and answered + unanswered = 0 then ${title}::text else title end`;
}

/** How an answer came to be; null where it is not known. */
export interface Making {
  model: string | null;
  inputTokens: number | null;
  outputTokens: number | null;
  tookMs: number | null;
  firstMs: number | null;
}
