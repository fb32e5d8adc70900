import {
  conversation,
  conversationDetail,
  conversationQuery,
  deletionInput,
  deletionResult,
  exportQuery,
  Fault,
  idSchema,
  listOf,
  threadMessage,
  threadQuery,
} from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Threads } from "./create-threads.ts";

const params = z.object({ id: idSchema("conversation") });
const tags = ["conversations"];
const reading = { permission: "conversations:read" } as const;
const writing = { permission: "conversations:write" } as const;

interface ThreadRouteDeps {
  conversations: Threads;
}

export function threadRoutes(base: FastifyInstance, { conversations }: ThreadRouteDeps): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  deletionRoutes(base, { conversations });
  exportRoute(base, { conversations });

  app.get(
    "/v1/conversations",
    {
      config: reading,
      schema: {
        tags,
        summary: "List and search conversations, newest first",
        querystring: conversationQuery,
        response: { 200: listOf(conversation) },
      },
    },
    async (request) => conversations.list(request.scope, request.query),
  );

  app.get(
    "/v1/conversations/:id",
    {
      config: reading,
      schema: { tags, summary: "Get one conversation", params, response: { 200: conversationDetail } },
    },
    async (request) => conversations.get(request.scope, request.params.id),
  );

  app.get(
    "/v1/conversations/:id/messages",
    {
      config: reading,
      schema: {
        tags,
        summary: "List the messages of a conversation",
        params,
        querystring: threadQuery,
        response: { 200: listOf(threadMessage) },
      },
    },
    async (request) => conversations.messages(request.scope, request.params.id, request.query),
  );
}

function deletionRoutes(base: FastifyInstance, { conversations }: ThreadRouteDeps): void {
  const app = base.withTypeProvider<ZodTypeProvider>();

  app.delete(
    "/v1/conversations/:id",
    { config: writing, schema: { tags, summary: "Delete a conversation with all that was said in it", params } },
    async (request, reply) => {
      const deleted = await conversations.remove(request.scope, [request.params.id]);
      if (deleted === 0) throw new Fault("not_found", "There is no conversation with this id.");
      return reply.status(204).send();
    },
  );

  app.post(
    "/v1/conversations/delete",
    {
      config: writing,
      schema: {
        tags,
        summary: "Delete several conversations",
        body: deletionInput,
        response: { 200: deletionResult },
      },
    },
    async (request) => ({ deleted: await conversations.remove(request.scope, request.body.ids) }),
  );
}

function exportRoute(base: FastifyInstance, { conversations }: ThreadRouteDeps): void {
  base.withTypeProvider<ZodTypeProvider>().get(
    "/v1/conversations/:id/export",
    {
      config: reading,
      schema: {
        tags,
        summary: "Download a conversation as JSON or as text",
        params,
        querystring: exportQuery,
        response: { 200: z.string() },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { format } = request.query;
      const file = await conversations.export(request.scope, id, format);
      return reply
        .header("content-disposition", `attachment; filename="${id}.${format === "json" ? "json" : "txt"}"`)
        .header("cache-control", "no-store")
        .type(`${format === "json" ? "application/json" : "text/plain"}; charset=utf-8`)
        .serializer((text: string) => text)
        .send(file);
    },
  );
}
