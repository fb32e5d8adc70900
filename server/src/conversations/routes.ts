import { askInput, askResult, conversation, idSchema, listOf, message, pageQuery } from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Conversations } from "./conversations.ts";

const conversationParams = z.object({ id: idSchema("conversation") });
const messageParams = z.object({ id: idSchema("conversation"), messageId: idSchema("message") });
const rating = z.object({ rating: z.enum(["up", "down"]).nullable() });

export function conversationRoutes(base: FastifyInstance, { conversations }: { conversations: Conversations }): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  const tags = ["conversations"];

  app.post(
    "/v1/agents/:id/ask",
    {
      config: { permission: "ask" },
      schema: { tags, params: z.object({ id: idSchema("agent") }), body: askInput, response: { 200: askResult } },
    },
    async (request) => conversations.ask(request.scope, { agentId: request.params.id, ...request.body }),
  );

  app.get(
    "/v1/conversations",
    {
      config: { permission: "conversations:read" },
      schema: {
        tags,
        querystring: pageQuery.extend({ agentId: idSchema("agent").optional() }),
        response: { 200: listOf(conversation) },
      },
    },
    async (request) => conversations.list(request.scope, request.query),
  );

  app.get(
    "/v1/conversations/:id",
    {
      config: { permission: "conversations:read" },
      schema: { tags, params: conversationParams, response: { 200: conversation } },
    },
    async (request) => conversations.get(request.scope, request.params.id),
  );

  app.get(
    "/v1/conversations/:id/messages",
    {
      config: { permission: "conversations:read" },
      schema: { tags, params: conversationParams, querystring: pageQuery, response: { 200: listOf(message) } },
    },
    async (request) => conversations.messages(request.scope, request.params.id, request.query),
  );

  app.put(
    "/v1/conversations/:id/messages/:messageId/rating",
    { config: { permission: "conversations:write" }, schema: { tags, params: messageParams, body: rating } },
    async (request, reply) => {
      const { id, messageId } = request.params;
      await conversations.rate(request.scope, { conversationId: id, messageId, rating: request.body.rating });
      return reply.status(204).send();
    },
  );
}
