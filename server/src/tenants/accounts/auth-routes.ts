/** Signing in and up, before anybody is known. Everything of better-auth that is reachable is in this list. */
import {
  authOptions,
  Fault,
  forgotPasswordInput,
  passkeyOptions,
  passkeySignInInput,
  resetPasswordInput,
  secondFactorInput,
  signInInput,
  signUpInput,
  signUpResult,
  socialInput,
  socialProvider,
  socialRedirect,
  verifiedEmail,
  verifyEmailInput,
} from "@parley/contracts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Accounts } from "./accounts.ts";
import { assertSameOrigin, callerOf } from "./caller-of.ts";

export interface AccountRouteDeps {
  accounts: Accounts;
}

const tags = ["sign-in"];
const config = { permission: "none" } as const;
const nothing = { 204: z.null() };

export function authRoutes(base: FastifyInstance, { accounts }: AccountRouteDeps): void {
  base.register(async (group) => {
    group.addHook("preValidation", async (request) => assertSameOrigin(request, accounts.publicUrl, false));
    passwordRoutes(group, accounts);
    linkRoutes(group, accounts);
    otherWaysIn(group, accounts);
  });
}

export function setCookies(reply: FastifyReply, cookies: readonly string[]): FastifyReply {
  return cookies.length > 0 ? reply.header("set-cookie", [...cookies]) : reply;
}

function passwordRoutes(base: FastifyInstance, accounts: Accounts): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  const caller = (request: FastifyRequest) => callerOf(request, accounts.publicUrl);

  app.get(
    "/v1/auth/options",
    { config, schema: { summary: "What the sign-in page needs to know", tags, response: { 200: authOptions } } },
    (request) => accounts.options(caller(request)),
  );

  app.post(
    "/v1/auth/sign-up",
    { config, schema: { summary: "Make an account", tags, body: signUpInput, response: { 202: signUpResult } } },
    async (request, reply) => reply.status(202).send(await accounts.signUp(caller(request), request.body)),
  );

  app.post(
    "/v1/auth/sign-in",
    { config, schema: { summary: "Sign in with a password", tags, body: signInInput, response: nothing } },
    async (request, reply) => {
      const { cookies, secondFactorNeeded } = await accounts.signIn.withPassword(caller(request), request.body);
      setCookies(reply, cookies);
      if (secondFactorNeeded) throw new Fault("second_factor_needed", "Enter the code that your app shows.");
      return reply.status(204).send(null);
    },
  );

  app.post(
    "/v1/auth/second-factor",
    { config, schema: { summary: "Finish signing in with a code", tags, body: secondFactorInput, response: nothing } },
    async (request, reply) => {
      const { cookies } = await accounts.signIn.withCode(caller(request), request.body);
      return setCookies(reply, cookies).status(204).send(null);
    },
  );

  app.post(
    "/v1/auth/sign-out",
    { config, schema: { summary: "Sign out", tags, response: nothing } },
    async (request, reply) =>
      setCookies(reply, await accounts.signIn.signOut(caller(request)))
        .status(204)
        .send(null),
  );
}

function linkRoutes(base: FastifyInstance, accounts: Accounts): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  const caller = (request: FastifyRequest) => callerOf(request, accounts.publicUrl);

  app.post(
    "/v1/auth/forgot-password",
    {
      config,
      schema: {
        summary: "Ask for a link to a new password",
        tags,
        body: forgotPasswordInput,
        response: { 202: z.null() },
      },
    },
    async (request, reply) => {
      await accounts.recovery.forgotPassword(caller(request), request.body.email);
      return reply.status(202).send(null);
    },
  );

  app.post(
    "/v1/auth/reset-password",
    {
      config,
      schema: { summary: "Choose a new password by a link", tags, body: resetPasswordInput, response: nothing },
    },
    async (request, reply) => {
      await accounts.recovery.resetPassword(caller(request), request.body);
      return reply.status(204).send(null);
    },
  );

  app.post(
    "/v1/auth/verify-email",
    {
      config,
      schema: {
        summary: "Confirm an email address by a link",
        tags,
        body: verifyEmailInput,
        response: { 200: verifiedEmail },
      },
    },
    (request) => accounts.recovery.verifyEmail(caller(request), request.body.token),
  );
}

function otherWaysIn(base: FastifyInstance, accounts: Accounts): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  const caller = (request: FastifyRequest) => callerOf(request, accounts.publicUrl);

  app.post(
    "/v1/auth/passkey/options",
    { config, schema: { summary: "Begin signing in with a passkey", tags, response: { 200: passkeyOptions } } },
    async (request, reply) => {
      const { response, cookies } = await accounts.signIn.passkeyOptions(caller(request));
      return setCookies(reply, cookies).send({ ...response });
    },
  );

  app.post(
    "/v1/auth/passkey",
    { config, schema: { summary: "Sign in with a passkey", tags, body: passkeySignInInput, response: nothing } },
    async (request, reply) => {
      const { cookies } = await accounts.signIn.withPasskey(caller(request), request.body);
      return setCookies(reply, cookies).status(204).send(null);
    },
  );

  app.post(
    "/v1/auth/social",
    {
      config,
      schema: {
        summary: "Begin signing in with Google or GitHub",
        tags,
        body: socialInput,
        response: { 200: socialRedirect },
      },
    },
    async (request, reply) => {
      const { url, cookies } = await accounts.social.begin(caller(request), request.body);
      return setCookies(reply, cookies).send({ url });
    },
  );

  app.get(
    "/v1/auth/callback/:provider",
    { config, schema: { hide: true, params: z.object({ provider: socialProvider }), querystring: callbackQuery } },
    async (request, reply) => {
      const { provider } = request.params;
      const { location, cookies } = await accounts.social.finish(caller(request), { provider, query: request.query });
      return setCookies(reply, cookies).redirect(location, 303);
    },
  );
}

const callbackQuery = z.object({
  code: z.string().max(2_000).optional(),
  state: z.string().max(500).optional(),
  error: z.string().max(200).optional(),
  error_description: z.string().max(1_000).optional(),
});
