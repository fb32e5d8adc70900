import { agent, agentInput, idSchema, listOf, pageQuery } from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Agents } from "./agents.ts";

const params = z.object({ id: idSchema("agent") });

export function agentRoutes(base: FastifyInstance, { agents }: { agents: Agents }): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  const tags = ["agents"];

  app.post(
    "/v1/agents",
    { config: { permission: "agents:write" }, schema: { tags, body: agentInput, response: { 201: agent } } },
    async (request, reply) => reply.status(201).send(await agents.create(request.scope, request.body)),
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
