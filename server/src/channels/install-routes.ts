/** On which sites an agent's widget is, and whether a page has its snippet. */
import { idSchema, install, installCheck, installCheckInput, listOf, snippet } from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Agents } from "../agents/index.ts";
import { serverAddress } from "./asked-at.ts";
import { checkInstall, type CheckDeps } from "./installs/check-install.ts";
import type { Installs } from "./installs/create-installs.ts";
import { isLocal } from "./installs/read-origin.ts";
import { snippetFor } from "./pages/index.ts";

export interface InstallRouteDeps extends Omit<CheckDeps, "installs"> {
  agents: Pick<Agents, "get">;
  installs: Installs;
  /** Null: as the request came in. */
  publicUrl: string | null;
}

const tags = ["widget"];
const params = z.object({ id: idSchema("agent") });
const read = { permission: "agents:read" } as const;
const write = { permission: "agents:write" } as const;

export function installRoutes(base: FastifyInstance, deps: InstallRouteDeps): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  const { agents, installs } = deps;

  app.get(
    "/v1/agents/:id/snippet",
    {
      config: read,
      schema: { tags, summary: "The line that puts the widget on a page", params, response: { 200: snippet } },
    },
    async (request) => {
      const { id } = await agents.get(request.scope, request.params.id);
      const server = deps.publicUrl ?? serverAddress(request);
      return { server, html: snippetFor(id, server), local: isLocal(server) };
    },
  );

  app.get(
    "/v1/agents/:id/installs",
    {
      config: read,
      schema: { tags, summary: "Sites on which the widget was seen", params, response: { 200: listOf(install) } },
    },
    async ({ scope, params: { id } }) => {
      await agents.get(scope, id);
      return { data: await installs.list(scope, id), next: null };
    },
  );

  app.delete(
    "/v1/agents/:id/installs",
    {
      config: write,
      schema: {
        tags,
        summary: "Forget a site on which the widget was seen",
        params,
        querystring: z.object({ origin: z.string().min(1).max(300) }),
      },
    },
    async ({ scope, params: { id }, query }, reply) => {
      await agents.get(scope, id);
      await installs.forget(scope, { agentId: id, origin: query.origin });
      return reply.status(204).send();
    },
  );

  app.post(
    "/v1/agents/:id/installs/check",
    {
      config: write,
      schema: {
        tags,
        summary: "Read a page and look for the widget's snippet",
        params,
        body: installCheckInput,
        response: { 200: installCheck },
      },
    },
    async (request) => {
      const {
        scope,
        params: { id },
        body,
      } = request;
      const agent = await agents.get(scope, id);
      const server = deps.publicUrl ?? serverAddress(request);
      return checkInstall(deps, scope, { agent, url: body.url ?? null, server });
    },
  );
}
