/** One's second factor and passkeys. */
import {
  confirmed,
  passkey,
  passkeyChange,
  passkeyInput,
  passkeyOptions,
  recoveryCodes,
  secondFactorCode,
  secondFactorSetup,
} from "@parley/contracts";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { personOf } from "../authenticate.ts";
import type { Accounts } from "./accounts.ts";
import { setCookies } from "./auth-routes.ts";
import { callerOf } from "./caller-of.ts";

const tags = ["me"];
const config = { permission: "person" } as const;
/** What is shown once is not kept for repeated requests either. */
const shownOnce = { ...config, repeats: "freely" } as const;
const nothing = { 204: z.null() };
const passkeyParams = z.object({ id: z.string().regex(/^pky_[0-9a-z]{26}$/) });

export function waysInRoutes(base: FastifyInstance, accounts: Accounts): void {
  secondFactorRoutes(base, accounts);
  passkeyRoutes(base, accounts);
}

function secondFactorRoutes(base: FastifyInstance, accounts: Accounts): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  const { secondFactor } = accounts;
  const caller = (request: FastifyRequest) => callerOf(request, accounts.publicUrl);
  const asked = (request: FastifyRequest, password: string | undefined) => ({ person: personOf(request), password });

  app.post(
    "/v1/me/second-factor",
    {
      config: shownOnce,
      schema: {
        summary: "Begin two-step sign-in: a secret for the app",
        tags,
        body: confirmed,
        response: { 200: secondFactorSetup },
      },
    },
    (request) => secondFactor.begin(caller(request), asked(request, request.body.password)),
  );

  app.post(
    "/v1/me/second-factor/confirmation",
    {
      config,
      schema: {
        summary: "Turn two-step sign-in on with a first code",
        tags,
        body: secondFactorCode,
        response: nothing,
      },
    },
    async (request, reply) => {
      const cookies = await secondFactor.turnOn(caller(request), personOf(request), request.body.code);
      return setCookies(reply, cookies).status(204).send(null);
    },
  );

  app.post(
    "/v1/me/second-factor/removal",
    { config, schema: { summary: "Turn two-step sign-in off", tags, body: confirmed, response: nothing } },
    async (request, reply) => {
      const cookies = await secondFactor.turnOff(caller(request), asked(request, request.body.password));
      return setCookies(reply, cookies).status(204).send(null);
    },
  );

  app.post(
    "/v1/me/second-factor/recovery-codes",
    {
      config: shownOnce,
      schema: { summary: "Make new recovery codes", tags, body: confirmed, response: { 200: recoveryCodes } },
    },
    async (request) => ({
      recoveryCodes: await secondFactor.renewCodes(caller(request), asked(request, request.body.password)),
    }),
  );
}

function passkeyRoutes(base: FastifyInstance, accounts: Accounts): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  const { passkeys } = accounts;
  const caller = (request: FastifyRequest) => callerOf(request, accounts.publicUrl);
  const listed = z.object({ data: z.array(passkey), next: z.string().nullable() });

  app.get(
    "/v1/me/passkeys",
    { config, schema: { summary: "One's passkeys", tags, response: { 200: listed } } },
    async (request) => ({ data: await passkeys.list(personOf(request).id), next: null }),
  );

  app.post(
    "/v1/me/passkeys/options",
    {
      config: shownOnce,
      schema: { summary: "Begin to add a passkey", tags, body: confirmed, response: { 200: passkeyOptions } },
    },
    async (request, reply) => {
      const given = { person: personOf(request), password: request.body.password };
      const { response, cookies } = await passkeys.options(caller(request), given);
      return setCookies(reply, cookies).send({ ...response });
    },
  );

  app.post(
    "/v1/me/passkeys",
    { config, schema: { summary: "Add a passkey", tags, body: passkeyInput, response: { 201: passkey } } },
    async (request, reply) =>
      reply.status(201).send(await passkeys.add(caller(request), personOf(request), request.body)),
  );

  app.patch(
    "/v1/me/passkeys/:id",
    {
      config,
      schema: {
        summary: "Rename a passkey",
        tags,
        params: passkeyParams,
        body: passkeyChange,
        response: { 200: passkey },
      },
    },
    (request) => passkeys.rename(personOf(request).id, request.params.id, request.body.name),
  );

  app.delete(
    "/v1/me/passkeys/:id",
    { config, schema: { summary: "Remove a passkey", tags, params: passkeyParams, response: nothing } },
    async (request, reply) => {
      await passkeys.remove(caller(request), personOf(request), request.params.id);
      return reply.status(204).send(null);
    },
  );
}
