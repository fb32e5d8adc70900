import {
  bulkResult,
  document,
  documentBulk,
  documentInput,
  externalDocumentInput,
  Fault,
  idSchema,
} from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Documents } from "./documents.ts";
import type { ExternalDocuments } from "./external-documents.ts";

export interface ExternalRoutesDeps {
  knowledge: { documents: Pick<Documents, "put">; externalDocuments: ExternalDocuments };
}

const BODY_LIMIT = 20 * 1024 * 1024;
const params = z.object({ id: idSchema("agent"), externalId: documentInput.shape.externalId });
const tags = ["knowledge"];
const read = { permission: "knowledge:read" } as const;
const write = { permission: "knowledge:write" } as const;

/** Documents under ids of the caller's own: put, read and deleted as often as one likes. */
export function externalDocumentRoutes(base: FastifyInstance, { knowledge }: ExternalRoutesDeps): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  const { documents, externalDocuments } = knowledge;
  const address = "/v1/agents/:id/documents/by-external-id/:externalId";

  app.get(
    address,
    { config: read, schema: { tags, summary: "A document by your own id", params, response: { 200: document } } },
    async ({ scope, params: at }) => externalDocuments.get(scope, at.id, at.externalId),
  );

  app.put(
    address,
    {
      config: write,
      bodyLimit: BODY_LIMIT,
      schema: {
        tags,
        summary: "Store a document under your own id, in place of what was there; searchable when this answers",
        params,
        body: externalDocumentInput,
        response: { 200: document },
      },
    },
    async ({ scope, params: at, body }) => {
      const [stored] = await documents.put(scope, at.id, [{ ...body, externalId: at.externalId }]);
      if (!stored) throw new Fault("not_found", "There is no document with this external id.");
      return stored;
    },
  );

  app.delete(
    address,
    {
      config: write,
      schema: {
        tags,
        summary: "Delete a document by your own id; one that is not there is no mistake",
        params,
        response: { 204: z.null() },
      },
    },
    async ({ scope, params: at }, reply) => {
      await externalDocuments.remove(scope, at.id, { externalIds: [at.externalId], ids: [] });
      return reply.status(204).send(null);
    },
  );

  app.post(
    "/v1/agents/:id/documents/bulk",
    {
      config: write,
      schema: {
        tags,
        summary: "Delete up to 1,000 documents by your own ids or by ours; what is not there is passed over",
        params: params.pick({ id: true }),
        body: documentBulk,
        response: { 200: bulkResult },
      },
    },
    async ({ scope, params: at, body }) => ({ changed: await externalDocuments.remove(scope, at.id, body) }),
  );
}
