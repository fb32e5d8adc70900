/** What happens to whole agents: copied, put aside, brought back, taken away with all that is theirs. */
import { Fault } from "@parley/contracts";
import type { Clock, Database, Events, Jobs, Live, Scope } from "../../platform/index.ts";
import { envelopeScope } from "../../platform/index.ts";
import type { Audit } from "../../tenants/index.ts";
import type { Knowledge } from "../../knowledge/index.ts";
import type { AgentRow, AgentStore } from "../agent-store.ts";
import type { Seen } from "../behaviour/create-behaviour.ts";
import { nameOf } from "../present.ts";

export interface LifeDeps {
  db: Database;
  clock: Clock;
  events: Events;
  jobs: Jobs;
  live: Live;
  audit: Audit;
  knowledge: Knowledge;
  store: AgentStore;
  /** Called after each commit. */
  told: (scope: Scope, agentId: string, what: "published") => Promise<void>;
}

/** Takes away what a room above keeps for an agent, a piece at a time. May be called again for the same agent. */
export type RemoveForAgent = (scope: Scope, agentId: string, signal: AbortSignal) => Promise<void>;

interface Envelope {
  organization: number;
  organizationId: string;
  agentId: string;
}

interface CopyEnvelope extends Envelope {
  from: string;
  /** Since the look before, when it was still being read. In seconds. */
  waitedS?: number;
}

const REMOVAL = "agents.remove";
const COPY = "agents.copy";
/** Between two looks at what a copy has read by now; each time it is twice as long. In seconds. */
const FIRST_LOOK_S = 10;
const LAST_LOOK_S = 3_600;
const COPY_MARK = " (copy)";
const LONGEST_NAME = 120;

export function createLife(deps: LifeDeps) {
  const { db, events, jobs, live, audit, knowledge, store } = deps;
  const removers: RemoveForAgent[] = [];
  const scopeOf = ({ organization, organizationId }: Envelope) => envelopeScope(organization, organizationId, "agents");

  jobs.define<Envelope>(REMOVAL, { concurrency: 1, retryLimit: 20, expireInS: 3_600 }, async (envelope, signal) => {
    const scope = scopeOf(envelope);
    for (const remove of removers) {
      await remove(scope, envelope.agentId, signal);
      signal.throwIfAborted();
    }
    await knowledge.removeAgent(scope, envelope.agentId, signal);
    signal.throwIfAborted();
    await db.transaction(scope, async (tx) => {
      await store.remove(tx, scope, envelope.agentId);
      await events.publish(tx, scope, "agent.removed", { agentId: envelope.agentId });
    });
    events.wake();
  });

  jobs.define<CopyEnvelope>(COPY, { concurrency: 1, retryLimit: 10, expireInS: 3_600 }, async (envelope, signal) => {
    const { from, agentId: to, waitedS = 0 } = envelope;
    const scope = scopeOf(envelope);
    if (waitedS === 0) await knowledge.copyAgent(scope, { from, to, signal });
    signal.throwIfAborted();
    live.changed(scope, { resource: "agents", id: to });
    const isWhole = await knowledge.copyLabels(scope, { from, to });
    const next = Math.max(FIRST_LOOK_S, waitedS * 2);
    if (!isWhole && next <= LAST_LOOK_S) await jobs.send(COPY, { ...envelope, waitedS: next }, { startAfterS: next });
  });

  async function setStatus(scope: Scope, seen: Seen, status: "active" | "archived"): Promise<AgentRow> {
    const row = await db.transaction(scope, async (tx) => {
      const before = await store.lock(tx, scope, seen);
      if (before.status === status) return before;
      const after = await store.update(tx, scope, { id: seen.id, status });
      await audit.record(tx, scope, {
        action: status === "archived" ? "agent.archived" : "agent.unarchived",
        target: { type: "agent", id: seen.id, name: nameOf(after) },
      });
      return after;
    });
    await deps.told(scope, seen.id, "published");
    return row;
  }

  return {
    /** What rooms above keep for agents, they take away themselves. */
    onRemove: (remove: RemoveForAgent): void => void removers.push(remove),

    /** It answers nobody until it is brought back; nothing is lost. */
    archive: (scope: Scope, seen: Seen) => setStatus(scope, seen, "archived"),
    unarchive: (scope: Scope, seen: Seen) => setStatus(scope, seen, "active"),

    /**
     * A copy with the same behaviour, draft included. Its sources are read anew; what people gave is copied in the
     * background: documents, files, verified answers, synonyms, products and labels. Conversations stay with the original.
     */
    async duplicate(scope: Scope, id: string, name?: string): Promise<AgentRow> {
      const copy = await db.transaction(scope, async (tx) => {
        const row = await store.lock(tx, scope, { id });
        const named = name ?? `${nameOf(row).slice(0, LONGEST_NAME - COPY_MARK.length)}${COPY_MARK}`;
        const made = await store.insert(tx, scope, {
          settings: { ...row.settings, name: named },
          draft: row.draft && { ...row.draft, name: named },
          // Two agents of one site: only the first is found by its address.
          siteUrl: row.siteUrl,
          siteKey: null,
          profile: row.profile && { ...row.profile, logoFile: null },
        });
        await knowledge.openIndex(tx, scope, made.id);
        await events.publish(tx, scope, "agent.created", { agentId: made.id });
        await audit.record(tx, scope, {
          action: "agent.duplicated",
          target: { type: "agent", id: made.id, name: named },
          before: { agentId: id },
        });
        const { organization, organizationId } = scope;
        await jobs.send<CopyEnvelope>(COPY, { organization, organizationId, agentId: made.id, from: id }, { tx });
        return made;
      });
      events.wake();
      live.changed(scope, { resource: "agents", id: copy.id });
      return copy;
    },

    /** Gone at once for everybody; what belonged to it follows by a job, which goes on after any interruption. */
    async remove(scope: Scope, seen: Seen): Promise<void> {
      await db.transaction(scope, async (tx) => {
        const row = await store.lock(tx, scope, seen);
        await store.update(tx, scope, { id: seen.id, status: "removing", siteKey: null });
        await audit.record(tx, scope, {
          action: "agent.removed",
          target: { type: "agent", id: seen.id, name: nameOf(row) },
          before: { name: nameOf(row), siteUrl: row.siteUrl },
        });
        const { organization, organizationId } = scope;
        await jobs.send(REMOVAL, { organization, organizationId, agentId: seen.id }, { tx, singletonKey: seen.id });
      });
      await deps.told(scope, seen.id, "published").catch((error: unknown) => {
        if (!(error instanceof Fault)) throw error;
      });
    },
  };
}

export type Life = ReturnType<typeof createLife>;
