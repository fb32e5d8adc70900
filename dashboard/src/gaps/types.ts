import type { AnswerOf, RowOf } from "../live/index.ts";

export type Topic = RowOf<"/v1/agents/{id}/gaps">;
export type TopicDetail = AnswerOf<"/v1/agents/{id}/gaps/{gapId}">;
export type Overlap = RowOf<"/v1/agents/{id}/overlaps">;

export const statuses = ["open", "answered", "ignored"] as const;
export const causes = ["unanswered", "rated-down", "corrected", "handed-over", "asked-again"] as const;
export const periods = ["7", "30", "90"] as const;
export const orders = ["most", "newest"] as const;

/** The one that is named, if it is one of them. */
export const oneOf = <T extends string>(all: readonly T[], text: string | undefined): T | undefined =>
  all.find((one) => one === text);
