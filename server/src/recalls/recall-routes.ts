import {
  Fault,
  idSchema,
  listOf,
  pageQuery,
  recall,
  recallAnswer,
  recallCorrectionInput,
  recallCounts,
  recallQuery,
  recallVerifiedInput,
} from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Recalls } from "./recalls.ts";

const agentParams = z.object({ id: idSchema("agent") });
const params = z.object({ id: idSchema("recall") });
const tags = ["recalls"];
const reading = { permission: "conversations:read" } as const;
const writing = { permission: "conversations:write" } as const;

/** Answers that relied on a page that says something else now. */
export function recallRoutes(base: FastifyInstance, { recalls }: { recalls: Recalls }): void {
  readRoutes(base, recalls);
  changeRoutes(base, recalls);
}

function readRoutes(base: FastifyInstance, recalls: Recalls): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  app.get(
    "/v1/agents/:id/recalls",
    {
      config: reading,
      schema: {
        tags,
        summary: "Answers that were given and would be others today, newest first",
        params: agentParams,
        querystring: recallQuery,
        response: { 200: listOf(recall) },
      },
    },
    async ({ scope, params: { id }, query }) => recalls.list(scope, id, query),
  );

  app.get(
    "/v1/agents/:id/recalls/counts",
    {
      config: reading,
      schema: { tags, summary: "How many there are", params: agentParams, response: { 200: recallCounts } },
    },
    async ({ scope, params: { id } }) => recalls.counts(scope, id),
  );

  app.get(
    "/v1/recalls/:id",
    { config: reading, schema: { tags, summary: "One of them", params, response: { 200: recall } } },
    async ({ scope, params: { id } }) => recalls.get(scope, id),
  );

  app.get(
    "/v1/recalls/:id/answers",
    {
      config: reading,
      schema: {
        tags,
        summary: "When the old answer was given, and in which conversations",
        params,
        querystring: pageQuery,
        response: { 200: listOf(recallAnswer) },
      },
    },
    async ({ scope, params: { id }, query }) => recalls.answers(scope, id, query),
  );
}

function changeRoutes(base: FastifyInstance, recalls: Recalls): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  app.post(
    "/v1/recalls/:id/dismiss",
    { config: writing, schema: { tags, summary: "Close it: nobody is told", params, response: { 200: recall } } },
    async ({ scope, params: { id } }) => recalls.dismiss(scope, id),
  );

  app.post(
    "/v1/recalls/:id/reopen",
    { config: writing, schema: { tags, summary: "Open a dismissed one again", params, response: { 200: recall } } },
    async ({ scope, params: { id } }) => recalls.reopen(scope, id),
  );

  app.post(
    "/v1/recalls/:id/correction",
    {
      config: writing,
      schema: {
        tags,
        summary: "Tell everybody who got the old answer and can be reached; nobody twice",
        params,
        body: recallCorrectionInput,
        response: { 200: recall },
      },
    },
    async ({ scope, params: { id }, body }) => recalls.correct(scope, id, body.text),
  );

  app.post(
    "/v1/recalls/:id/verified-answer",
    {
      // What it makes is knowledge; what is answered are visitors' words.
      config: { permission: "knowledge:write" },
      schema: {
        tags,
        summary: "Write a verified answer to the question",
        params,
        body: recallVerifiedInput,
        response: { 200: recall },
      },
    },
    async ({ scope, params: { id }, body }) => {
      if (!scope.permissions.has("conversations:read"))
        throw new Fault("forbidden", "This needs the permission to read conversations as well.");
      return recalls.verify(scope, id, body);
    },
  );
}
