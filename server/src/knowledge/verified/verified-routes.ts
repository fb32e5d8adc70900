import {
  bulkResult,
  idSchema,
  listOf,
  verifiedAnswer,
  verifiedAnswerBulk,
  verifiedAnswerChange,
  verifiedAnswerInput,
  verifiedAnswerQuery,
} from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { seenRevision } from "../../platform/index.ts";
import type { VerifiedAnswers } from "./verified-answers.ts";

const agentParams = z.object({ id: idSchema("agent") });
const answerParams = z.object({ id: idSchema("agent"), answerId: idSchema("answer") });

const tags = ["verified answers"];
const read = { permission: "knowledge:read" } as const;
const write = { permission: "knowledge:write" } as const;

export function verifiedAnswerRoutes(base: FastifyInstance, { verified }: { verified: VerifiedAnswers }): void {
  const app = base.withTypeProvider<ZodTypeProvider>();

  app.post(
    "/v1/agents/:id/verified-answers",
    {
      config: write,
      schema: {
        tags,
        summary: "Write the answer to a question; it is said as written from the next message on",
        params: agentParams,
        body: verifiedAnswerInput,
        response: { 200: verifiedAnswer, 201: verifiedAnswer },
      },
    },
    async ({ scope, params, body }, reply) => {
      const { answer, created } = await verified.create(scope, params.id, body);
      return reply.status(created ? 201 : 200).send(answer);
    },
  );

  app.get(
    "/v1/agents/:id/verified-answers",
    {
      config: read,
      schema: {
        tags,
        summary: "The verified answers of an agent, newest first",
        params: agentParams,
        querystring: verifiedAnswerQuery,
        response: { 200: listOf(verifiedAnswer) },
      },
    },
    async ({ scope, params, query }) => verified.list(scope, params.id, query),
  );

  app.post(
    "/v1/agents/:id/verified-answers/bulk",
    {
      config: write,
      schema: {
        tags,
        summary: "Switch several on or off, or delete them; ids that are not there are passed over",
        params: agentParams,
        body: verifiedAnswerBulk,
        response: { 200: bulkResult },
      },
    },
    async ({ scope, params, body }) => ({ changed: await verified.bulk(scope, params.id, body) }),
  );

  oneAnswer(base, verified);
}

function oneAnswer(base: FastifyInstance, verified: VerifiedAnswers): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  const url = "/v1/agents/:id/verified-answers/:answerId";

  app.get(
    url,
    {
      config: read,
      schema: { tags, summary: "One verified answer", params: answerParams, response: { 200: verifiedAnswer } },
    },
    async ({ scope, params }) => verified.get(scope, params.id, params.answerId),
  );

  app.patch(
    url,
    {
      config: write,
      schema: {
        tags,
        summary: "Change a verified answer; If-Match guards against a change in between",
        params: answerParams,
        body: verifiedAnswerChange,
        response: { 200: verifiedAnswer },
      },
    },
    async ({ scope, params, body, headers }) => {
      const place = { agentId: params.id, id: params.answerId, revision: seenRevision(headers["if-match"]) };
      return verified.change(scope, place, body);
    },
  );

  app.delete(
    url,
    { config: write, schema: { tags, summary: "Delete a verified answer", params: answerParams } },
    async ({ scope, params, headers }, reply) => {
      await verified.remove(scope, {
        agentId: params.id,
        id: params.answerId,
        revision: seenRevision(headers["if-match"]),
      });
      return reply.status(204).send();
    },
  );
}
