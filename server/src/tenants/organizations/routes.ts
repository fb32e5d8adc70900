import {
  Fault,
  idSchema,
  listOf,
  myOrganization,
  openOrganization,
  organizationDeletion,
  organizationInput,
  ownerInput,
  pageQuery,
} from "@parley/contracts";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { type Person, personOf } from "../authenticate.ts";
import { matchRevision } from "../../platform/index.ts";
import { doerOf } from "../doer-of.ts";
import type { Tenants } from "../tenants.ts";

export interface OrganizationRouteDeps {
  tenants: Tenants;
  /** Whether this person may make organizations of their own here. */
  mayCreate(person: Person): boolean;
}

const params = z.object({ id: idSchema("organization") });
const tags = ["organizations"];

export function organizationRoutes(base: FastifyInstance, deps: OrganizationRouteDeps): void {
  mine(base, deps);
  one(base, deps);
  farewell(base, deps);
}

function mine(base: FastifyInstance, { tenants, mayCreate }: OrganizationRouteDeps): void {
  const app = base.withTypeProvider<ZodTypeProvider>();

  app.get(
    "/v1/organizations",
    {
      config: { permission: "person" },
      schema: {
        tags,
        summary: "List the organizations that you belong to",
        querystring: pageQuery,
        response: { 200: listOf(myOrganization).extend({ mayCreate: z.boolean() }) },
      },
    },
    async (request) => {
      const person = personOf(request);
      return { ...(await tenants.organizations.mine(person.id, request.query)), mayCreate: mayCreate(person) };
    },
  );

  app.post(
    "/v1/organizations",
    {
      config: { permission: "person" },
      schema: {
        tags,
        summary: "Make an organization, with yourself as its owner",
        body: organizationInput,
        response: { 201: myOrganization },
      },
    },
    async (request, reply) => {
      if (!mayCreate(personOf(request))) {
        throw new Fault("forbidden", "On this server only its admin makes new organizations. Ask who runs it.");
      }
      const made = await tenants.organizations.create(doerOf(request), request.body);
      return reply.status(201).send(made);
    },
  );

  app.post(
    "/v1/organizations/:id/leave",
    {
      config: { permission: "person" },
      schema: { tags, summary: "Leave an organization", params, response: { 204: z.null() } },
    },
    async (request, reply) => {
      await tenants.leave(doerOf(request), request.params.id);
      return reply.status(204).send(null);
    },
  );
}

function one(base: FastifyInstance, { tenants }: OrganizationRouteDeps): void {
  const app = base.withTypeProvider<ZodTypeProvider>();

  app.get(
    "/v1/organizations/:id",
    {
      // Whatever the role: without its name and one's permissions nothing of it can be shown.
      config: { permission: "any" },
      schema: {
        tags,
        summary: "Read an organization, and what you may do in it",
        params,
        response: { 200: openOrganization },
      },
    },
    async (request) => {
      assertOwn(request, request.params.id);
      return tenants.organizations.get(request.scope);
    },
  );

  app.patch(
    "/v1/organizations/:id",
    {
      config: { permission: "organization:write" },
      schema: {
        tags,
        summary: "Change an organization's name, time zone or language",
        params,
        body: organizationInput.partial(),
        response: { 200: openOrganization },
      },
    },
    async (request) => {
      assertOwn(request, request.params.id);
      await tenants.organizations.change(request.scope, request.body, matchRevision(request));
      return tenants.organizations.get(request.scope);
    },
  );

  app.post(
    "/v1/organizations/:id/owner",
    {
      config: { permission: "organization:own" },
      schema: {
        tags,
        summary: "Hand an organization on to another member",
        params,
        body: ownerInput,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      assertOwn(request, request.params.id);
      await tenants.members.handOn(request.scope, request.body.userId, request.body.ownRole);
      return reply.status(204).send(null);
    },
  );
}

function farewell(base: FastifyInstance, { tenants }: OrganizationRouteDeps): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  const config = { permission: "organization:own" } as const;

  app.get(
    "/v1/organizations/:id/export",
    { config, schema: { tags, summary: "Download everything of an organization, as gzip of JSON lines", params } },
    async (request, reply) => {
      assertOwn(request, request.params.id);
      reply
        .header("content-type", "application/gzip")
        .header("content-disposition", `attachment; filename="${request.params.id}.jsonl.gz"`);
      return reply.send(await tenants.exportOrganization(request.scope));
    },
  );

  app.delete(
    "/v1/organizations/:id",
    {
      config,
      schema: {
        tags,
        summary: "Delete an organization with everything in it; its name confirms that",
        params,
        querystring: organizationDeletion,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      assertOwn(request, request.params.id);
      await tenants.eraseOrganization(request.scope, request.query.name);
      return reply.status(204).send(null);
    },
  );
}

/** Another organization's id is as one that nobody has. */
function assertOwn(request: FastifyRequest, id: string): void {
  if (id !== request.scope.organizationId) throw new Fault("not_found", "There is no organization with this id.");
}
