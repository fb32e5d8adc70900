import { document, documentInput, idSchema, listOf, pageQuery, searchInput, searchResult } from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Scope } from "../platform/index.ts";
import type { Documents } from "./documents.ts";
import { plainText } from "./plain-text.ts";
import type { SearchRequest } from "./search.ts";
import type { SearchOutcome } from "./types.ts";

export interface DocumentRoutesDeps {
  knowledge: {
    documents: Documents;
    search(scope: Scope, request: SearchRequest): Promise<SearchOutcome>;
  };
}

const BODY_LIMIT = 20 * 1024 * 1024;
const DOCUMENTS_AT_ONCE = 1_000;

const agentParams = z.object({ id: idSchema("agent") });
const documentParams = z.object({ id: idSchema("agent"), documentId: idSchema("document") });

const tags = ["knowledge"];
const read = { permission: "knowledge:read" } as const;
const write = { permission: "knowledge:write" } as const;

/** Documents of an agent, and the bare search in them. */
export function documentRoutes(base: FastifyInstance, { knowledge }: DocumentRoutesDeps): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  const { documents } = knowledge;

  app.post(
    "/v1/agents/:id/documents",
    {
      config: write,
      bodyLimit: BODY_LIMIT,
      schema: {
        tags,
        summary: "Store one document or up to 1,000; what has the same externalId is replaced",
        params: agentParams,
        body: z.union([z.array(documentInput).min(1).max(DOCUMENTS_AT_ONCE), documentInput]),
        response: { 200: z.union([z.object({ data: z.array(document) }), document]) },
      },
    },
    async ({ scope, params, body }) => {
      const inputs = Array.isArray(body) ? body : [body];
      const stored = await documents.put(scope, params.id, inputs);
      const [first] = stored;
      return Array.isArray(body) || !first ? { data: stored } : first;
    },
  );

  app.get(
    "/v1/agents/:id/documents",
    {
      config: read,
      schema: { tags, params: agentParams, querystring: pageQuery, response: { 200: listOf(document) } },
    },
    async ({ scope, params, query }) => documents.list(scope, params.id, query),
  );

  app.get(
    "/v1/agents/:id/documents/:documentId",
    { config: read, schema: { tags, params: documentParams, response: { 200: document } } },
    async ({ scope, params }) => documents.get(scope, params.id, params.documentId),
  );

  app.delete(
    "/v1/agents/:id/documents/:documentId",
    { config: write, schema: { tags, params: documentParams } },
    async ({ scope, params }, reply) => {
      await documents.remove(scope, params.id, params.documentId);
      return reply.status(204).send();
    },
  );

  searchRoute(base, knowledge.search);
}

function searchRoute(base: FastifyInstance, search: DocumentRoutesDeps["knowledge"]["search"]): void {
  const app = base.withTypeProvider<ZodTypeProvider>();

  app.post(
    "/v1/agents/:id/search",
    {
      config: read,
      schema: {
        tags,
        params: agentParams,
        body: searchInput,
        response: { 200: z.object({ results: z.array(searchResult) }) },
      },
    },
    async ({ scope, params, body }) => {
      const { passages } = await search(scope, { agentId: params.id, query: body.query, limit: body.limit });
      return {
        results: passages.map(({ text, title, url, score, documentId, externalId }) => ({
          text: plainText(text),
          title,
          url,
          score,
          documentId,
          externalId,
        })),
      };
    },
  );
}
