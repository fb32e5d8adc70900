import { listOf, member, memberChange, memberQuery, memberRemoval } from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Tenants } from "../tenants.ts";

/** Another organization's member, one that is none, and what is no id at all: none of them is here. */
const params = z.object({ userId: z.string().min(1).max(64) });
const tags = ["members"];

export function memberRoutes(base: FastifyInstance, { tenants }: { tenants: Tenants }): void {
  const app = base.withTypeProvider<ZodTypeProvider>();

  app.get(
    "/v1/members",
    {
      config: { permission: "members:read" },
      schema: {
        tags,
        summary: "List the members of the organization, by name",
        querystring: memberQuery,
        response: { 200: listOf(member) },
      },
    },
    async (request) => tenants.members.list(request.scope, request.query),
  );

  app.patch(
    "/v1/members/:userId",
    {
      config: { permission: "members:write" },
      schema: { tags, summary: "Give a member another role", params, body: memberChange, response: { 200: member } },
    },
    async (request) => tenants.members.changeRole(request.scope, request.params.userId, request.body.role),
  );

  app.delete(
    "/v1/members/:userId",
    {
      config: { permission: "members:write" },
      schema: {
        tags,
        summary: "Remove a member, on demand with the API keys that they made; oneself: leave",
        params,
        querystring: memberRemoval,
        response: { 204: z.null() },
      },
    },
    async ({ scope, params: { userId }, query }, reply) => {
      await tenants.members.remove(scope, userId, { revokeKeys: query.revokeKeys === "true" });
      return reply.status(204).send(null);
    },
  );

  app.post(
    "/v1/members/:userId/restore",
    {
      config: { permission: "members:write" },
      schema: {
        tags,
        summary: "Take a member back who was removed within the hour, with role and teams",
        params,
        response: { 200: member },
      },
    },
    async (request) => tenants.members.restore(request.scope, request.params.userId),
  );
}
