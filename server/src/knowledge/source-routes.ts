import { crawledPage, idSchema, listOf, pageQuery, source, sourceInput } from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Sources } from "./sources.ts";

const agentParams = z.object({ id: idSchema("agent") });
const sourceParams = z.object({ id: idSchema("source") });
const logQuery = pageQuery.extend({ status: crawledPage.shape.status.optional() });

const tags = ["knowledge"];
const read = { permission: "knowledge:read" } as const;
const write = { permission: "knowledge:write" } as const;

/** The websites of an agent: added, watched, held and read again. */
export function sourceRoutes(base: FastifyInstance, { sources }: { sources: Sources }): void {
  const app = base.withTypeProvider<ZodTypeProvider>();

  app.post(
    "/v1/agents/:id/sources",
    {
      config: write,
      schema: {
        tags,
        summary: "Read a website; the same address again is read again",
        params: agentParams,
        body: sourceInput,
        response: { 201: source },
      },
    },
    async ({ scope, params, body }, reply) => reply.status(201).send(await sources.create(scope, params.id, body)),
  );

  app.get(
    "/v1/agents/:id/sources",
    { config: read, schema: { tags, params: agentParams, querystring: pageQuery, response: { 200: listOf(source) } } },
    async ({ scope, params, query }) => sources.list(scope, params.id, query),
  );

  app.get(
    "/v1/sources/:id",
    { config: read, schema: { tags, params: sourceParams, response: { 200: source } } },
    async ({ scope, params }) => sources.get(scope, params.id),
  );

  app.get(
    "/v1/sources/:id/pages",
    {
      config: read,
      schema: {
        tags,
        summary: "The log: one line for each address",
        params: sourceParams,
        querystring: logQuery,
        response: { 200: listOf(crawledPage) },
      },
    },
    async ({ scope, params, query }) => sources.pages(scope, params.id, query),
  );

  for (const verb of ["pause", "resume", "cancel", "recrawl"] as const) {
    app.post(
      `/v1/sources/:id/${verb}`,
      { config: write, schema: { tags, params: sourceParams, response: { 200: source } } },
      async ({ scope, params }) => sources[verb](scope, params.id),
    );
  }
}
