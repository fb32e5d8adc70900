import { hookPing, hookTaken, idSchema, indexNowPost, indexNowQuery, sourceHook } from "@parley/contracts";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { createSourceHooks } from "./source-hooks.ts";

export type SourceHooks = ReturnType<typeof createSourceHooks>;

const sourceParams = z.object({ id: idSchema("source") });
const tags = ["knowledge"];
const write = { permission: "knowledge:write" } as const;
/** The key in the address is what opens it. */
const open = { permission: "none" } as const;

interface HookRouteDeps {
  hooks: SourceHooks;
  /** How the outside reaches this server; null for the address that it was asked at. */
  publicUrl: string | null;
}

export function hookRoutes(root: FastifyInstance, deps: HookRouteDeps): void {
  ofSource(root, deps);
  fromOutside(root, deps);
}

function ofSource(root: FastifyInstance, { hooks, publicUrl }: HookRouteDeps): void {
  const app = root.withTypeProvider<ZodTypeProvider>();

  app.get(
    "/v1/sources/:id/hook",
    {
      config: write,
      schema: {
        tags,
        summary: "The address to call when a source has changed",
        params: sourceParams,
        response: { 200: sourceHook },
      },
    },
    async (request) => hooks.get(request.scope, request.params.id, publicUrl ?? askedAt(request)),
  );

  app.post(
    "/v1/sources/:id/hook",
    {
      config: write,
      schema: {
        tags,
        summary: "Give a source another such address; the one of before no longer works",
        params: sourceParams,
        response: { 200: sourceHook },
      },
    },
    async (request) => hooks.renew(request.scope, request.params.id, publicUrl ?? askedAt(request)),
  );
}

/** For whoever has the key. */
function fromOutside(root: FastifyInstance, { hooks }: HookRouteDeps): void {
  const app = root.withTypeProvider<ZodTypeProvider>();

  app.post(
    "/v1/hooks/sources/:key",
    {
      config: open,
      schema: {
        tags,
        summary: "Say that a source has changed: all of it is read again, or the pages that are named",
        params: z.object({ key: z.string().max(200) }),
        body: hookPing.meta({ examples: [{ urls: ["https://shop.example/opening-hours"] }] }),
        response: { 202: hookTaken },
      },
    },
    async ({ params, body }, reply) => reply.status(202).send(await hooks.ping(params.key, body?.urls)),
  );

  app.get(
    "/v1/hooks/indexnow",
    {
      config: open,
      schema: {
        tags,
        summary: "The same in the form of IndexNow, for one page",
        querystring: indexNowQuery,
        response: { 202: hookTaken },
      },
    },
    async ({ query }, reply) => reply.status(202).send(await hooks.ping(query.key, [query.url])),
  );

  app.post(
    "/v1/hooks/indexnow",
    {
      config: open,
      schema: {
        tags,
        summary: "The same in the form of IndexNow, for many pages",
        body: indexNowPost,
        response: { 202: hookTaken },
      },
    },
    async ({ body }, reply) => reply.status(202).send(await hooks.ping(body.key, body.urlList)),
  );
}

const askedAt = ({ protocol, host }: FastifyRequest): string => `${protocol}://${host}`;
