import { crawlerState, crawlPreview, crawlPreviewInput, idSchema } from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Preview } from "./create-preview.ts";

const tags = ["knowledge"];

export function dryRunRoutes(root: FastifyInstance, { preview }: { preview: Preview }): void {
  const app = root.withTypeProvider<ZodTypeProvider>();

  app.post(
    "/v1/agents/:id/sources/preview",
    {
      config: { permission: "knowledge:write" },
      schema: {
        tags,
        summary: "A dry run: what reading a website would fetch, and why not the rest. Nothing is stored",
        params: z.object({ id: idSchema("agent") }),
        body: crawlPreviewInput.meta({
          examples: [{ url: "https://shop.example/", settings: { exclude: ["/blog/**"] } }],
        }),
        response: { 200: crawlPreview },
      },
    },
    async (request, reply) => {
      const gone = new AbortController();
      reply.raw.once("close", () => gone.abort());
      return preview.preview(request.scope, request.params.id, { input: request.body, signal: gone.signal });
    },
  );

  app.get(
    "/v1/crawler",
    {
      config: { permission: "knowledge:read" },
      schema: {
        tags,
        summary: "How this server reads websites: by what name, and whether with a browser",
        response: { 200: crawlerState },
      },
    },
    async () => preview.crawler(),
  );
}
