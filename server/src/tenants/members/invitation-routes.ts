import {
  acceptedInvitation,
  idSchema,
  invitation,
  invitationGlimpse,
  invitationInput,
  invitationQuery,
  invitationsResult,
  invitationToken,
  listOf,
  sentInvitation,
} from "@parley/contracts";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { isLoopback } from "../../platform/index.ts";
import { callerOf } from "../accounts/caller-of.ts";
import { doerOf } from "../doer-of.ts";
import type { Tenants } from "../tenants.ts";

export interface InvitationRouteDeps {
  tenants: Tenants;
  publicUrl: string | null;
}

const params = z.object({ id: idSchema("invitation") });
const tags = ["invitations"];

export function invitationRoutes(base: FastifyInstance, deps: InvitationRouteDeps): void {
  inviting(base, deps);
  accepting(base, deps);
}

function inviting(base: FastifyInstance, { tenants, publicUrl }: InvitationRouteDeps): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  /** What a request says of its host is shown to who sent it, and mailed to nobody else but on this machine. */
  const placeOf = (request: FastifyRequest) => {
    const base = publicUrl ?? callerOf(request, publicUrl).origin;
    return { base, mailable: publicUrl !== null || isLoopback(base) };
  };

  app.get(
    "/v1/invitations",
    {
      config: { permission: "members:read" },
      schema: {
        tags,
        summary: "List invitations, newest first",
        querystring: invitationQuery,
        response: { 200: listOf(invitation) },
      },
    },
    async (request) => tenants.invitations.list(request.scope, request.query),
  );

  app.post(
    "/v1/invitations",
    {
      config: { permission: "members:write" },
      schema: {
        tags,
        summary: "Invite people by email",
        body: invitationInput,
        response: { 201: invitationsResult },
      },
    },
    async (request, reply) => {
      const input = { ...request.body, ...placeOf(request) };
      return reply.status(201).send(await tenants.invitations.invite(request.scope, input));
    },
  );

  app.post(
    "/v1/invitations/:id/resend",
    {
      config: { permission: "members:write" },
      schema: {
        tags,
        summary: "Send an invitation again, with a new link and seven more days",
        params,
        response: { 200: sentInvitation },
      },
    },
    async (request) => tenants.invitations.resend(request.scope, request.params.id, placeOf(request)),
  );

  app.delete(
    "/v1/invitations/:id",
    {
      config: { permission: "members:write" },
      schema: { tags, summary: "Withdraw an invitation", params, response: { 204: z.null() } },
    },
    async (request, reply) => {
      await tenants.invitations.revoke(request.scope, request.params.id);
      return reply.status(204).send(null);
    },
  );
}

/** The token travels in the body: an address would be written down on its way. */
function accepting(base: FastifyInstance, { tenants }: InvitationRouteDeps): void {
  const app = base.withTypeProvider<ZodTypeProvider>();

  app.post(
    "/v1/invitations/lookup",
    {
      config: { permission: "none" },
      schema: {
        tags,
        summary: "See who invites whom to what, by the token of the link",
        body: invitationToken,
        response: { 200: invitationGlimpse },
      },
    },
    async (request) => tenants.invitations.lookUp(request.body.token),
  );

  app.post(
    "/v1/invitations/accept",
    {
      config: { permission: "person" },
      schema: {
        tags,
        summary: "Accept an invitation to your own address",
        body: invitationToken,
        response: { 200: acceptedInvitation },
      },
    },
    async (request) => {
      const { organizationId, name } = await tenants.invitations.acceptAs(request.body.token, doerOf(request));
      return { organizationId, name };
    },
  );
}
