import { correctionInput, idSchema, threadMessage } from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Threads } from "./create-threads.ts";

export function correctionRoutes(
  base: FastifyInstance,
  { conversations }: { conversations: Pick<Threads, "correct"> },
): void {
  base.withTypeProvider<ZodTypeProvider>().post(
    "/v1/conversations/:id/messages/:messageId/correction",
    {
      // What it makes is knowledge, and what it marks is a conversation.
      config: { permission: "knowledge:write" },
      schema: {
        tags: ["conversations"],
        summary: "Correct an answer: save a verified answer and mark the message",
        params: z.object({ id: idSchema("conversation"), messageId: idSchema("message") }),
        body: correctionInput,
        response: { 200: threadMessage },
      },
    },
    async (request) => {
      const { id, messageId } = request.params;
      return conversations.correct(request.scope, { conversationId: id, messageId }, request.body);
    },
  );
}
