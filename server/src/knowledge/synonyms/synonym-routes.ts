import { idSchema, listOf, synonym, synonymChange, synonymInput, synonymQuery } from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { seenRevision } from "../../platform/index.ts";
import type { Synonyms } from "./synonyms.ts";

const agentParams = z.object({ id: idSchema("agent") });
const synonymParams = z.object({ id: idSchema("agent"), synonymId: idSchema("synonym") });

const tags = ["synonyms"];
const read = { permission: "knowledge:read" } as const;
const write = { permission: "knowledge:write" } as const;

/** Words that mean the same, as the owner says. */
export function synonymRoutes(base: FastifyInstance, { synonyms }: { synonyms: Synonyms }): void {
  const app = base.withTypeProvider<ZodTypeProvider>();

  app.post(
    "/v1/agents/:id/synonyms",
    {
      config: write,
      schema: {
        tags,
        summary: "Say which words mean the same; the next question is searched with them",
        params: agentParams,
        body: synonymInput,
        response: { 201: synonym },
      },
    },
    async ({ scope, params, body }, reply) => reply.status(201).send(await synonyms.create(scope, params.id, body)),
  );

  app.get(
    "/v1/agents/:id/synonyms",
    {
      config: read,
      schema: {
        tags,
        summary: "The synonyms of an agent, newest first",
        params: agentParams,
        querystring: synonymQuery,
        response: { 200: listOf(synonym) },
      },
    },
    async ({ scope, params, query }) => synonyms.list(scope, params.id, query),
  );

  oneSynonym(base, synonyms);
}

function oneSynonym(base: FastifyInstance, synonyms: Synonyms): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  const url = "/v1/agents/:id/synonyms/:synonymId";
  app.get(
    url,
    { config: read, schema: { tags, summary: "One synonym", params: synonymParams, response: { 200: synonym } } },
    async ({ scope, params }) => synonyms.get(scope, { agentId: params.id, id: params.synonymId }),
  );

  app.patch(
    url,
    {
      config: write,
      schema: {
        tags,
        summary: "Change a synonym; If-Match guards against a change in between",
        params: synonymParams,
        body: synonymChange,
        response: { 200: synonym },
      },
    },
    async ({ scope, params, body, headers }) => {
      const place = { agentId: params.id, id: params.synonymId, revision: seenRevision(headers["if-match"]) };
      return synonyms.change(scope, place, body);
    },
  );

  app.delete(
    url,
    { config: write, schema: { tags, summary: "Delete a synonym", params: synonymParams } },
    async ({ scope, params, headers }, reply) => {
      await synonyms.remove(scope, {
        agentId: params.id,
        id: params.synonymId,
        revision: seenRevision(headers["if-match"]),
      });
      return reply.status(204).send();
    },
  );
}
