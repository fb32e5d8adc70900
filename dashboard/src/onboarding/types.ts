import type { AnswerOf } from "../live/index.ts";

export type Agent = AnswerOf<"/v1/agents/{id}">;
export type SiteProfile = AnswerOf<"/v1/agents/{id}/site-profile">;
export type Website = Extract<AnswerOf<"/v1/sources/{id}">, { type: "website" }>;
export type FactKind = "hours" | "address" | "phone" | "email";
export type FactLine = SiteProfile["facts"]["hours"][number];

export const stepNames = ["site", "learn", "questions", "install"] as const;
export type StepName = (typeof stepNames)[number];
export const isStepName = (text: string | undefined): text is StepName => stepNames.some((name) => name === text);
