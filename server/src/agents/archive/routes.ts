import { agentArchive, Fault, idSchema, listOf, pageQuery } from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import type { Readable } from "node:stream";
import { z } from "zod";
import type { Archives } from "./create-archives.ts";

const params = z.object({ id: idSchema("archive") });
const tags = ["archives"];
const reading = { permission: "agents:read" } as const;
const writing = { permission: "agents:write" } as const;

/** A whole agent as a file: written, fetched, read. */
export function archiveRoutes(
  base: FastifyInstance,
  { agents: { archives } }: { agents: { archives: Archives } },
): void {
  readRoutes(base, archives);
  makeRoutes(base, archives);
}

function readRoutes(base: FastifyInstance, archives: Archives): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  app.get(
    "/v1/archives",
    {
      config: reading,
      schema: {
        tags,
        summary: "Exports and imports of agents, newest first",
        querystring: pageQuery.extend({ agentId: idSchema("agent").optional() }),
        response: { 200: listOf(agentArchive) },
      },
    },
    async ({ scope, query }) => archives.list(scope, query),
  );

  app.get(
    "/v1/archives/:id",
    { config: reading, schema: { tags, summary: "How far it is", params, response: { 200: agentArchive } } },
    async ({ scope, params: { id } }) => archives.get(scope, id),
  );

  app.get(
    "/v1/archives/:id/file",
    {
      // All that an agent knows and how it is set.
      config: writing,
      schema: { tags, summary: "The written file, for seven days", params, response: { 200: z.unknown() } },
    },
    async ({ scope, params: { id } }, reply) => {
      const { content, size, fileName } = await archives.open(scope, id);
      return reply
        .type("application/gzip")
        .header("content-length", size)
        .header("content-disposition", `attachment; filename="${fileName}"`)
        .header("cache-control", "no-store")
        .send(content);
    },
  );
}

/** A body that is read by its route alone: what is looked through on the way in finds nothing in it. */
class ArchiveBody {
  readonly #content: Readable;
  constructor(content: Readable) {
    this.#content = content;
  }
  content(): Readable {
    return this.#content;
  }
}

const BODY_LIMIT = 1024 ** 3;

function makeRoutes(base: FastifyInstance, archives: Archives): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  app.post(
    "/v1/agents/:id/export",
    {
      config: writing,
      schema: {
        tags,
        summary: "Write an agent with all that it knows to one file",
        params: z.object({ id: idSchema("agent") }),
        response: { 202: agentArchive },
      },
    },
    async ({ scope, params: { id } }, reply) => reply.status(202).send(await archives.export(scope, id)),
  );

  base.register(async (inner) => {
    inner.addContentTypeParser(
      ["application/gzip", "application/x-gzip", "application/octet-stream"],
      (_request, payload, done) => done(null, new ArchiveBody(payload)),
    );
    inner.withTypeProvider<ZodTypeProvider>().post(
      "/v1/agents/import",
      {
        config: writing,
        bodyLimit: BODY_LIMIT,
        schema: {
          tags,
          summary: "Make a new agent of an exported file, sent as the body",
          querystring: z.object({ name: z.string().trim().max(120).optional() }),
          response: { 202: agentArchive },
        },
      },
      async ({ scope, body, query }, reply) => {
        if (!(body instanceof ArchiveBody))
          throw new Fault("unsupported_type", "Send the archive itself as application/gzip.");
        return reply
          .status(202)
          .send(await archives.import(scope, { content: body.content(), name: query.name ?? null }));
      },
    );
  });
}
