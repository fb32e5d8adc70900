export {
  type AnswerOf,
  type BodyOf,
  type Client,
  type ClientOptions,
  createClient,
  ifMatch,
  type ItemOf,
  type PathsFor,
} from "./create-client.ts";
export { isProblem, ParleyProblem, type ProblemCode } from "./problem.ts";
export type { StreamEvent } from "./read-events.ts";
export type { Fetch } from "./send.ts";
export type { components, paths } from "./schema.ts";
