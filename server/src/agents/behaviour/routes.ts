import {
  agentChanges,
  agentDetails,
  agentDraft,
  agentSettingsChange,
  agentVersion,
  agentVersionDetails,
  idSchema,
  listOf,
  pageQuery,
  publishInput,
  restoreInput,
  versionName,
} from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { seenRevision } from "../../platform/index.ts";
import type { Agents } from "../agents.ts";

const params = z.object({ id: idSchema("agent") });
const versionParams = params.extend({ number: z.coerce.number().int().positive().max(1_000_000_000) });
const tags = ["behaviour"];
const read = { permission: "agents:read" } as const;
const write = { permission: "agents:write" } as const;

/** What an agent does: its draft, what is published, and everything that was. */
export function behaviourRoutes(base: FastifyInstance, { agents }: { agents: Agents }): void {
  draftRoutes(base, agents);
  versionRoutes(base, agents);
}

function draftRoutes(base: FastifyInstance, agents: Agents): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  app.get(
    "/v1/agents/:id/draft",
    { config: read, schema: { tags, summary: "An agent as it will be", params, response: { 200: agentDraft } } },
    async ({ scope, params: { id } }) => agents.draft(scope, id),
  );

  app.patch(
    "/v1/agents/:id/draft",
    {
      config: write,
      schema: {
        tags,
        summary: "Change the draft; visitors see nothing of it before it is published",
        params,
        body: agentSettingsChange,
        response: { 200: agentDraft },
      },
    },
    async ({ scope, params: { id }, body, headers }) =>
      agents.changeDraft(scope, { id, revision: seenRevision(headers["if-match"]) }, body),
  );

  app.delete(
    "/v1/agents/:id/draft",
    {
      config: write,
      schema: { tags, summary: "Throw the draft away", params, response: { 200: agentDraft } },
    },
    async ({ scope, params: { id }, headers }) =>
      agents.discardDraft(scope, { id, revision: seenRevision(headers["if-match"]) }),
  );

  app.post(
    "/v1/agents/:id/publish",
    {
      config: write,
      schema: {
        tags,
        summary: "Make the draft what visitors see, as a new version",
        params,
        body: publishInput,
        response: { 200: agentDetails },
      },
    },
    async ({ scope, params: { id }, body, headers }) =>
      agents.publish(scope, { id, revision: seenRevision(headers["if-match"]) }, body.note),
  );
}

function versionRoutes(base: FastifyInstance, agents: Agents): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  app.get(
    "/v1/agents/:id/versions",
    {
      config: read,
      schema: {
        tags,
        summary: "What was published, the newest first",
        params,
        querystring: pageQuery,
        response: { 200: listOf(agentVersion) },
      },
    },
    async ({ scope, params: { id }, query }) => agents.versions(scope, id, query),
  );

  app.get(
    "/v1/agents/:id/versions/:number",
    {
      config: read,
      schema: { tags, summary: "One version, whole", params: versionParams, response: { 200: agentVersionDetails } },
    },
    async ({ scope, params: { id, number } }) => agents.version(scope, id, number),
  );

  app.get(
    "/v1/agents/:id/changes",
    {
      config: read,
      schema: {
        tags,
        summary: "What is different between two versions, field by field",
        params,
        querystring: z.object({ from: versionName.default("published"), to: versionName.default("draft") }),
        response: { 200: agentChanges },
      },
    },
    async ({ scope, params: { id }, query }) => agents.changes(scope, id, query),
  );

  app.post(
    "/v1/agents/:id/versions/:number/restore",
    {
      config: write,
      schema: {
        tags,
        summary: "Bring an earlier version back: as the draft, or with `publish` at once for visitors",
        params: versionParams,
        body: restoreInput,
        response: { 200: agentDetails },
      },
    },
    async ({ scope, params: { id, number }, body, headers }) =>
      agents.restore(scope, { id, revision: seenRevision(headers["if-match"]) }, { number, ...body }),
  );
}
