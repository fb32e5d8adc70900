import { Readable } from "node:stream";
import {
  answerExportQuery,
  answerImportQuery,
  answerImportResult,
  bulkResult,
  idSchema,
  listOf,
  similarAnswers,
  similarAnswersInput,
  verifiedAnswer,
  verifiedAnswerBulk,
  verifiedAnswerChange,
  verifiedAnswerInput,
  verifiedAnswerQuery,
  verifiedAnswerTags,
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
        summary: "Switch several on or off, tag or delete them; ids that are not there are passed over",
        params: agentParams,
        body: verifiedAnswerBulk,
        response: { 200: bulkResult },
      },
    },
    async ({ scope, params, body }) => ({ changed: await verified.bulk(scope, params.id, body) }),
  );

  oneAnswer(base, verified);
  whileWriting(base, verified);
  void base.register(async (files) => answerFiles(files, verified));
}

function whileWriting(base: FastifyInstance, verified: VerifiedAnswers): void {
  const app = base.withTypeProvider<ZodTypeProvider>();

  app.get(
    "/v1/agents/:id/verified-answers/tags",
    {
      config: read,
      schema: {
        tags,
        summary: "The tags of an agent's verified answers, the commonest first",
        params: agentParams,
        response: { 200: verifiedAnswerTags },
      },
    },
    async ({ scope, params }) => ({ data: await verified.tags(scope, params.id) }),
  );

  app.post(
    "/v1/agents/:id/verified-answers/similar",
    {
      config: { ...read, repeats: "freely" },
      schema: {
        tags,
        summary: "Answers to nearly the same question, to look at before another is written",
        params: agentParams,
        body: similarAnswersInput,
        response: { 200: similarAnswers },
      },
    },
    async ({ scope, params, body }) => ({ data: await verified.similar(scope, params.id, body) }),
  );
}

/** A file of 10,000 long answers. */
const LARGEST_FILE = 64 * 1024 * 1024;

function answerFiles(base: FastifyInstance, verified: VerifiedAnswers): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  app.addContentTypeParser("text/csv", { parseAs: "buffer", bodyLimit: LARGEST_FILE }, (_request, body, done) =>
    done(null, body),
  );

  app.post(
    "/v1/agents/:id/verified-answers/import",
    {
      config: write,
      bodyLimit: LARGEST_FILE,
      schema: {
        tags,
        summary:
          "Take verified answers out of a CSV or JSON file, all or none of them; `dryRun` only tells what would happen",
        params: agentParams,
        querystring: answerImportQuery,
        response: { 200: answerImportResult },
      },
    },
    async ({ scope, params, query, body }) => {
      const file = Buffer.isBuffer(body)
        ? ({ format: "csv", bytes: body } as const)
        : ({ format: "json", rows: body } as const);
      return verified.import(scope, params.id, { ...query, file });
    },
  );

  app.get(
    "/v1/agents/:id/verified-answers/export",
    {
      config: read,
      schema: {
        tags,
        summary: "Download verified answers as CSV or JSON, to be taken in again as they are",
        params: agentParams,
        querystring: answerExportQuery,
      },
    },
    async ({ scope, params, query }, reply) => {
      const { format } = query;
      // Asked before the head of the answer goes out: an agent that is not there is 404.
      await verified.list(scope, params.id, { limit: 1 });
      reply
        .header("content-type", format === "csv" ? "text/csv; charset=utf-8" : "application/json; charset=utf-8")
        .header("content-disposition", `attachment; filename="verified-answers.${format}"`);
      return reply.send(Readable.from(verified.export(scope, params.id, query), { objectMode: false }));
    },
  );
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
