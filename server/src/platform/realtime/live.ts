/** Tells the members who look on that something of their organization changed. At most once, and never what it is. */
import type { LiveChange, LiveResource } from "@parley/contracts";
import type { Scope } from "../scope.ts";
import type { Realtime } from "./types.ts";

export interface Live {
  /** Call it after the commit. Never throws and never waits. */
  changed(scope: Pick<Scope, "organization">, change: LiveNews): void;
}

export interface LiveSessions {
  /** Sessions of this account ended: what they hold open looks again at once. */
  signedOut(userId: string): void;
}

export interface LiveNews {
  resource: LiveResource;
  /** Left out: several or all of them. */
  id?: string | undefined;
  agentId?: string | undefined;
}

export const organizationTopic = (organization: number) => `organization:${organization}`;

/** Something about this account changed that may end its sessions: whoever serves one looks again. Data tells nothing. */
export const personTopic = (userId: string) => `person:${userId}`;

export function createLive(realtime: Pick<Realtime, "publish">): Live & LiveSessions {
  return {
    changed({ organization }, { resource, id, agentId }) {
      const change: LiveChange = { resource, id: id ?? null, agentId: agentId ?? null };
      realtime.publish(organizationTopic(organization), change);
    },
    signedOut: (userId) => realtime.publish(personTopic(userId), {}),
  };
}
