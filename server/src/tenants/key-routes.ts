import { Fault, idSchema, listOf, pageQuery } from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { ApiKey } from "./keys.ts";
import { allKeyScopes, isKeyScope } from "./permissions.ts";
import type { Tenants } from "./tenants.ts";

const apiKey = z.object({
  id: idSchema("key"),
  name: z.string(),
  hint: z.string(),
  scopes: z.array(z.string()),
  expiresAt: z.iso.datetime().nullable(),
  revokedAt: z.iso.datetime().nullable(),
  lastUsedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});

const keyInput = z.object({
  name: z.string().trim().min(1).max(120),
  /** Empty or missing: all of them. */
  scopes: z.array(z.string()).max(20).default([]),
  expiresAt: z.iso.datetime().nullable().default(null),
});

/** Keys are made by who holds the server; people's own keys come with their accounts. */
export function keyRoutes(base: FastifyInstance, { tenants }: { tenants: Tenants }): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  const config = { permission: "admin" } as const;

  app.post(
    "/v1/keys",
    { config, schema: { tags: ["keys"], body: keyInput, response: { 201: apiKey.extend({ key: z.string() }) } } },
    async (request, reply) => {
      const scopes = request.body.scopes.length > 0 ? request.body.scopes : allKeyScopes;
      const unknown = scopes.find((name) => !isKeyScope(name));
      if (unknown !== undefined) {
        throw new Fault("invalid_request", `There is no scope "${unknown}". There are: ${allKeyScopes.join(", ")}.`, {
          field: "scopes",
        });
      }
      const expiresAt = request.body.expiresAt === null ? null : new Date(request.body.expiresAt);
      const { key, record } = await tenants.keys.create(request.scope, {
        name: request.body.name,
        scopes: scopes.filter(isKeyScope),
        expiresAt,
      });
      return reply.status(201).send({ key, ...present(record) });
    },
  );

  app.get(
    "/v1/keys",
    { config, schema: { tags: ["keys"], querystring: pageQuery, response: { 200: listOf(apiKey) } } },
    async (request) => {
      const { data, next } = await tenants.keys.list(request.scope, request.query);
      return { data: data.map(present), next };
    },
  );

  app.delete(
    "/v1/keys/:id",
    { config, schema: { tags: ["keys"], params: z.object({ id: idSchema("key") }) } },
    async (request, reply) => {
      await tenants.keys.revoke(request.scope, request.params.id);
      return reply.status(204).send();
    },
  );
}

function present(record: ApiKey) {
  const iso = (date: Date | null) => date?.toISOString() ?? null;
  return {
    id: record.id,
    name: record.name,
    hint: record.hint,
    scopes: record.scopes,
    expiresAt: iso(record.expiresAt),
    revokedAt: iso(record.revokedAt),
    lastUsedAt: iso(record.lastUsedAt),
    createdAt: record.createdAt.toISOString(),
  };
}
