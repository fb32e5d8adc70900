import { idSchema, listOf, pageQuery, team, teamInput } from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { matchRevision } from "../../platform/index.ts";
import type { Tenants } from "../tenants.ts";

const params = z.object({ id: idSchema("team") });
const tags = ["teams"];
const reading = { permission: "members:read" } as const;
const writing = { permission: "members:write" } as const;

export function teamRoutes(base: FastifyInstance, { tenants }: { tenants: Tenants }): void {
  const app = base.withTypeProvider<ZodTypeProvider>();

  app.get(
    "/v1/teams",
    {
      config: reading,
      schema: {
        tags,
        summary: "List teams with their members, by name",
        querystring: pageQuery,
        response: { 200: listOf(team) },
      },
    },
    async (request) => tenants.teams.list(request.scope, request.query),
  );

  app.post(
    "/v1/teams",
    { config: writing, schema: { tags, summary: "Make a team", body: teamInput, response: { 201: team } } },
    async (request, reply) => reply.status(201).send(await tenants.teams.create(request.scope, request.body)),
  );

  app.get(
    "/v1/teams/:id",
    { config: reading, schema: { tags, summary: "Read a team", params, response: { 200: team } } },
    async (request) => tenants.teams.get(request.scope, request.params.id),
  );

  app.patch(
    "/v1/teams/:id",
    {
      config: writing,
      schema: {
        tags,
        summary: "Change a team's name or who is in it",
        params,
        body: teamInput.partial(),
        response: { 200: team },
      },
    },
    async (request) => {
      const { id } = request.params;
      return tenants.teams.change(request.scope, id, { input: request.body, check: matchRevision(request) });
    },
  );

  app.delete(
    "/v1/teams/:id",
    {
      config: writing,
      schema: { tags, summary: "Remove a team; its members stay members", params, response: { 204: z.null() } },
    },
    async (request, reply) => {
      await tenants.teams.remove(request.scope, request.params.id);
      return reply.status(204).send(null);
    },
  );
}
