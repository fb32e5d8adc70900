import type { Agent } from "@parley/contracts";
import type { Clock, Realtime, Scope } from "../platform/index.ts";
import type { AgentProfile } from "./types.ts";

/** What is known of an agent: what visitors see, and what its answers need. */
export interface KnownAgent {
  agent: Agent;
  profile: AgentProfile;
}

interface Entry {
  until: number;
  known: KnownAgent;
}

export interface KnownAgents {
  /** At most two seconds old, and never from before a change of which this process was told. */
  get(scope: Scope, id: string): Promise<KnownAgent>;
  /** After a change: every process asks anew. */
  forget(scope: Pick<Scope, "organization">, id: string): void;
}

/** What is known of an agent changes rarely and is asked on every turn. */
const FRESH_MS = 2_000;
const REMEMBERED = 10_000;
const TOPIC = "agents.changed";

export function createKnownAgents(deps: {
  clock: Clock;
  realtime: Realtime;
  load: (scope: Scope, id: string) => Promise<KnownAgent>;
}): KnownAgents {
  const { clock, realtime, load } = deps;
  const entries = new Map<string, Entry>();
  let changes = 0;
  realtime.subscribe(TOPIC, (data) => {
    if (typeof data !== "object" || data === null || !("key" in data)) return;
    changes += 1;
    entries.delete(String(data.key));
  });
  const keyOf = ({ organization }: Pick<Scope, "organization">, id: string) => `${organization}/${id}`;

  return {
    async get(scope, id) {
      const key = keyOf(scope, id);
      const entry = entries.get(key);
      if (entry && entry.until > clock.now()) return entry.known;
      const before = changes;
      const known = await load(scope, id);
      // What was read while something changed may be from before that.
      if (before === changes) {
        if (entries.size > REMEMBERED) entries.clear();
        entries.set(key, { until: clock.now() + FRESH_MS, known });
      }
      return known;
    },
    forget: (scope, id) => realtime.publish(TOPIC, { key: keyOf(scope, id) }),
  };
}
