import { idSchema, importPreview, importState, productImport } from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Catalogue } from "./create-catalogue.ts";
import { exportProducts } from "./export-products.ts";

const agentParams = z.object({ id: idSchema("agent") });

const tags = ["products"];
const read = { permission: "knowledge:read" } as const;
const write = { permission: "knowledge:write" } as const;
/** Of a file of 100,000 rows, as text in JSON. */
const IMPORT_BYTES = 64 * 1024 * 1024;

/** A catalogue as a file: looked at, taken in, and given out. */
export function productFileRoutes(base: FastifyInstance, catalogue: Catalogue): void {
  const app = base.withTypeProvider<ZodTypeProvider>();

  app.post(
    "/v1/agents/:id/products/import/preview",
    {
      config: write,
      bodyLimit: IMPORT_BYTES,
      schema: {
        tags,
        summary: "What a CSV or JSON file would bring, and which of its rows cannot be taken; nothing is written",
        params: agentParams,
        body: productImport,
        response: { 200: importPreview },
      },
    },
    async ({ scope, params, body }) => catalogue.previewImport(scope, params.id, body),
  );

  app.post(
    "/v1/agents/:id/products/import",
    {
      config: write,
      bodyLimit: IMPORT_BYTES,
      schema: {
        tags,
        summary: "Import a CSV or JSON file in the background; GET .../catalogue tells how far it is",
        params: agentParams,
        body: productImport,
        response: { 202: importState },
      },
    },
    async ({ scope, params, body }, reply) =>
      reply.status(202).send(await catalogue.startImport(scope, params.id, body)),
  );

  app.get(
    "/v1/agents/:id/products/export",
    {
      config: read,
      schema: {
        tags,
        summary: "All products as a file that can be imported again",
        params: agentParams,
        querystring: z.object({ format: z.enum(["csv", "json"]).default("csv") }),
      },
    },
    async ({ scope, params, query }, reply) => {
      await catalogue.about(scope, params.id);
      const type = query.format === "csv" ? "text/csv; charset=utf-8" : "application/json; charset=utf-8";
      return reply
        .header("content-type", type)
        .header("content-disposition", `attachment; filename="products.${query.format}"`)
        .send(exportProducts(catalogue, scope, { agentId: params.id, format: query.format }));
    },
  );
}
