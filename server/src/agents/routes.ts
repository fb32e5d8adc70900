import {
  agentActivity,
  agentBulkInput,
  agentBulkResults,
  agentDetails,
  agentListQuery,
  agentModels,
  agentSettingsChange,
  duplicateInput,
  Fault,
  idSchema,
  listOf,
  newAgent,
  type AgentActivity,
} from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Knowledge } from "../knowledge/index.ts";
import { seenRevision, type Scope } from "../platform/index.ts";
import type { Agents } from "./agents.ts";
import { openSite } from "./open-site.ts";

const params = z.object({ id: idSchema("agent") });
const tags = ["agents"];
const read = { permission: "agents:read" } as const;
const write = { permission: "agents:write" } as const;

export interface AgentRouteDeps {
  agents: Agents;
  knowledge: Knowledge;
  /** What visitors did with agents, from the room that keeps conversations. */
  activity: (scope: Scope, agentIds: readonly string[]) => Promise<AgentActivity[]>;
}

export function agentRoutes(base: FastifyInstance, deps: AgentRouteDeps): void {
  collection(base, deps);
  many(base, deps);
  one(base, deps);
  lifeOf(base, deps);
}

function collection(base: FastifyInstance, { agents, knowledge }: AgentRouteDeps): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  app.post(
    "/v1/agents",
    {
      config: write,
      schema: {
        tags,
        summary: "Make an agent, with or without a site to read; the same site again answers its agent with 200",
        body: newAgent,
        response: { 200: agentDetails, 201: agentDetails },
      },
    },
    async ({ scope, body }, reply) => {
      const { siteUrl, name, ...rest } = body;
      const settings = name === undefined ? rest : { ...rest, name };
      if (siteUrl !== undefined) {
        const opened = await openSite({ agents, knowledge }, scope, { url: siteUrl, trusted: false, settings }).catch(
          (error: unknown) => {
            throw error instanceof Fault && error.field === "url"
              ? new Fault(error.code, error.message, { field: "siteUrl" })
              : error;
          },
        );
        return reply.status(opened.created ? 201 : 200).send(opened.agent);
      }
      if (name === undefined)
        throw new Fault("invalid_request", "Give the agent a name, or the address of a site.", { field: "name" });
      return reply.status(201).send(await agents.create(scope, settings));
    },
  );

  app.get(
    "/v1/agents",
    {
      config: read,
      schema: {
        tags,
        summary: "Agents, filtered and sorted; archived ones only when asked for",
        querystring: agentListQuery,
        response: { 200: listOf(agentDetails) },
      },
    },
    async ({ scope, query }) => agents.list(scope, query),
  );
}

function many(base: FastifyInstance, { agents, activity }: AgentRouteDeps): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  app.get(
    "/v1/agents/activity",
    {
      config: read,
      schema: {
        tags,
        summary: "What visitors did with agents in the last 30 days",
        querystring: z.object({
          ids: z
            .string()
            .max(6_000)
            .transform((text) => [...new Set(text.split(",").filter(Boolean))])
            .pipe(z.array(idSchema("agent")).min(1).max(200)),
        }),
        response: { 200: listOf(agentActivity) },
      },
    },
    async ({ scope, query }) => ({ data: await activity(scope, query.ids), next: null }),
  );

  app.post(
    "/v1/agents/bulk",
    {
      config: write,
      schema: {
        tags,
        summary: "Change up to 100 agents alike: each wholly or not at all, with a result for each",
        body: agentBulkInput,
        response: { 200: agentBulkResults },
      },
    },
    async ({ scope, body }) => agents.changeMany(scope, body),
  );
}

function one(base: FastifyInstance, { agents }: AgentRouteDeps): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  app.get(
    "/v1/agents/:id",
    { config: read, schema: { tags, summary: "One agent", params, response: { 200: agentDetails } } },
    async ({ scope, params: { id } }) => agents.get(scope, id),
  );

  app.patch(
    "/v1/agents/:id",
    {
      config: write,
      schema: {
        tags,
        summary:
          "Change what visitors see at once, as a new version; `null` takes a setting back to what the site says",
        params,
        body: agentSettingsChange,
        response: { 200: agentDetails },
      },
    },
    async ({ scope, params: { id }, body, headers }) =>
      agents.change(scope, { id, revision: seenRevision(headers["if-match"]) }, body),
  );

  app.get(
    "/v1/agents/:id/models",
    {
      config: read,
      schema: {
        tags,
        summary: "Who may answer for an agent, in order, and how they do",
        params,
        querystring: z.object({ draft: z.enum(["true", "false"]).default("false") }),
        response: { 200: agentModels },
      },
    },
    async ({ scope, params: { id }, query }) => agents.models(scope, id, query.draft === "true"),
  );
}

function lifeOf(base: FastifyInstance, { agents }: AgentRouteDeps): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  app.delete(
    "/v1/agents/:id",
    {
      config: write,
      schema: {
        tags,
        summary: "Remove an agent with its knowledge, conversations and files; this cannot be undone",
        params,
        response: { 204: z.null() },
      },
    },
    async ({ scope, params: { id }, headers }, reply) => {
      await agents.remove(scope, { id, revision: seenRevision(headers["if-match"]) });
      return reply.status(204).send(null);
    },
  );

  app.post(
    "/v1/agents/:id/duplicate",
    {
      config: write,
      schema: {
        tags,
        summary: "Copy an agent: behaviour and given knowledge are copied, its sources are read anew",
        params,
        body: duplicateInput,
        response: { 201: agentDetails },
      },
    },
    async ({ scope, params: { id }, body }, reply) =>
      reply.status(201).send(await agents.duplicate(scope, id, body.name)),
  );

  for (const verb of ["archive", "unarchive"] as const) {
    app.post(
      `/v1/agents/:id/${verb}`,
      {
        config: write,
        schema: {
          tags,
          summary:
            verb === "archive"
              ? "Put an agent aside: it answers nobody, and nothing is lost"
              : "Bring an archived agent back",
          params,
          response: { 200: agentDetails },
        },
      },
      async ({ scope, params: { id }, headers }) =>
        agents[verb](scope, { id, revision: seenRevision(headers["if-match"]) }),
    );
  }
}
