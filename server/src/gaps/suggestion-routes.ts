import {
  answerSuggestion,
  idSchema,
  listOf,
  suggestionChange,
  suggestionQuery,
  verifiedAnswer,
  verifiedAnswerInput,
} from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { seenRevision } from "../platform/index.ts";
import type { Gaps } from "./create-gaps.ts";
import { assertReads } from "./may-read.ts";

const params = z.object({ id: idSchema("agent"), suggestionId: idSchema("suggestion") });
const tags = ["verified answers"];
const read = { permission: "conversations:read" } as const;
const write = { permission: "knowledge:write" } as const;

/** What may become a verified answer. Nothing of it is said before somebody approves it. */
export function suggestionRoutes(base: FastifyInstance, { gaps: { suggestions } }: { gaps: Gaps }): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  const url = "/v1/agents/:id/answer-suggestions/:suggestionId";

  app.get(
    "/v1/agents/:id/answer-suggestions",
    {
      config: read,
      schema: {
        tags,
        summary: "Answers out of conversations that wait for somebody's yes, newest first",
        params: params.pick({ id: true }),
        querystring: suggestionQuery,
        response: { 200: listOf(answerSuggestion) },
      },
    },
    async ({ scope, params: { id }, query }) => suggestions.list(scope, id, query),
  );

  app.get(
    url,
    { config: read, schema: { tags, summary: "One suggested answer", params, response: { 200: answerSuggestion } } },
    async ({ scope, params: { id, suggestionId } }) => suggestions.get(scope, id, suggestionId),
  );

  app.post(
    `${url}/approve`,
    {
      config: write,
      schema: {
        tags,
        summary: "Make a verified answer of a suggestion, as it is or changed",
        params,
        body: verifiedAnswerInput,
        response: { 201: verifiedAnswer },
      },
    },
    async ({ scope, params: { id, suggestionId }, body, headers }, reply) => {
      assertReads(scope);
      const place = { agentId: id, id: suggestionId, revision: seenRevision(headers["if-match"]) };
      return reply.status(201).send(await suggestions.approve(scope, place, body));
    },
  );

  app.patch(
    url,
    {
      config: write,
      schema: {
        tags,
        summary: "Dismiss a suggestion, or take it up again",
        params,
        body: suggestionChange,
        response: { 200: answerSuggestion },
      },
    },
    async ({ scope, params: { id, suggestionId }, body, headers }) => {
      assertReads(scope);
      const place = { agentId: id, id: suggestionId, revision: seenRevision(headers["if-match"]) };
      await suggestions.change(scope, place, body.status);
      return suggestions.get(scope, id, suggestionId);
    },
  );
}
