import { home, homeQuery } from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import type { HomeRoom } from "./create-home.ts";

export function homeRoutes(base: FastifyInstance, deps: { home: HomeRoom }): void {
  base.withTypeProvider<ZodTypeProvider>().get(
    "/v1/home",
    {
      // Each part asks for its own permission.
      config: { permission: "any" },
      schema: {
        tags: ["home"],
        summary: "What happened, what needs attention, and what is left to set up",
        querystring: homeQuery,
        response: { 200: home },
      },
    },
    async (request) => deps.home.look(request.scope, request.query),
  );
}
