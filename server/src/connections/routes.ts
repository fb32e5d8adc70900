import {
  connection,
  connectionChange,
  connectionInput,
  connectionModels,
  connectionModelsQuery,
  connectionTest,
  connectionTestInput,
  Fault,
  idSchema,
  listOf,
} from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { seenRevision, type Scope } from "../platform/index.ts";
import type { Connections } from "./create-connections.ts";

const params = z.object({ id: idSchema("connection") });

export interface ConnectionRouteDeps {
  connections: Connections;
  /** Which agents name which connection in their chain of models. */
  usedBy: (scope: Scope) => Promise<ReadonlyMap<string, { id: string; name: string }[]>>;
}

const tags = ["connections"];
const read = { permission: "connections:read" } as const;
const write = { permission: "connections:write" } as const;

export function connectionRoutes(base: FastifyInstance, deps: ConnectionRouteDeps): void {
  collection(base, deps);
  one(base, deps);
  vendorOf(base, deps);
}

function collection(base: FastifyInstance, { connections, usedBy }: ConnectionRouteDeps): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  app.get(
    "/v1/connections",
    {
      config: read,
      schema: {
        tags,
        summary: "The vendors that are connected, and how they do",
        response: { 200: listOf(connection) },
      },
    },
    async ({ scope }) => {
      const [rows, use] = await Promise.all([connections.list(scope), usedBy(scope)]);
      return { data: rows.map((row) => ({ ...row, usedBy: use.get(row.id) ?? [] })), next: null };
    },
  );

  app.post(
    "/v1/connections",
    {
      config: write,
      schema: {
        tags,
        summary: "Connect a vendor: the key is tested with one short question, kept encrypted and never shown again",
        body: connectionInput,
        response: { 201: connection },
      },
    },
    async ({ scope, body }, reply) => {
      const made = await connections.create(scope, body);
      return reply.status(201).send({ ...made, usedBy: [] });
    },
  );
}

function one(base: FastifyInstance, { connections, usedBy }: ConnectionRouteDeps): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  const withUse = async <T extends { id: string }>(scope: Scope, one: T) => ({
    ...one,
    usedBy: (await usedBy(scope)).get(one.id) ?? [],
  });

  app.get(
    "/v1/connections/:id",
    { config: read, schema: { tags, summary: "One connection", params, response: { 200: connection } } },
    async ({ scope, params: { id } }) => withUse(scope, await connections.get(scope, id)),
  );

  app.patch(
    "/v1/connections/:id",
    {
      config: write,
      schema: {
        tags,
        summary: "Change a connection: a new key or address is tested first, and used from the next message on",
        params,
        body: connectionChange,
        response: { 200: connection },
      },
    },
    async (request) => {
      const { scope, params: at, body } = request;
      return withUse(
        scope,
        await connections.change(scope, { id: at.id, revision: seenRevision(request.headers["if-match"]) }, body),
      );
    },
  );

  app.delete(
    "/v1/connections/:id",
    {
      config: write,
      schema: { tags, summary: "Remove a connection that no agent uses", params, response: { 204: z.null() } },
    },
    async ({ scope, params: { id } }, reply) => {
      const users = (await usedBy(scope)).get(id) ?? [];
      if (users.length > 0) throw inUse(users);
      await connections.remove(scope, id);
      return reply.status(204).send(null);
    },
  );
}

function vendorOf(base: FastifyInstance, { connections }: ConnectionRouteDeps): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  app.post(
    "/v1/connections/:id/test",
    {
      config: write,
      schema: {
        tags,
        summary: "Ask one short question over a connection and say how it went",
        params,
        body: connectionTestInput,
        response: { 200: connectionTest },
      },
    },
    async ({ scope, params: { id }, body }) => connections.test(scope, id, body.model ?? null),
  );

  app.get(
    "/v1/connections/:id/models",
    {
      config: read,
      schema: {
        tags,
        summary: "The models that a vendor offers: those that answer, or those that make vectors",
        params,
        querystring: connectionModelsQuery,
        response: { 200: connectionModels },
      },
    },
    async ({ scope, params: { id }, query }) => connections.models(scope, id, query.for),
  );
}

function inUse(users: readonly { name: string }[]): Fault {
  const [first, ...others] = users;
  const more =
    others.length === 0 ? "" : others.length === 1 ? " and one more agent" : ` and ${others.length} more agents`;
  return new Fault(
    "conflict",
    `${first?.name ?? "An agent"}${more} may answer by this connection. Take it out of their models first.`,
  );
}
