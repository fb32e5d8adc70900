/** What the rooms below know, each by its own narrow door. */
import type { AttentionFact } from "@parley/contracts";
import type { Query, Scope } from "../../platform/index.ts";

/** Milliseconds since 1970; `from` included, `to` not. */
export interface Span {
  from: number;
  to: number;
}

export interface Counted {
  conversations: number;
  answered: number;
  unanswered: number;
  personAsked: number;
}

export interface Ratings {
  up: number;
  down: number;
}

export interface NamedAgent {
  id: string;
  name: string;
  logoUrl: string | null;
  createdAt: number;
  updatedAt: number;
  /** How often it was published. */
  version: number;
}

/** Asks with the given query alone, so that all of them travel together. */
export type Ask<T> = (q: Query, scope: Scope) => Promise<T>;

export interface HomeSources {
  hours(q: Query, scope: Scope, span: Span): Promise<(Counted & { hour: number })[]>;
  byAgent(
    q: Query,
    scope: Scope,
    span: Span & { limit: number },
  ): Promise<(Counted & { agentId: string; lastHour: number })[]>;
  ratings(q: Query, scope: Scope, span: Span): Promise<Ratings>;
  faultyAnswers(q: Query, scope: Scope, since: number): Promise<AttentionFact[]>;
  outdatedAnswers: Ask<AttentionFact[]>;
  faultySources: Ask<AttentionFact[]>;
  drafts: Ask<AttentionFact[]>;
  failingConnections: Ask<AttentionFact[]>;
  /** Letters that wait for a mail server; 0 where there is one. */
  keptMails: Ask<number>;
  agents: Ask<NamedAgent[]>;
  /** When each agent's widget was last seen. */
  installs: Ask<Map<string, number>>;
  hasKnowledge: Ask<boolean>;
  hasConversations: Ask<boolean>;
  hasCompany: Ask<boolean>;
  lacksSecondFactor(scope: Scope): Promise<boolean>;
}
