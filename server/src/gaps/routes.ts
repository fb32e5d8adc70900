import {
  bulkResult,
  gapAnswered,
  gapBulk,
  gapChange,
  gapDetail,
  gapQuery,
  gapQuestion,
  gapSummary,
  gapTry,
  idSchema,
  listOf,
  pageQuery,
  verifiedAnswerInput,
} from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { type Scope, seenRevision } from "../platform/index.ts";
import type { Gaps } from "./create-gaps.ts";
import { assertReads } from "./may-read.ts";

const agentParams = z.object({ id: idSchema("agent") });
const gapParams = z.object({ id: idSchema("agent"), gapId: idSchema("gap") });
const periodQuery = gapQuery.pick({ days: true });
const tags = ["gaps"];
// Visitors' own words.
const read = { permission: "conversations:read" } as const;
const write = { permission: "knowledge:write" } as const;

/** What the agent does not know, by topic. */
export function gapRoutes(base: FastifyInstance, { gaps }: { gaps: Gaps }): void {
  const app = base.withTypeProvider<ZodTypeProvider>();

  app.get(
    "/v1/agents/:id/gaps",
    {
      config: read,
      schema: {
        tags,
        summary: "Topics that visitors asked about without a good answer, the most asked first",
        params: agentParams,
        querystring: gapQuery,
        response: { 200: listOf(gapDetail.omit({ wordings: true })) },
      },
    },
    async ({ scope, params, query }) => gaps.list(scope, params.id, query),
  );

  app.get(
    "/v1/agents/:id/gaps/summary",
    {
      config: read,
      schema: {
        tags,
        summary: "How many topics are open, and how much was asked about them this week",
        params: agentParams,
        response: { 200: gapSummary },
      },
    },
    async ({ scope, params }) => gaps.summary(scope, params.id),
  );

  app.post(
    "/v1/agents/:id/gaps/bulk",
    {
      config: write,
      schema: {
        tags,
        summary: "Set several topics aside, or open them again",
        params: agentParams,
        body: gapBulk,
        response: { 200: bulkResult },
      },
    },
    async ({ scope, params, body: { action, ids } }) => {
      const status = action === "ignore" ? "ignored" : "open";
      return { changed: await gaps.changeMany(scope, params.id, { ids, status }) };
    },
  );

  oneGap(base, gaps);
  gapDeeds(base, gaps);
}

function oneGap(base: FastifyInstance, gaps: Gaps): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  const url = "/v1/agents/:id/gaps/:gapId";

  app.get(
    url,
    {
      config: read,
      schema: {
        tags,
        summary: "One topic with the ways in which it was asked",
        params: gapParams,
        querystring: periodQuery,
        response: { 200: gapDetail },
      },
    },
    async ({ scope, params, query }) => gaps.get(scope, params.id, { id: params.gapId, days: query.days }),
  );

  app.get(
    `${url}/questions`,
    {
      config: read,
      schema: {
        tags,
        summary: "The questions of a topic with their conversations, newest first",
        params: gapParams,
        querystring: pageQuery,
        response: { 200: listOf(gapQuestion) },
      },
    },
    async ({ scope, params, query }) => gaps.questions(scope, { agentId: params.id, id: params.gapId }, query),
  );

  app.patch(
    url,
    {
      config: write,
      schema: {
        tags,
        summary: "Set a topic aside, call it answered, or open it again; If-Match guards against a change in between",
        params: gapParams,
        body: gapChange,
        response: { 200: gapDetail },
      },
    },
    async ({ scope, params, body, headers }) => {
      assertReads(scope);
      await gaps.change(scope, placeOf(params, headers["if-match"]), body.status);
      return gaps.get(scope, params.id, { id: params.gapId, days: DAYS });
    },
  );
}

const DAYS = 30;
const placeOf = ({ id, gapId }: z.infer<typeof gapParams>, ifMatch: string | undefined) => ({
  agentId: id,
  id: gapId,
  revision: seenRevision(ifMatch),
});

function gapDeeds(base: FastifyInstance, gaps: Gaps): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  const url = "/v1/agents/:id/gaps/:gapId";
  const topicOf = async (scope: Scope, { id, gapId }: z.infer<typeof gapParams>) => {
    const { wordings: _, ...topic } = await gaps.get(scope, id, { id: gapId, days: DAYS });
    return topic;
  };

  app.post(
    `${url}/answer`,
    {
      config: write,
      schema: {
        tags,
        summary: "Write the verified answer to a topic; it counts as answered until somebody asks it in vain again",
        params: gapParams,
        body: verifiedAnswerInput,
        response: { 201: gapAnswered },
      },
    },
    async ({ scope, params, body, headers }, reply) => {
      assertReads(scope);
      const answer = await gaps.answer(scope, placeOf(params, headers["if-match"]), body);
      return reply.status(201).send({ answer, topic: await topicOf(scope, params) });
    },
  );

  app.post(
    `${url}/try`,
    {
      config: { ...read, repeats: "freely" },
      schema: {
        tags,
        summary: "Ask the agent again, as it is now: what it would say to each way of asking, without a language model",
        params: gapParams,
        response: { 200: gapTry },
      },
    },
    async ({ scope, params }) => ({ data: await gaps.tryAgain(scope, { agentId: params.id, id: params.gapId }) }),
  );
}
