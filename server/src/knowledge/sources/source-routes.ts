import {
  crawledPage,
  idSchema,
  listOf,
  pageQuery,
  source,
  sourceChange,
  sourceInput,
  sourcePageCounts,
  sourcePagesQuery,
} from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { seenRevision } from "../../platform/index.ts";
import type { Sources } from "./sources.ts";

const agentParams = z.object({ id: idSchema("agent") });
const sourceParams = z.object({ id: idSchema("source") });

const verbSummaries = {
  pause: "Hold the reading of a source",
  resume: "Go on with a source that was held",
  cancel: "End the reading of a source; what was read stays",
  recrawl: "Read a source again; only what changed is indexed anew",
};
const tags = ["knowledge"];
const read = { permission: "knowledge:read" } as const;
const write = { permission: "knowledge:write" } as const;

/** The websites of an agent: added, watched, held and read again. */
export function sourceRoutes(base: FastifyInstance, { sources }: { sources: Sources }): void {
  allOfAgent(base, sources);
  one(base, sources);
  log(base, sources);
  steering(base, sources);
}

function allOfAgent(base: FastifyInstance, sources: Sources): void {
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
    {
      config: read,
      schema: {
        tags,
        summary: "The websites that an agent reads",
        params: agentParams,
        querystring: pageQuery,
        response: { 200: listOf(source) },
      },
    },
    async ({ scope, params, query }) => sources.list(scope, params.id, query),
  );
}

function one(base: FastifyInstance, sources: Sources): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  app.get(
    "/v1/sources/:id",
    { config: read, schema: { tags, summary: "A source", params: sourceParams, response: { 200: source } } },
    async ({ scope, params }) => sources.get(scope, params.id),
  );

  app.patch(
    "/v1/sources/:id",
    {
      config: write,
      schema: {
        tags,
        summary: "Change a source: settings count from the next reading on, another address is read at once",
        params: sourceParams,
        body: sourceChange,
        response: { 200: source },
      },
    },
    async ({ scope, params, body, headers }) => {
      const change = { revision: seenRevision(headers["if-match"]), change: body };
      return sources.change(scope, params.id, change);
    },
  );

  app.delete(
    "/v1/sources/:id",
    {
      config: write,
      schema: {
        tags,
        summary: "Delete a source with its pages and documents, also while it is read",
        params: sourceParams,
      },
    },
    async ({ scope, params }, reply) => {
      await sources.remove(scope, params.id);
      return reply.status(204).send();
    },
  );
}

function log(base: FastifyInstance, sources: Sources): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  app.get(
    "/v1/sources/:id/pages/counts",
    {
      config: read,
      schema: {
        tags,
        summary: "How many lines of the log have which status",
        params: sourceParams,
        response: { 200: sourcePageCounts },
      },
    },
    async ({ scope, params }) => sources.pageCounts(scope, params.id),
  );

  app.get(
    "/v1/sources/:id/pages",
    {
      config: read,
      schema: {
        tags,
        summary: "The log: one line for each address",
        params: sourceParams,
        querystring: sourcePagesQuery,
        response: { 200: listOf(crawledPage) },
      },
    },
    async ({ scope, params, query }) => sources.pages(scope, params.id, query),
  );
}

function steering(base: FastifyInstance, sources: Sources): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  for (const verb of ["pause", "resume", "cancel", "recrawl"] as const) {
    app.post(
      `/v1/sources/:id/${verb}`,
      {
        config: write,
        schema: { tags, summary: verbSummaries[verb], params: sourceParams, response: { 200: source } },
      },
      async ({ scope, params }) => sources[verb](scope, params.id),
    );
  }
}
