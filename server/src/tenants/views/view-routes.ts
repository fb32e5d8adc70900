import { idSchema, listOf, view, viewChange, viewInput, viewsQuery } from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { matchRevision, type Scope } from "../../platform/index.ts";
import type { Tenants } from "../tenants.ts";

export interface ViewRouteDeps {
  tenants: Tenants;
  /** @throws Fault not_found where there is no such agent */
  assertAgent(scope: Scope, agentId: string): Promise<unknown>;
}

const params = z.object({ id: idSchema("view") });
const tags = ["views"];
/** Every member has views of their own; of which lists, the room checks. */
const config = { permission: "any" } as const;

export function viewRoutes(base: FastifyInstance, { tenants, assertAgent }: ViewRouteDeps): void {
  const app = base.withTypeProvider<ZodTypeProvider>();

  app.get(
    "/v1/views",
    {
      config,
      schema: {
        tags,
        summary: "List saved views by name: your own, and those that are shared",
        querystring: viewsQuery,
        response: { 200: listOf(view) },
      },
    },
    async (request) => tenants.views.list(request.scope, request.query),
  );

  app.post(
    "/v1/views",
    {
      config,
      schema: { tags, summary: "Save a view of a list", body: viewInput, response: { 201: view } },
    },
    async (request, reply) => {
      const { scope, body } = request;
      if (body.agentId !== undefined) await assertAgent(scope, body.agentId);
      return reply.status(201).send(await tenants.views.create(scope, body));
    },
  );

  app.get(
    "/v1/views/:id",
    { config, schema: { tags, summary: "Read a saved view", params, response: { 200: view } } },
    async (request) => tenants.views.get(request.scope, request.params.id),
  );

  app.patch(
    "/v1/views/:id",
    {
      config,
      schema: {
        tags,
        summary: "Change a saved view's name, its filters or who sees it",
        params,
        body: viewChange,
        response: { 200: view },
      },
    },
    async (request) => {
      const change = { input: request.body, check: matchRevision(request) };
      return tenants.views.change(request.scope, request.params.id, change);
    },
  );

  app.delete(
    "/v1/views/:id",
    { config, schema: { tags, summary: "Remove a saved view", params, response: { 204: z.null() } } },
    async (request, reply) => {
      await tenants.views.remove(request.scope, request.params.id);
      return reply.status(204).send(null);
    },
  );
}
