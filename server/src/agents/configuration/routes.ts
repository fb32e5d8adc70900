import {
  agentConfiguration,
  agentConfigurationInput,
  appliedConfiguration,
  configurationDifference,
  idSchema,
} from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { seenRevision } from "../../platform/index.ts";
import type { Agents } from "../agents.ts";

const params = z.object({ id: idSchema("agent") });
const tags = ["configuration"];
const BODY_LIMIT = 8 * 1024 * 1024;

/** Configuration as code: an agent as a document that can be kept in a repository. */
export function configurationRoutes(base: FastifyInstance, { agents }: { agents: Agents }): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  const { configuration } = agents;

  app.get(
    "/v1/agents/:id/configuration",
    {
      config: { permission: "agents:read" },
      schema: {
        tags,
        summary: "Behaviour, look, sources and verified answers as one document",
        params,
        response: { 200: agentConfiguration },
      },
    },
    async ({ scope, params: { id } }) => configuration.read(scope, id),
  );

  app.post(
    "/v1/agents/:id/configuration/difference",
    {
      config: { permission: "agents:read", repeats: "freely" },
      bodyLimit: BODY_LIMIT,
      schema: {
        tags,
        summary: "What applying a document would change; nothing is changed",
        params,
        body: agentConfigurationInput,
        response: { 200: configurationDifference },
      },
    },
    async ({ scope, params: { id }, body }) => configuration.compare(scope, id, body),
  );

  app.put(
    "/v1/agents/:id/configuration",
    {
      config: { permission: "agents:write" },
      bodyLimit: BODY_LIMIT,
      schema: {
        tags,
        summary: "Make an agent as a document says, and publish it; applying it again changes nothing",
        params,
        body: agentConfigurationInput,
        response: { 200: appliedConfiguration },
      },
    },
    async ({ scope, params: { id }, body, headers }) =>
      configuration.apply(scope, { id, revision: seenRevision(headers["if-match"]) }, body),
  );
}
