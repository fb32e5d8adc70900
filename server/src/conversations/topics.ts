import type { Scope } from "../platform/index.ts";

/** Everything that one visitor sees of its conversation with one agent: `ServerFrame`s. */
export const visitorTopic = (scope: Scope, agentId: string, visitorId: string) =>
  `visitor:${scope.organization}:${agentId}:${visitorId}`;

/** Whoever makes the answer of this conversation should stop. */
export const stopTopic = (scope: Scope, conversationId: string) => `stop:${scope.organization}:${conversationId}`;
