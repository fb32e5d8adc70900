import { usage, usageQuery } from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import type { Clock } from "../platform/index.ts";
import { type ReportDeps, reportUsage } from "./report-usage.ts";

export function usageRoutes(base: FastifyInstance, deps: ReportDeps & { clock: Clock }): void {
  base.withTypeProvider<ZodTypeProvider>().get(
    "/v1/usage",
    {
      config: { permission: "organization:read" },
      schema: {
        tags: ["usage"],
        summary: "Answers and tokens, day by day, and the limits",
        querystring: usageQuery,
        response: { 200: usage },
      },
    },
    async (request) => reportUsage(deps, request.scope, { days: request.query.days, now: deps.clock.now() }),
  );
}
