/** What only who holds the server may do, with the token of `run.json`. */
import { agent, source } from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { openSite } from "./agents/index.ts";
import type { House } from "./house.ts";

const siteInput = z.object({ url: z.string().min(1).max(2_048) });
const openedSite = z.object({ agent, source, created: z.boolean() });

export function adminRoutes(base: FastifyInstance, house: House): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  const config = { permission: "admin" } as const;

  app.post(
    "/v1/admin/sites",
    { config, schema: { hide: true, body: siteInput, response: { 200: openedSite } } },
    async (request) => openSite(house, request.scope, { url: request.body.url, trusted: true }),
  );
}
