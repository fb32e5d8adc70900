import type {
  AgentSettings,
  AnswerPart,
  EndReason,
  FactSettings,
  LanguageModel,
  SearchFilter,
} from "@parley/contracts";
import type { Scope } from "../platform/index.ts";
import type { Trace } from "./answer/trace/trace.ts";

/** What people have set of how an agent answers. */
export type AgentBehaviour = Pick<
  AgentSettings,
  "role" | "tone" | "length" | "instructions" | "goals" | "guardrails" | "greeting" | "fallbacks" | "hours" | "facts"
>;

/** What the answering needs to know of an agent. */
export interface AgentProfile {
  id: string;
  name: string;
  /** BCP 47; the language of the site, and of the agent where the visitor's cannot be told. */
  language: string;
  siteUrl: string | null;
  /** The first crawl is still going on: what is not found may yet come. */
  stillReading: boolean;
  /** It answers nobody any more. */
  archived?: boolean;
  behaviour?: AgentBehaviour;
  /** What was found on the site of how the business is reached, and when; nobody has said yet that it is right. */
  found?: FactSettings;
  /** What the site says of itself on its start page. */
  about?: { text: string; url: string };
  /** Its own chain of models, in order; left out: the server's. */
  models?: readonly LanguageModel[];
}

/** What was said before, oldest first, the present question not included. */
export interface HistoryMessage {
  role: "visitor" | "agent";
  text: string;
  reason: EndReason | null;
  /** Titles of the pages cited, so that a follow-up can be understood. */
  citedTitles: string[];
}

export interface Turn {
  scope: Scope;
  agent: AgentProfile;
  question: string;
  history: readonly HistoryMessage[];
  /**
   * Which documents it is answered from; left out: all of them. What the organization says itself always counts, what
   * was found on its site and its catalogue do not.
   */
  filter?: SearchFilter | undefined;
  /** False: do not spend on a language model (the day's budget is gone). */
  mayUseModel: boolean;
  /** For the playground: is told what led to the answer. */
  trace?: Trace;
}

/** The one way to an answer. Never throws: a failure is an `end` part with reason `failed`. */
export type Answer = (turn: Turn, signal: AbortSignal) => AsyncIterable<AnswerPart>;
