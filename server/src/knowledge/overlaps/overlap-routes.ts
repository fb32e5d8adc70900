import { idSchema, listOf, overlap, overlapChange, overlapQuery, overlapSummary } from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { seenRevision } from "../../platform/index.ts";
import type { Overlaps } from "./overlaps.ts";

const params = z.object({ id: idSchema("agent"), overlapId: idSchema("overlap") });
const tags = ["knowledge"];
const read = { permission: "knowledge:read" } as const;
const write = { permission: "knowledge:write" } as const;

/** Where the knowledge says one thing twice, or two things of one. */
export function overlapRoutes(base: FastifyInstance, { overlaps }: { overlaps: Overlaps }): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  const url = "/v1/agents/:id/overlaps/:overlapId";

  app.get(
    "/v1/agents/:id/overlaps",
    {
      config: read,
      schema: {
        tags,
        summary: "Passages that say the same, or that contradict each other, newest first",
        params: params.pick({ id: true }),
        querystring: overlapQuery,
        response: { 200: listOf(overlap) },
      },
    },
    async ({ scope, params: { id }, query }) => overlaps.list(scope, id, query),
  );

  app.get(
    "/v1/agents/:id/overlaps/summary",
    {
      config: read,
      schema: {
        tags,
        summary: "How many duplicates and contradictions are open, and how many passages wait to be compared",
        params: params.pick({ id: true }),
        response: { 200: overlapSummary },
      },
    },
    async ({ scope, params: { id } }) => overlaps.summary(scope, id),
  );

  app.get(
    url,
    { config: read, schema: { tags, summary: "The passages of one of them", params, response: { 200: overlap } } },
    async ({ scope, params: { id, overlapId } }) => overlaps.get(scope, id, overlapId),
  );

  app.patch(
    url,
    {
      config: write,
      schema: {
        tags,
        summary: "Set one aside, or take it up again; If-Match guards against a change in between",
        params,
        body: overlapChange,
        response: { 200: overlap },
      },
    },
    async ({ scope, params: { id, overlapId }, body, headers }) =>
      overlaps.change(scope, { agentId: id, id: overlapId, revision: seenRevision(headers["if-match"]) }, body.status),
  );
}
