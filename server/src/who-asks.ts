/** Who asks, as the limits and the kept answers tell them apart. */
import type { FastifyRequest } from "fastify";
import type { Asker, Caller } from "./platform/index.ts";

/** Null for visitors, for the server's own admin token, and for nobody. */
export function callerOf(request: FastifyRequest): Caller | null {
  const { person, routeOptions } = request;
  const scope = scopeOf(request);
  const organization = scope?.organization ?? null;
  const agentId = routeOptions.config.permission === "ask" ? agentIn(request.params) : null;
  if (person) return { kind: "session", id: person.sessionId, organization, agentId };
  return scope?.actor.type === "key" ? { kind: "key", id: scope.actor.id, organization, agentId } : null;
}

export function askerOf(request: FastifyRequest): Asker | null {
  const scope = scopeOf(request);
  if (scope) return { organization: scope.organization, actor: scope.actor.id };
  return request.person ? { organization: 0, actor: request.person.id } : null;
}

/** Typed as always there, but only routes of an organization have one. */
const scopeOf = (request: FastifyRequest): FastifyRequest["scope"] | undefined => request.scope;

function agentIn(params: unknown): string | null {
  const { id }: Record<string, unknown> = { ...Object(params) };
  return typeof id === "string" && id.startsWith("agt_") ? id : null;
}
