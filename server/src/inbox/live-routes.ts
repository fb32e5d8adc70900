/** Where members' screens learn what changed. */
import type {} from "@fastify/websocket";
import { liveToken } from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { createFrameEncoder, keepSockets, type Log } from "../platform/index.ts";
import type { Holders } from "../tenants/index.ts";
import type { LiveHolder, LiveTokens } from "./live-tokens.ts";
import { type LiveDeps, serveLive } from "./serve-live.ts";

/** Tabs of one session, or programs with one key. */
const MOST_PER_HOLDER = 40;

export function liveTokenRoute(base: FastifyInstance, { liveTokens }: { liveTokens: LiveTokens }): void {
  base.withTypeProvider<ZodTypeProvider>().post(
    "/v1/live/tokens",
    {
      config: { permission: "any", repeats: "freely" },
      schema: { tags: ["live"], summary: "Get a token for the live socket", response: { 201: liveToken } },
    },
    async (request, reply) => {
      reply.header("cache-control", "no-store");
      return reply.status(201).send(liveTokens.issue(request.scope, request.person?.sessionId ?? null));
    },
  );
}

export interface LiveRouteDeps extends Pick<LiveDeps, "clock" | "realtime" | "liveTokens"> {
  tenants: { holders: Holders };
  log: Pick<Log, "error">;
  socketsPerAddress: number;
  countLiveSockets: (open: number) => void;
}

export function liveSocketRoute(app: FastifyInstance, deps: LiveRouteDeps): void {
  const { clock, realtime, liveTokens, socketsPerAddress, countLiveSockets } = deps;
  const served: LiveDeps = {
    clock,
    realtime,
    liveTokens,
    holders: deps.tenants.holders,
    encode: createFrameEncoder(),
    report: (error) => deps.log.error({ err: error }, "a live socket failed"),
    admitHolder: countHolders(),
  };
  const admit = keepSockets(app, { clock, perNetwork: socketsPerAddress, count: countLiveSockets });
  app.get(
    "/v1/live",
    { websocket: true, config: { permission: "none" }, schema: { hide: true } },
    (socket, request) => {
      if (admit(socket, request.ip)) serveLive(served, socket);
    },
  );
}

function countHolders() {
  const open = new Map<string, number>();
  return ({ actor, sessionId }: LiveHolder): (() => void) | false => {
    const key = `${actor.type} ${actor.id} ${sessionId}`;
    const already = open.get(key) ?? 0;
    if (already >= MOST_PER_HOLDER) return false;
    open.set(key, already + 1);
    return () => {
      const left = (open.get(key) ?? 1) - 1;
      if (left > 0) open.set(key, left);
      else open.delete(key);
    };
  };
}
