import type { LanguageModel } from "@parley/contracts";
import type { Connections } from "../connections/index.ts";
import type { Knowledge } from "../knowledge/index.ts";
import type { Clock, Database, Events, Files, Jobs, Live, Log, Realtime } from "../platform/index.ts";
import type { Audit } from "../tenants/index.ts";

export interface AgentsDeps {
  db: Database;
  clock: Clock;
  events: Events;
  realtime: Realtime;
  jobs: Jobs;
  files: Files;
  live: Live;
  audit: Audit;
  knowledge: Knowledge;
  connections: Pick<Connections, "chain" | "describe" | "describeServer" | "list">;
  log: Log;
  /** The server's own, in the order in which they are tried; empty: answers in the site's own words. */
  models: readonly LanguageModel[];
  /** Milliseconds: a model's first words, and its whole answer. */
  modelTimeouts: { firstTokenMs: number; totalMs: number };
}
