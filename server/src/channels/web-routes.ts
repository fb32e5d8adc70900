/** Where visitors come in: the session, the socket, the widget's files and the pages. */
import { Fault, idSchema, session, sessionInput } from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Files, Limit } from "../platform/index.ts";
import type { Tenants } from "../tenants/index.ts";
import { askedAt } from "./asked-at.ts";
import type { Installs } from "./installs/create-installs.ts";
import { pageOf } from "./installs/page-of.ts";
import type { SocketRouteDeps } from "./socket-route.ts";
import type { VisitorSession } from "./visitor-sessions.ts";

export interface WebDeps extends SocketRouteDeps {
  files: Files;
  tenants: Tenants;
  sessionLimit: Limit;
  installs: Pick<Installs, "seen">;
  /** Null: as the request came in. */
  publicUrl: string | null;
}

export function webRoutes(base: FastifyInstance, deps: WebDeps): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  sessionRoute(base, deps);

  app.get(
    "/widget/agents/:id/logo",
    { schema: { hide: true, params: z.object({ id: idSchema("agent") }) } },
    async (request, reply) => {
      const file = await logoOf(deps, request.params.id);
      if (!file) throw new Fault("not_found", "This agent has no logo.");
      return reply
        .header("content-type", file.contentType)
        .header("cache-control", "public, max-age=3600")
        .header("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
        .header("cross-origin-resource-policy", "cross-origin")
        .send(Buffer.from(file.bytes));
    },
  );
}

async function logoOf({ agents, tenants, files }: WebDeps, agentId: string) {
  const organization = await agents.findOrganization(agentId);
  if (organization === undefined) return undefined;
  const name = await agents.logoFile(await tenants.visitorScope(organization, "logo"), agentId);
  return name === null ? undefined : files.read(name);
}

function sessionRoute(base: FastifyInstance, deps: WebDeps): void {
  base.withTypeProvider<ZodTypeProvider>().post(
    "/v1/widget/sessions",
    {
      config: { permission: "none" },
      schema: {
        tags: ["widget"],
        summary: "Begin or go on with a visitor's session",
        body: sessionInput,
        response: { 200: session },
      },
    },
    async (request, reply) => {
      const { allowed, retryAfterMs } = await deps.limits.take(
        `sessions:${deps.digest(request.ip)}`,
        deps.sessionLimit,
      );
      if (!allowed) throw new Fault("rate_limited", "Too many sessions from here. Wait a moment.", { retryAfterMs });
      const { agentId, token, origin } = request.body;
      const opened = await deps.sessions.open(agentId, token);
      await notePage(deps, opened, { origin, own: [deps.publicUrl, askedAt(request)] });
      const [agent, thread] = await Promise.all([
        deps.agents.glance(opened.scope, agentId),
        deps.conversations.resume(opened.scope, {
          agentId,
          visitorId: opened.visitorId,
          known: { conversationId: null, after: 0 },
        }),
      ]);
      const { conversationId, messages } = thread;
      reply.header("cache-control", "no-store");
      return { token: opened.token, visitorId: opened.visitorId, agent, conversationId, messages };
    },
  );
}

/** @throws Fault forbidden where the look names domains and the page is on none of them. */
async function notePage(
  deps: WebDeps,
  { scope, agentId }: VisitorSession,
  told: { origin: string | null; own: (string | null)[] },
): Promise<void> {
  const page = pageOf(await deps.agents.glance(scope, agentId), told);
  if (!page.allowed) throw new Fault("forbidden", "This chat does not belong on this site.");
  if (page.origin !== null) deps.installs.seen(scope, { agentId, origin: page.origin, opened: true });
}
