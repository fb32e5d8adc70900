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
import type { createConnected } from "../connectors/create-connected.ts";
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

type Connected = Pick<ReturnType<typeof createConnected>, "create">;

/** What an agent reads: added, watched, held and read again. */
export function sourceRoutes(
  base: FastifyInstance,
  { sources, connected }: { sources: Sources; connected: Connected },
): void {
  allOfAgent(base, { sources, connected });
  one(base, sources);
  log(base, sources);
  steering(base, sources);
}

function allOfAgent(base: FastifyInstance, { sources, connected }: { sources: Sources; connected: Connected }): void {
  const app = base.withTypeProvider<ZodTypeProvider>();

  app.post(
    "/v1/agents/:id/sources",
    {
      config: write,
      schema: {
        tags,
        summary:
          "Read a website, folders of a Google Drive, a help centre or a feed of products; the same website again is read again",
        params: agentParams,
        body: sourceInput,
        response: { 201: source },
      },
    },
    async ({ scope, params, body }, reply) => {
      const made = await (body.type === "website"
        ? sources.create(scope, params.id, body)
        : body.type === "catalogue"
          ? sources.openFeed(scope, params.id, body)
          : connected.create(scope, params.id, body));
      return reply.status(201).send(made);
    },
  );

  app.get(
    "/v1/agents/:id/sources",
    {
      config: read,
      schema: {
        tags,
        summary: "What an agent reads",
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
