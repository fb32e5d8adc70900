import {
  connectedAccount,
  connectedAccountInput,
  container,
  containerQuery,
  Fault,
  googleClient,
  googleClientInput,
  googleConsent,
  googleConsentInput,
  googleReturn,
  googleReturnInput,
  idSchema,
  listOf,
} from "@parley/contracts";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Scope } from "../../platform/index.ts";
import type { Accounts } from "./create-connected-accounts.ts";

export interface AccountRouteDeps {
  accounts: Accounts;
  /** Null: as the request came in. */
  publicUrl: string | null;
  /** Told when an account was connected again: what waits for it goes on. */
  renewed: (scope: Scope, accountId: string) => Promise<void>;
  /** What is read with which account. */
  usedBy: (scope: Scope) => Promise<ReadonlyMap<string, { id: string; name: string; agentId: string }[]>>;
}

const params = z.object({ id: idSchema("account") });
const tags = ["connected accounts"];
const read = { permission: "connections:read" } as const;
const write = { permission: "connections:write" } as const;

/** Accounts at Google and Intercom that documents are followed from. */
export function accountRoutes(base: FastifyInstance, deps: AccountRouteDeps): void {
  collection(base, deps);
  one(base, deps);
  consent(base, deps);
  client(base, deps);
}

function collection(base: FastifyInstance, { accounts, usedBy, renewed }: AccountRouteDeps): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  app.get(
    "/v1/connected-accounts",
    {
      config: read,
      schema: {
        tags,
        summary: "The accounts that documents are followed from",
        response: { 200: listOf(connectedAccount) },
      },
    },
    async ({ scope }) => {
      const [rows, use] = await Promise.all([accounts.list(scope), usedBy(scope)]);
      return { data: rows.map((row) => ({ ...row, usedBy: use.get(row.id) ?? [] })), next: null };
    },
  );

  app.post(
    "/v1/connected-accounts",
    {
      config: write,
      schema: {
        tags,
        summary:
          "Connect a help centre by its token, which is tried, kept encrypted and never shown again; the same one again gets the new token",
        body: connectedAccountInput,
        response: { 201: connectedAccount },
      },
    },
    async ({ scope, body }, reply) => {
      const made = await accounts.connect(scope, body);
      await renewed(scope, made.id);
      return reply.status(201).send({ ...made, usedBy: (await usedBy(scope)).get(made.id) ?? [] });
    },
  );
}

function one(base: FastifyInstance, { accounts, usedBy }: AccountRouteDeps): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  const withUse = async <T extends { id: string }>(scope: Scope, account: T) => ({
    ...account,
    usedBy: (await usedBy(scope)).get(account.id) ?? [],
  });

  app.get(
    "/v1/connected-accounts/:id",
    { config: read, schema: { tags, summary: "A connected account", params, response: { 200: connectedAccount } } },
    async ({ scope, params: { id } }) => withUse(scope, await accounts.get(scope, id)),
  );

  app.post(
    "/v1/connected-accounts/:id/test",
    {
      config: write,
      schema: { tags, summary: "Ask the vendor whether access works", params, response: { 200: connectedAccount } },
    },
    async ({ scope, params: { id } }) => withUse(scope, await accounts.test(scope, id)),
  );

  app.delete(
    "/v1/connected-accounts/:id",
    {
      config: write,
      schema: {
        tags,
        summary: "Remove an account and give its access back; what was read with it stays, and is not renewed",
        params,
        response: { 204: z.null() },
      },
    },
    async ({ scope, params: { id } }, reply) => {
      await accounts.remove(scope, id);
      return reply.status(204).send(null);
    },
  );

  app.get(
    "/v1/connected-accounts/:id/containers",
    {
      config: { permission: "knowledge:write" },
      schema: {
        tags,
        summary: "The drives, folders or collections of an account, to choose from",
        params,
        querystring: containerQuery,
        response: { 200: listOf(container) },
      },
    },
    async ({ scope, params: { id }, query }) => {
      // Whoever may not see which accounts there are has no business in their folders either.
      if (!scope.permissions.has("connections:read"))
        throw new Fault("forbidden", "To look into an account you must be allowed to see connections.");
      const asked = { parentId: query.parent ?? null, search: query.q ?? null, cursor: query.cursor ?? null };
      const { containers, next } = await accounts.containers(scope, id, asked);
      return { data: containers, next };
    },
  );
}

function consent(base: FastifyInstance, { accounts, usedBy, renewed, publicUrl }: AccountRouteDeps): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  app.post(
    "/v1/connected-accounts/google/consent",
    {
      config: write,
      schema: {
        tags,
        summary: "Where to send the person who connects a Google account",
        body: googleConsentInput,
        response: { 200: googleConsent },
      },
    },
    async (request) =>
      accounts.beginGoogle(request.scope, {
        server: publicUrl ?? askedAt(request),
        returnTo: request.body.returnTo,
      }),
  );

  app.post(
    "/v1/connected-accounts/google/return",
    {
      config: write,
      schema: {
        tags,
        summary: "The way back from Google: connects the account that said yes, or renews it",
        body: googleReturnInput,
        response: { 200: googleReturn },
      },
    },
    async ({ scope, body }) => {
      const { account, returnTo } = await accounts.endGoogle(scope, body);
      await renewed(scope, account.id);
      return { account: { ...account, usedBy: (await usedBy(scope)).get(account.id) ?? [] }, returnTo };
    },
  );
}

function client(base: FastifyInstance, { accounts: { googleClient: clients }, publicUrl }: AccountRouteDeps): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  const address = "/v1/oauth-clients/google";
  const view = (request: FastifyRequest) => clients.view(request.scope, publicUrl ?? askedAt(request));

  app.get(
    address,
    {
      config: read,
      schema: { tags, summary: "By which client members connect Google accounts", response: { 200: googleClient } },
    },
    async (request) => view(request),
  );

  app.put(
    address,
    {
      config: write,
      schema: {
        tags,
        summary:
          "Set the organization's own client at Google; accounts that another one connected have to be connected again",
        body: googleClientInput,
        response: { 200: googleClient },
      },
    },
    async (request) => {
      await clients.put(request.scope, request.body);
      return view(request);
    },
  );

  app.delete(
    address,
    {
      config: write,
      schema: { tags, summary: "Remove the organization's own client at Google", response: { 204: z.null() } },
    },
    async ({ scope }, reply) => {
      await clients.remove(scope);
      return reply.status(204).send(null);
    },
  );
}

const askedAt = ({ protocol, host }: FastifyRequest): string => `${protocol}://${host}`;
