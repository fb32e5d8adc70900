import {
  bulkResult,
  catalogue as catalogueShape,
  catalogueChange,
  idSchema,
  listOf,
  product,
  productBulk,
  productChange,
  productQuery,
  productSearchQuery,
  productSearchResult,
  productsInput,
  productsStored,
} from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { seenRevision } from "../../platform/index.ts";
import type { Catalogue } from "./create-catalogue.ts";
import { productFileRoutes } from "./product-file-routes.ts";

const agentParams = z.object({ id: idSchema("agent") });
const productParams = z.object({ id: idSchema("product") });

const tags = ["products"];
const read = { permission: "knowledge:read" } as const;
const write = { permission: "knowledge:write" } as const;
const PRODUCTS_BYTES = 8 * 1024 * 1024;

interface CatalogueRoutesDeps {
  knowledge: { catalogue: Catalogue };
}

export function catalogueRoutes(base: FastifyInstance, { knowledge: { catalogue } }: CatalogueRoutesDeps): void {
  lists(base, catalogue);
  changes(base, catalogue);
  productFileRoutes(base, catalogue);
  oneProduct(base, catalogue);
  settings(base, catalogue);
}

function lists(base: FastifyInstance, catalogue: Catalogue): void {
  const app = base.withTypeProvider<ZodTypeProvider>();

  app.get(
    "/v1/agents/:id/products",
    {
      config: read,
      schema: {
        tags,
        summary: "The products and services of an agent, by words, category, brand, attributes, stock and price",
        params: agentParams,
        querystring: productQuery,
        response: { 200: listOf(product) },
      },
    },
    async ({ scope, params, query }) => catalogue.list(scope, params.id, query),
  );

  app.get(
    "/v1/agents/:id/products/search",
    {
      config: read,
      schema: {
        tags,
        summary: "The same with how many there are, and how many there are of each category, brand and attribute",
        params: agentParams,
        querystring: productSearchQuery,
        response: { 200: productSearchResult },
      },
    },
    async ({ scope, params, query }) => catalogue.search(scope, params.id, query),
  );
}

function changes(base: FastifyInstance, catalogue: Catalogue): void {
  const app = base.withTypeProvider<ZodTypeProvider>();

  app.post(
    "/v1/agents/:id/products",
    {
      config: write,
      bodyLimit: PRODUCTS_BYTES,
      schema: {
        tags,
        summary: "Put one product, or up to 1,000, under their external ids; the same again changes nothing",
        params: agentParams,
        body: productsInput,
        response: { 200: productsStored },
      },
    },
    async ({ scope, params, body }) => ({
      products: await catalogue.put(scope, params.id, "products" in body ? body.products : [body]),
    }),
  );

  app.post(
    "/v1/agents/:id/products/bulk",
    {
      config: write,
      schema: {
        tags,
        summary: "Delete several; ids that are not there are passed over",
        params: agentParams,
        body: productBulk,
        response: { 200: bulkResult },
      },
    },
    async ({ scope, params, body }) => ({ changed: await catalogue.removeMany(scope, params.id, body.ids) }),
  );
}

function oneProduct(base: FastifyInstance, catalogue: Catalogue): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  const url = "/v1/products/:id";

  app.get(
    url,
    {
      config: read,
      schema: { tags, summary: "One product", params: productParams, response: { 200: product } },
    },
    async ({ scope, params }) => catalogue.get(scope, params.id),
  );

  app.patch(
    url,
    {
      config: write,
      schema: {
        tags,
        summary:
          "Change a product; from then on neither pages nor feeds change it. If-Match guards against a change in between",
        params: productParams,
        body: productChange,
        response: { 200: product },
      },
    },
    async ({ scope, params, body, headers }) =>
      catalogue.change(scope, { id: params.id, revision: seenRevision(headers["if-match"]) }, body),
  );

  app.delete(
    url,
    { config: write, schema: { tags, summary: "Delete a product", params: productParams } },
    async ({ scope, params, headers }, reply) => {
      await catalogue.remove(scope, { id: params.id, revision: seenRevision(headers["if-match"]) });
      return reply.status(204).send();
    },
  );
}

function settings(base: FastifyInstance, catalogue: Catalogue): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  const url = "/v1/agents/:id/catalogue";

  app.get(
    url,
    {
      config: read,
      schema: {
        tags,
        summary: "How much the catalogue holds, how long prices are quoted, and how the last import went",
        params: agentParams,
        response: { 200: catalogueShape },
      },
    },
    async ({ scope, params }) => catalogue.about(scope, params.id),
  );

  app.patch(
    url,
    {
      config: write,
      schema: {
        tags,
        summary: "How many days prices from pages and feeds are quoted; null for ever",
        params: agentParams,
        body: catalogueChange,
        response: { 200: catalogueShape },
      },
    },
    async ({ scope, params, body, headers }) => {
      await catalogue.changeSettings(scope, { agentId: params.id, revision: seenRevision(headers["if-match"]) }, body);
      return catalogue.about(scope, params.id);
    },
  );
}
