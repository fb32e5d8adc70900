import { idSchema, role, roleDeletion, roleInput } from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { matchRevision } from "../../platform/index.ts";
import type { Tenants } from "../tenants.ts";

const params = z.object({ id: idSchema("role") });
const tags = ["roles"];
const reading = { permission: "members:read" } as const;
const writing = { permission: "members:write" } as const;

export function roleRoutes(base: FastifyInstance, { tenants }: { tenants: Tenants }): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  removeRoleRoute(base, tenants);

  app.get(
    "/v1/roles",
    {
      config: reading,
      schema: {
        tags,
        summary: "List the built-in roles and the organization's own, with what they allow",
        response: { 200: z.object({ data: z.array(role), next: z.null() }) },
      },
    },
    async (request) => ({ data: await tenants.roles.list(request.scope), next: null }),
  );

  app.post(
    "/v1/roles",
    { config: writing, schema: { tags, summary: "Make a role", body: roleInput, response: { 201: role } } },
    async (request, reply) => reply.status(201).send(await tenants.roles.create(request.scope, request.body)),
  );

  app.get(
    "/v1/roles/:id",
    {
      config: reading,
      schema: { tags, summary: "Read one of the organization's own roles", params, response: { 200: role } },
    },
    async (request) => tenants.roles.get(request.scope, request.params.id),
  );

  app.patch(
    "/v1/roles/:id",
    {
      config: writing,
      schema: {
        tags,
        summary: "Change a role, for everybody who has it",
        params,
        body: roleInput.partial(),
        response: { 200: role },
      },
    },
    async (request) => {
      const { id } = request.params;
      return tenants.roles.change(request.scope, id, { input: request.body, check: matchRevision(request) });
    },
  );
}

function removeRoleRoute(base: FastifyInstance, tenants: Tenants): void {
  const app = base.withTypeProvider<ZodTypeProvider>();

  app.delete(
    "/v1/roles/:id",
    {
      config: writing,
      schema: {
        tags,
        summary: "Remove a role; `replacement` is what those get who have it",
        params,
        querystring: roleDeletion,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await tenants.roles.remove(request.scope, request.params.id, request.query.replacement);
      return reply.status(204).send(null);
    },
  );
}
