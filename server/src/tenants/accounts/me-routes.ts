/** What people do with their own account. */
import {
  accountDeletion,
  emailChange,
  emailChangeResult,
  idSchema,
  me,
  meInput,
  passwordChange,
  personExport,
  personSession,
  revokedSessions,
} from "@parley/contracts";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { personOf } from "../authenticate.ts";
import type { Accounts } from "./accounts.ts";
import type { AccountRouteDeps } from "./auth-routes.ts";
import { callerOf } from "./caller-of.ts";
import { waysInRoutes } from "./ways-in-routes.ts";

const tags = ["me"];
const config = { permission: "person" } as const;
const nothing = { 204: z.null() };

export function meRoutes(base: FastifyInstance, { accounts }: AccountRouteDeps): void {
  profileRoutes(base, accounts);
  farewellRoutes(base, accounts);
  sessionRoutes(base, accounts);
  waysInRoutes(base, accounts);
}

function profileRoutes(base: FastifyInstance, accounts: Accounts): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  const caller = (request: FastifyRequest) => callerOf(request, accounts.publicUrl);

  app.get("/v1/me", { config, schema: { summary: "Who is signed in", tags, response: { 200: me } } }, (request) =>
    accounts.profile.me(personOf(request).id),
  );

  app.patch(
    "/v1/me",
    {
      config,
      schema: { summary: "Change one's name, time zone or language", tags, body: meInput, response: { 200: me } },
    },
    (request) => accounts.profile.update(personOf(request), withoutMissing(request.body)),
  );

  app.post(
    "/v1/me/email",
    {
      config,
      schema: { summary: "Change one's email address", tags, body: emailChange, response: { 200: emailChangeResult } },
    },
    (request) => accounts.profile.changeEmail(caller(request), personOf(request), request.body),
  );

  app.post(
    "/v1/me/verification-mails",
    {
      config,
      schema: { summary: "Mail the link that confirms one's address once more", tags, response: { 202: z.null() } },
    },
    async (request, reply) => {
      await accounts.recovery.mailVerification(caller(request), personOf(request).id);
      return reply.status(202).send(null);
    },
  );

  app.post(
    "/v1/me/password",
    {
      config,
      schema: {
        summary: "Change one's password; ends all other sessions",
        tags,
        body: passwordChange,
        response: nothing,
      },
    },
    async (request, reply) => {
      await accounts.profile.changePassword(caller(request), personOf(request), request.body);
      return reply.status(204).send(null);
    },
  );
}

/** Taking one's data along, and leaving. */
function farewellRoutes(base: FastifyInstance, accounts: Accounts): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  const caller = (request: FastifyRequest) => callerOf(request, accounts.publicUrl);

  app.get(
    "/v1/me/export",
    {
      config,
      schema: { summary: "Everything that this server holds about oneself", tags, response: { 200: personExport } },
    },
    async (request, reply) => {
      const { id, sessionId } = personOf(request);
      const [person, organizations, sessions, passkeys] = await Promise.all([
        accounts.profile.me(id),
        accounts.profile.organizationsOf(id),
        accounts.sessions.list(id, sessionId),
        accounts.passkeys.list(id),
      ]);
      reply.header("content-disposition", 'attachment; filename="parley-account.json"');
      return { exportedAt: new Date().toISOString(), person, organizations, sessions, passkeys };
    },
  );

  app.post(
    "/v1/me/deletion",
    { config, schema: { summary: "Delete one's account", tags, body: accountDeletion, response: nothing } },
    async (request, reply) => {
      await accounts.profile.remove(caller(request), personOf(request), request.body);
      return reply.status(204).send(null);
    },
  );
}

function sessionRoutes(base: FastifyInstance, accounts: Accounts): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  const listed = z.object({ data: z.array(personSession), next: z.string().nullable() });

  app.get(
    "/v1/me/sessions",
    { config, schema: { summary: "Where one is signed in", tags, response: { 200: listed } } },
    async (request) => {
      const { id, sessionId } = personOf(request);
      return { data: await accounts.sessions.list(id, sessionId), next: null };
    },
  );

  app.delete(
    "/v1/me/sessions/:id",
    {
      config,
      schema: { summary: "End one session", tags, params: z.object({ id: idSchema("session") }), response: nothing },
    },
    async (request, reply) => {
      await accounts.sessions.revoke(personOf(request).id, request.params.id);
      return reply.status(204).send(null);
    },
  );

  app.delete(
    "/v1/me/sessions",
    { config, schema: { summary: "End all other sessions", tags, response: { 200: revokedSessions } } },
    async (request) => {
      const { id, sessionId } = personOf(request);
      return { revoked: await accounts.sessions.revokeOthers(id, sessionId) };
    },
  );
}

function withoutMissing(change: z.infer<typeof meInput>) {
  const { name, timeZone, language } = change;
  return {
    ...(name === undefined ? {} : { name }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(language === undefined ? {} : { language }),
  };
}
