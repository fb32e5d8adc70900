import { idSchema, probeInput, probeRun, siteProfile } from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Agents } from "../agents.ts";

const params = z.object({ id: idSchema("agent") });
const tags = ["onboarding"];

/** From an address to an agent that can be let out: what the site says of itself, and questions to try it with. */
export function onboardingRoutes(base: FastifyInstance, { agents }: { agents: Agents }): void {
  const app = base.withTypeProvider<ZodTypeProvider>();

  app.get(
    "/v1/agents/:id/site-profile",
    {
      config: { permission: "agents:read" },
      schema: {
        tags,
        summary: "What the site says of itself; the agent's own settings come before it",
        params,
        response: { 200: siteProfile },
      },
    },
    async ({ scope, params: { id } }) => agents.siteView(scope, id),
  );

  app.get(
    "/v1/agents/:id/probes",
    {
      config: { permission: "agents:read" },
      schema: {
        tags,
        summary: "Questions that visitors will ask, and what the agent says to them",
        params,
        response: { 200: probeRun },
      },
    },
    async ({ scope, params: { id } }) => agents.probes.get(scope, id),
  );

  app.post(
    "/v1/agents/:id/probes",
    {
      config: { permission: "agents:write" },
      schema: {
        tags,
        summary: "Ask them (again); results come one by one",
        params,
        body: probeInput,
        response: { 202: probeRun },
      },
    },
    async ({ scope, params: { id }, body }, reply) =>
      reply.status(202).send(await agents.probes.start(scope, id, body)),
  );
}
