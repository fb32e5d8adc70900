/** Made by who holds the server, opened by who will own it. */
import { newOwner, ownerInputOfLink, ownerLink, ownerLinkGlimpse } from "@parley/contracts";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { type AccountRouteDeps, setCookies } from "./auth-routes.ts";
import { assertSameOrigin, callerOf } from "./caller-of.ts";

const params = z.object({ token: z.string().min(1).max(200) });

export function ownerLinkRoutes(base: FastifyInstance, { accounts }: AccountRouteDeps): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  const { ownerLinks, publicUrl } = accounts;
  const open = { permission: "none" } as const;
  const tags = ["sign-in"];
  const caller = (request: FastifyRequest) => callerOf(request, publicUrl);

  app.post(
    "/v1/admin/owner-links",
    { config: { permission: "admin" }, schema: { hide: true, response: { 201: ownerLink } } },
    async (request, reply) => {
      const { token, expiresAt } = await ownerLinks.make();
      const url = `${publicUrl ?? caller(request).origin}/owner/${token}`;
      return reply.status(201).send({ url, expiresAt: expiresAt.toISOString() });
    },
  );

  app.get(
    "/v1/owner-links/:token",
    {
      config: open,
      schema: { summary: "What an owner link opens", tags, params, response: { 200: ownerLinkGlimpse } },
    },
    (request) => ownerLinks.look(caller(request), request.params.token),
  );

  app.post(
    "/v1/owner-links/:token",
    {
      config: open,
      preValidation: async (request) => assertSameOrigin(request, publicUrl, false),
      schema: {
        summary: "Make the owner's account, and sign in",
        tags,
        params,
        body: ownerInputOfLink,
        response: { 201: newOwner },
      },
    },
    async (request, reply) => {
      const { reset } = await ownerLinks.use(caller(request), request.params.token, request.body);
      const { cookies } = await accounts.signIn.withPassword(caller(request), request.body);
      return setCookies(reply, cookies).status(201).send({ organizationId: ownerLinks.organizationId, reset });
    },
  );
}
