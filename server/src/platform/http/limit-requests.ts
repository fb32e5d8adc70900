/**
 * How often one may ask: an address, then who asks, its organization and the agent that is asked. The answer says how
 * much is left, in the form of draft-ietf-httpapi-ratelimit-headers.
 */
import { Fault } from "@parley/contracts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Limit, Limits, Turn } from "../limits.ts";
import { networkOf } from "../sockets/network-of.ts";

export interface RequestRates {
  /** Of one network address, whoever asks. */
  address: Limit;
  /** Of one network address, by those who show neither a key nor a session. */
  anonymous: Limit;
  key: Limit;
  session: Limit;
  organization: Limit;
  /** Questions to one agent, by visitors and by programs together. */
  agent: Limit;
}

export interface Caller {
  kind: "key" | "session";
  id: string;
  /** Null: on routes of no organization. */
  organization: number | null;
  /** The agent that the request asks, if it asks one. */
  agentId: string | null;
}

export interface RequestLimitDeps {
  limits: Limits;
  rates: RequestRates;
}

type RateName = keyof RequestRates;

/** Before anybody is looked up: what an address costs is bounded, whatever it sends. */
export function limitAddresses(app: FastifyInstance, { limits, rates }: RequestLimitDeps): void {
  app.addHook("onRequest", async (request, reply) => {
    // Sockets have limits of their own, by connection and by message.
    if (!request.url.startsWith("/v1/") || request.headers.upgrade !== undefined) return;
    const network = networkOf(request.ip);
    await take(limits, reply, [["address", `requests:${network}`, rates.address]]);
    if (showsNothing(request)) await take(limits, reply, [["anonymous", `anonymous:${network}`, rates.anonymous]]);
  });
}

/** After authentication; `callerOf` knows who it was, and is null for those who need no limit. */
export function limitCallers(
  app: FastifyInstance,
  { limits, rates, callerOf }: RequestLimitDeps & { callerOf: (request: FastifyRequest) => Caller | null },
): void {
  app.addHook("onRequest", async (request, reply) => {
    const caller = callerOf(request);
    if (!caller) return;
    const wanted: Wanted[] = [[caller.kind, `${caller.kind}:${caller.id}`, rates[caller.kind]]];
    if (caller.organization !== null)
      wanted.push(["organization", `organization:${caller.organization}`, rates.organization]);
    if (caller.agentId !== null) wanted.push(["agent", `agent:${caller.agentId}`, rates.agent]);
    tell(reply, await take(limits, reply, wanted));
  });
}

type Wanted = readonly [name: RateName, key: string, limit: Limit];
type Counted = readonly [name: RateName, limit: Limit, turn: Turn];

/** @throws Fault rate_limited, its headers on the reply */
async function take(limits: Limits, reply: FastifyReply, wanted: readonly Wanted[]): Promise<Counted[]> {
  const counted = await Promise.all(
    wanted.map(async ([name, key, limit]): Promise<Counted> => [name, limit, await limits.take(key, limit)]),
  );
  const refused = counted.find(([, , turn]) => !turn.allowed);
  if (!refused) return counted;
  tell(reply, counted);
  const [name, , { retryAfterMs }] = refused;
  throw new Fault("rate_limited", `${words[name]} at once. Wait a moment.`, { retryAfterMs });
}

const words: Record<RateName, string> = {
  address: "That are too many requests from your network",
  anonymous: "That are too many requests without a key or a session from your network",
  key: "That are too many requests with this key",
  session: "That are too many requests of this session",
  organization: "That are too many requests for this organization",
  agent: "That are too many questions to this agent",
};

function tell(reply: FastifyReply, counted: readonly Counted[]): void {
  const policy = counted.map(([name, { perSecond }]) => `"${name}";q=${Math.round(perSecond * 60)};w=60`);
  const left = counted.map(([name, , { remaining, fullAfterMs }]) => {
    return `"${name}";r=${remaining};t=${Math.ceil(fullAfterMs / 1_000)}`;
  });
  reply.header("ratelimit-policy", policy.join(", ")).header("ratelimit", left.join(", "));
}

function showsNothing({ headers, routeOptions }: FastifyRequest): boolean {
  const open = "permission" in routeOptions.config && routeOptions.config.permission === "none";
  return open || (headers.authorization === undefined && headers.cookie === undefined);
}
