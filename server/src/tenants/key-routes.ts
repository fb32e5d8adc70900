import { apiKey, apiKeyInput, Fault, idSchema, listOf, newApiKey, pageQuery } from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { allKeyScopes, isKeyScope } from "./permissions.ts";
import type { Tenants } from "./tenants.ts";

const tags = ["keys"];

export function keyRoutes(base: FastifyInstance, { tenants }: { tenants: Tenants }): void {
  const app = base.withTypeProvider<ZodTypeProvider>();

  app.post(
    "/v1/keys",
    {
      config: { permission: "keys:write" },
      schema: { tags, summary: "Make an API key; it is shown once", body: apiKeyInput, response: { 201: newApiKey } },
    },
    async (request, reply) => {
      const { name, scopes: wanted, expiresAt } = request.body;
      const unknown = wanted.find((scope) => !isKeyScope(scope));
      if (unknown !== undefined) {
        throw new Fault("invalid_request", `There is no scope "${unknown}". There are: ${allKeyScopes.join(", ")}.`, {
          field: "scopes",
        });
      }
      const scopes =
        wanted.length > 0
          ? [...new Set(wanted.filter(isKeyScope))]
          : allKeyScopes.filter((scope) => request.scope.permissions.has(scope));
      const { key, record } = await tenants.keys.create(request.scope, {
        name,
        scopes,
        expiresAt: expiresAt === null ? null : new Date(expiresAt),
      });
      return reply.status(201).send({ key, ...record });
    },
  );

  app.get(
    "/v1/keys",
    {
      config: { permission: "keys:read" },
      schema: {
        tags,
        summary: "List API keys, newest first",
        querystring: pageQuery,
        response: { 200: listOf(apiKey) },
      },
    },
    async (request) => tenants.keys.list(request.scope, request.query),
  );

  app.delete(
    "/v1/keys/:id",
    {
      config: { permission: "keys:write" },
      schema: { tags, summary: "Revoke an API key", params: z.object({ id: idSchema("key") }) },
    },
    async (request, reply) => {
      await tenants.keys.revoke(request.scope, request.params.id);
      return reply.status(204).send();
    },
  );
}
