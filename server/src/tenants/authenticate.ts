/** Every route under /v1 declares the permission that it needs; a route that forgets cannot be registered. */
import { Fault } from "@parley/contracts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Permission, Scope } from "../platform/index.ts";
import { assertSameOrigin } from "./accounts/caller-of.ts";
import { describeDevice } from "./accounts/device.ts";
import type { Sessions, SignedIn } from "./accounts/sessions.ts";

/**
 * `none`: the route checks who asks by itself (a visitor's session), or needs nobody. `person`: somebody signed in,
 * of whatever organization. `any`: every member and every key, whatever they may do.
 */
export type RoutePermission = Permission | "none" | "person" | "any";

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
  interface FastifyInstance {
    /** Every route under /v1 with what it needs, such as `GET /v1/agents/:id`: also those that no document shows. */
    permissionTable: Map<string, RoutePermission>;
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
  accounts: { sessions: Sessions; publicUrl: string | null };
}

const ORGANIZATION_HEADER = "parley-organization";

export function registerAuthentication(app: FastifyInstance, deps: AuthenticationDeps): void {
  app.decorateRequest("scope");
  app.decorateRequest("person");
  app.decorate("permissionTable", new Map<string, RoutePermission>());
  app.addHook("onRoute", ({ url, method, config }) => {
    if (!url.startsWith("/v1/")) return;
    if (config?.permission === undefined) throw new Error(`${url} declares no permission`);
    for (const one of [method].flat()) app.permissionTable.set(`${one} ${url}`, config.permission);
  });
  app.addHook("onRequest", async (request, reply) => {
    const permission = request.routeOptions.config.permission;
    if (permission === undefined || permission === "none") return;
    const bearer = request.headers.authorization;
    if (bearer === undefined && deps.accounts.sessions.brought(request.headers.cookie)) {
      return bySession(deps, { request, reply, permission });
    }
    if (permission === "person") throw new Fault("unauthorized", "Sign in first.");
    await byKey(deps, { request, reply, permission });
  });
}

/** Who is signed in, on routes that want a person. */
export function personOf(request: FastifyRequest): Person {
  if (!request.person) throw new Fault("unauthorized", "Sign in first.");
  return request.person;
}

interface Asking {
  request: FastifyRequest;
  reply: FastifyReply;
  permission: Permission | "person" | "any";
}

async function byKey(deps: AuthenticationDeps, { request, reply, permission }: Asking): Promise<void> {
  if (permission === "person") return;
  reply.header("www-authenticate", "Bearer");
  const scope = await deps.authenticate(bearerOf(request));
  reply.removeHeader("www-authenticate");
  if (permission !== "any" && !scope.permissions.has(permission)) {
    throw new Fault("forbidden", `This key may not do that: it lacks the scope ${permission}.`);
  }
  request.scope = { ...scope, from: cameFrom(request) };
}

async function bySession(deps: AuthenticationDeps, { request, reply, permission }: Asking): Promise<void> {
  const { sessions, publicUrl } = deps.accounts;
  assertSameOrigin(request, publicUrl, true);
  const organizationId = organizationOf(request);
  const signedIn = await sessions.find(request.headers.cookie, organizationId, request.protocol === "https");
  if (!signedIn) throw new Fault("unauthorized", "You are not signed in any more. Sign in again.");
  const { person, cookie } = signedIn;
  if (cookie !== undefined) reply.header("set-cookie", cookie);
  request.person = person;
  if (permission === "person") return;
  if (organizationId === null) {
    throw new Fault("invalid_request", "Name the organization: send the header Parley-Organization with its id.");
  }
  request.scope = scopeOf(signedIn, permission, request);
}

/** @throws Fault not_found for organizations of others, forbidden for what the role does not allow */
function scopeOf({ person, membership }: SignedIn, permission: Permission | "any", request: FastifyRequest): Scope {
  if (!membership) throw new Fault("not_found", "There is no such organization, or you do not belong to it.");
  if (permission !== "any" && !membership.permissions.has(permission)) {
    throw new Fault("forbidden", "Your role does not allow this. Ask an owner or an admin of the organization.");
  }
  return {
    organization: membership.organization,
    organizationId: membership.organizationId,
    actor: { type: "member", id: person.id, name: person.name },
    permissions: membership.permissions,
    from: cameFrom(request),
  };
}

function organizationOf(request: FastifyRequest): string | null {
  const named = request.headers[ORGANIZATION_HEADER];
  return typeof named === "string" && named !== "" ? named.slice(0, 100) : null;
}

const cameFrom = (request: FastifyRequest) => ({
  address: request.ip,
  client: describeDevice(request.headers["user-agent"] ?? null).device,
});

function bearerOf(request: FastifyRequest): string {
  const match = /^Bearer +(\S{1,500})$/i.exec(request.headers.authorization ?? "");
  if (!match?.[1]) {
    throw new Fault(
      "unauthorized",
      "Sign in, or send an API key: Authorization: Bearer KEY. `parley key create --name NAME` makes one.",
    );
  }
  return match[1];
}
