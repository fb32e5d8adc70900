/** Every route under /v1 declares the permission that it needs; a route that forgets cannot be registered. */
import { Fault } from "@parley/contracts";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Limit, Limits, Permission, Scope } from "../platform/index.ts";

/**
 * `none`: the route checks who asks by itself (a visitor's session), or needs nobody. `person`: somebody signed in,
 * of whatever organization.
 */
export type RoutePermission = Permission | "none" | "person";

/** Who is signed in. */
export interface Person {
  id: string;
  email: string;
  name: string;
  sessionId: string;
  /** Made by an owner link: holds the server itself. */
  serverAdmin: boolean;
}

declare module "fastify" {
  interface FastifyContextConfig {
    permission?: RoutePermission;
  }
  interface FastifyRequest {
    /** On whose behalf; only on routes whose permission is neither `none` nor `person`. */
    scope: Scope;
    /** Only on routes whose permission is `person`, and on others when a session asks and no key. */
    person: Person | undefined;
  }
}

export interface AuthenticationDeps {
  authenticate(bearer: string): Promise<Scope>;
  limits: Limits;
  keyLimit: Limit;
}

export function registerAuthentication(app: FastifyInstance, deps: AuthenticationDeps): void {
  app.decorateRequest("scope");
  app.decorateRequest("person");
  app.addHook("onRoute", (route) => {
    if (route.url.startsWith("/v1/") && route.config?.permission === undefined) {
      throw new Error(`${route.url} declares no permission`);
    }
  });
  app.addHook("onRequest", async (request, reply) => {
    const permission = request.routeOptions.config.permission;
    if (permission === undefined || permission === "none") return;
    if (permission === "person") throw new Fault("unauthorized", "Sign in first.");
    reply.header("www-authenticate", "Bearer");
    const scope = await deps.authenticate(bearerOf(request));
    reply.removeHeader("www-authenticate");
    if (!scope.permissions.has(permission)) {
      throw new Fault("forbidden", `This key may not do that: it lacks the scope ${permission}.`);
    }
    if (scope.actor.type === "key") await takeTurn(deps, scope);
    request.scope = scope;
  });
}

async function takeTurn({ limits, keyLimit }: AuthenticationDeps, scope: Scope): Promise<void> {
  const { allowed, retryAfterMs } = await limits.take(`key:${scope.actor.id}`, keyLimit);
  if (!allowed) throw new Fault("rate_limited", "This key asks too often. Wait a moment.", { retryAfterMs });
}

function bearerOf(request: FastifyRequest): string {
  const match = /^Bearer +(\S{1,500})$/i.exec(request.headers.authorization ?? "");
  if (!match?.[1]) {
    throw new Fault(
      "unauthorized",
      "Send an API key: Authorization: Bearer KEY. `parley key create --name NAME` makes one.",
    );
  }
  return match[1];
}
