import { Readable } from "node:stream";
import { idSchema, previewInput } from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Scope } from "../../platform/index.ts";
import type { Agents } from "../agents.ts";
import type { PreviewPart } from "./create-preview.ts";

const params = z.object({ id: idSchema("agent") });

export interface PreviewRouteDeps {
  agents: Agents;
  /** False when the day's tokens are spent: then the site's own words answer. */
  mayUseModel: (scope: Scope, agentId: string) => Promise<boolean>;
  spent: (scope: Scope, agentId: string, tokens: number) => void;
}

/** Server-sent events: `part` for each part of the answer as it comes, and `trace` at the end. */
export function previewRoutes(base: FastifyInstance, { agents, mayUseModel, spent }: PreviewRouteDeps): void {
  base.withTypeProvider<ZodTypeProvider>().post(
    "/v1/agents/:id/preview",
    {
      config: { permission: "agents:read" },
      schema: {
        tags: ["preview"],
        summary:
          "Try an agent: the answer as server-sent events `part`, then what led to it as one event `trace`; nothing is kept",
        params,
        body: previewInput,
        produces: ["text/event-stream"],
      },
    },
    async (request, reply) => {
      const { scope, body, params: at } = request;
      const stop = new AbortController();
      const budget = await mayUseModel(scope, at.id);
      const parts = await agents.preview(scope, { ...body, agentId: at.id, mayUseModel: budget }, stop.signal);
      request.raw.once("close", () => request.raw.destroyed && stop.abort());
      reply.raw.once("close", () => stop.abort());
      return reply
        .header("content-type", "text/event-stream; charset=utf-8")
        .header("cache-control", "no-store")
        .header("x-accel-buffering", "no")
        .send(
          Readable.from(
            lines(parts, (tokens) => spent(scope, at.id, tokens)),
            { objectMode: false },
          ),
        );
    },
  );
}

async function* lines(parts: AsyncIterable<PreviewPart>, spent: (tokens: number) => void): AsyncGenerator<string> {
  for await (const { event, data } of parts) {
    if (event === "part" && data.type === "usage") spent(data.inputTokens + data.outputTokens);
    yield `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
  }
}
