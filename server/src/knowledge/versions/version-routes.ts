import {
  differenceQuery,
  documentDifference,
  documentRestoreInput,
  documentVersion,
  documentVersionContent,
  documentVersionQuery,
  idSchema,
  listOf,
} from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Versions } from "./versions.ts";

const params = z.object({ id: idSchema("document") });
const tags = ["knowledge"];
const read = { permission: "knowledge:read" } as const;
const write = { permission: "knowledge:write" } as const;

/** Versions of a document. */
export function versionRoutes(base: FastifyInstance, { versions }: { versions: Versions }): void {
  readRoutes(base, versions);
  changeRoutes(base, versions);
}

function readRoutes(base: FastifyInstance, versions: Versions): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  app.get(
    "/v1/documents/:id/versions",
    {
      config: read,
      schema: {
        tags,
        summary: "What a document said before, newest first",
        params,
        querystring: documentVersionQuery,
        response: { 200: listOf(documentVersion) },
      },
    },
    async ({ scope, params: { id }, query }) => versions.list(scope, id, query),
  );

  app.get(
    "/v1/documents/:id/versions/:number",
    {
      config: read,
      schema: {
        tags,
        summary: "A version of a document with its text as Markdown",
        params: params.extend({ number: z.coerce.number().int().positive().max(2_147_483_647) }),
        response: { 200: documentVersionContent },
      },
    },
    async ({ scope, params: { id, number } }) => versions.get(scope, id, number),
  );

  app.get(
    "/v1/documents/:id/difference",
    {
      config: read,
      schema: {
        tags,
        summary: "What changed between two versions, block by block and word by word",
        params,
        querystring: differenceQuery,
        response: { 200: documentDifference },
      },
    },
    async ({ scope, params: { id }, query }) => versions.difference(scope, id, query),
  );
}

function changeRoutes(base: FastifyInstance, versions: Versions): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  app.post(
    "/v1/documents/:id/restore",
    {
      config: write,
      schema: {
        tags,
        summary: "Put an older version back; a page's stays until the page changes again or the pin is lifted",
        params,
        body: documentRestoreInput,
        response: { 200: documentVersion },
      },
    },
    async ({ scope, params: { id }, body }) => versions.restore(scope, id, body.number),
  );

  app.delete(
    "/v1/documents/:id/pin",
    {
      config: write,
      schema: { tags, summary: "Take what the source says again", params, response: { 200: documentVersion } },
    },
    async ({ scope, params: { id } }) => versions.unpin(scope, id),
  );
}
