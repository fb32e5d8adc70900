import { askInput, askResult, idSchema, ratingInput } from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Conversations } from "./conversations.ts";
import { correctionRoutes } from "./correction-routes.ts";
import { threadRoutes } from "./thread-routes.ts";

const messageParams = z.object({ id: idSchema("conversation"), messageId: idSchema("message") });

export function conversationRoutes(base: FastifyInstance, { conversations }: { conversations: Conversations }): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  const tags = ["conversations"];
  threadRoutes(base, { conversations });
  correctionRoutes(base, { conversations });

  app.post(
    "/v1/agents/:id/ask",
    {
      config: { permission: "ask" },
      schema: {
        tags,
        summary: "Ask an agent and wait for the answer",
        params: z.object({ id: idSchema("agent") }),
        body: askInput,
        response: { 200: askResult },
      },
    },
    async (request) => conversations.ask(request.scope, { agentId: request.params.id, ...request.body }),
  );

  app.put(
    "/v1/conversations/:id/messages/:messageId/rating",
    {
      config: { permission: "conversations:write" },
      schema: { tags, summary: "Rate an answer, or take the rating back", params: messageParams, body: ratingInput },
    },
    async (request, reply) => {
      const { id, messageId } = request.params;
      await conversations.rate(request.scope, { conversationId: id, messageId, rating: request.body.rating });
      return reply.status(204).send();
    },
  );
}
