import {
  document,
  documentContent,
  documentInput,
  documentLabels,
  documentQuery,
  idSchema,
  type KnowledgeSummary,
  knowledgeSummary,
  listOf,
} from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Scope } from "../../platform/index.ts";
import type { Documents } from "./documents.ts";

export interface DocumentRoutesDeps {
  knowledge: {
    documents: Documents;
    summary(scope: Scope, agentId: string): Promise<KnowledgeSummary>;
  };
}

const BODY_LIMIT = 20 * 1024 * 1024;
const DOCUMENTS_AT_ONCE = 1_000;

const agentParams = z.object({ id: idSchema("agent") });
const documentParams = z.object({ id: idSchema("agent"), documentId: idSchema("document") });

const tags = ["knowledge"];
const read = { permission: "knowledge:read" } as const;
const write = { permission: "knowledge:write" } as const;

/** Documents of an agent. */
export function documentRoutes(base: FastifyInstance, { knowledge }: DocumentRoutesDeps): void {
  allOfAgent(base, knowledge);
  one(base, knowledge);
}

function allOfAgent(base: FastifyInstance, knowledge: DocumentRoutesDeps["knowledge"]): void {
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
      schema: {
        tags,
        summary: "The documents of an agent, those of its sources included",
        params: agentParams,
        querystring: documentQuery,
        response: { 200: listOf(document) },
      },
    },
    async ({ scope, params, query }) => documents.list(scope, params.id, query),
  );

  app.get(
    "/v1/agents/:id/knowledge",
    {
      config: read,
      schema: {
        tags,
        summary: "How much an agent knows",
        params: agentParams,
        response: { 200: knowledgeSummary },
      },
    },
    async ({ scope, params }) => knowledge.summary(scope, params.id),
  );
}

function one(base: FastifyInstance, { documents }: DocumentRoutesDeps["knowledge"]): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  app.get(
    "/v1/agents/:id/documents/:documentId",
    { config: read, schema: { tags, summary: "A document", params: documentParams, response: { 200: document } } },
    async ({ scope, params }) => documents.get(scope, params.id, params.documentId),
  );

  app.get(
    "/v1/agents/:id/documents/:documentId/content",
    {
      config: read,
      schema: {
        tags,
        summary: "A document's text as Markdown, and the passages made of it",
        params: documentParams,
        response: { 200: documentContent },
      },
    },
    async ({ scope, params }) => documents.content(scope, params.id, params.documentId),
  );

  app.patch(
    "/v1/agents/:id/documents/:documentId",
    {
      config: write,
      schema: {
        tags,
        summary: "Set a document's tags and audience, by which searches are narrowed",
        params: documentParams,
        body: documentLabels,
        response: { 200: document },
      },
    },
    async ({ scope, params, body }) =>
      documents.label(scope, { agentId: params.id, documentId: params.documentId }, body),
  );

  app.delete(
    "/v1/agents/:id/documents/:documentId",
    { config: write, schema: { tags, summary: "Delete a document", params: documentParams } },
    async ({ scope, params }, reply) => {
      await documents.remove(scope, params.id, params.documentId);
      return reply.status(204).send();
    },
  );
}
