import type { AnswerOf } from "../live/index.ts";

export type Home = AnswerOf<"/v1/home">;
export type Attention = Home["attention"][number];
export type Start = NonNullable<Home["start"]>;
export type Numbers = NonNullable<Home["numbers"]>;
