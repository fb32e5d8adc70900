/** Who a visitor is from one visit to the next: a signed token that its browser keeps, and nothing else. */
import { Fault, newId } from "@parley/contracts";
import { z } from "zod";
import type { Agents } from "../agents/index.ts";
import type { Clock, Scope, Secrets } from "../platform/index.ts";
import type { Tenants } from "../tenants/index.ts";

export interface VisitorSession {
  scope: Scope;
  agentId: string;
  visitorId: string;
}

export interface VisitorSessionDeps {
  secrets: Secrets;
  clock: Clock;
  agents: Agents;
  tenants: Tenants;
}

const PURPOSE = "visitor-session";
const LIVES_MS = 180 * 24 * 3_600_000;

const payload = z.object({
  organization: z.int(),
  agentId: z.string(),
  visitorId: z.string(),
  /** Milliseconds since 1970. */
  until: z.int(),
});

export function createVisitorSessions({ secrets, clock, agents, tenants }: VisitorSessionDeps) {
  function read(token: string) {
    const text = secrets.verify(token, PURPOSE);
    const parsed = text === undefined ? undefined : payload.safeParse(parseJson(text));
    return parsed?.success && parsed.data.until > clock.now() ? parsed.data : undefined;
  }

  async function sessionOf(known: {
    organization: number;
    agentId: string;
    visitorId: string;
  }): Promise<VisitorSession> {
    const scope = await tenants.visitorScope(known.organization, known.visitorId);
    return { scope, agentId: known.agentId, visitorId: known.visitorId };
  }

  return {
    /** A session of this agent: the earlier one if its token is good, else a new one. The token is renewed. */
    async open(agentId: string, token: string | null): Promise<VisitorSession & { token: string }> {
      const organization = await agents.findOrganization(agentId);
      if (organization === undefined) throw new Fault("not_found", "There is no agent with this id.");
      const before = token === null ? undefined : read(token);
      const visitorId =
        before?.agentId === agentId && before.organization === organization
          ? before.visitorId
          : newId("visitor", clock.now());
      const until = clock.now() + LIVES_MS;
      const session = await sessionOf({ organization, agentId, visitorId });
      return { ...session, token: secrets.sign(JSON.stringify({ organization, agentId, visitorId, until }), PURPOSE) };
    },

    /** @throws Fault unauthorized for a token that is not ours, or is too old. */
    async check(token: string): Promise<VisitorSession> {
      const known = read(token);
      if (!known) throw new Fault("unauthorized", "This session is not valid any more. Open the chat again.");
      return sessionOf(known);
    },
  };
}

export type VisitorSessions = ReturnType<typeof createVisitorSessions>;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
