import { agent, agentInput, Fault, idSchema, listOf, newAgentInput, pageQuery } from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Knowledge } from "../knowledge/index.ts";
import type { Agents } from "./agents.ts";
import { openSite } from "./open-site.ts";

const params = z.object({ id: idSchema("agent") });

export function agentRoutes(
  base: FastifyInstance,
  { agents, knowledge }: { agents: Agents; knowledge: Knowledge },
): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  const tags = ["agents"];

  app.post(
    "/v1/agents",
    {
      config: { permission: "agents:write" },
      schema: {
        tags,
        summary: "Make an agent, with or without a site to read; the same site again answers its agent with 200",
        body: newAgentInput,
        response: { 200: agent, 201: agent },
      },
    },
    async ({ scope, body }, reply) => {
      const { siteUrl, name, ...rest } = body;
      if (siteUrl !== undefined) {
        const settings = name === undefined ? rest : { ...rest, name };
        const opened = await openSite({ agents, knowledge }, scope, { url: siteUrl, trusted: false, settings }).catch(
          (error: unknown) => {
            throw error instanceof Fault && error.field === "url"
              ? new Fault(error.code, error.message, { field: "siteUrl" })
              : error;
          },
        );
        return reply.status(opened.created ? 201 : 200).send(opened.agent);
      }
      if (name === undefined)
        throw new Fault("invalid_request", "Give the agent a name, or the address of a site.", { field: "name" });
      return reply.status(201).send(await agents.create(scope, { ...rest, name }));
    },
  );

  app.get(
    "/v1/agents",
    {
      config: { permission: "agents:read" },
      schema: { tags, querystring: pageQuery, response: { 200: listOf(agent) } },
    },
    async (request) => agents.list(request.scope, request.query),
  );

  app.get(
    "/v1/agents/:id",
    { config: { permission: "agents:read" }, schema: { tags, params, response: { 200: agent } } },
    async (request) => agents.get(request.scope, request.params.id),
  );

  app.patch(
    "/v1/agents/:id",
    {
      config: { permission: "agents:write" },
      schema: { tags, params, body: agentInput.partial(), response: { 200: agent } },
    },
    async (request) => agents.change(request.scope, request.params.id, request.body),
  );
}
