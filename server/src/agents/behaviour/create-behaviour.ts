/** How an agent behaves: what people set, tried out as a draft, published as a version, and rolled back. */
import { type AgentSettings, type AgentSettingsChange, Fault } from "@parley/contracts";
import type { Clock, Database, Events, Scope, Tx } from "../../platform/index.ts";
import type { Audit } from "../../tenants/index.ts";
import type { AgentRow, AgentStore } from "../agent-store.ts";
import { nameOf } from "../present.ts";
import { compareSettings } from "./compare-settings.ts";
import { changedNames, mergeSettings, pickSettings } from "./merge-settings.ts";
import { createVersionStore, presentVersion } from "./version-store.ts";

export interface BehaviourDeps {
  db: Database;
  clock: Clock;
  events: Events;
  audit: Audit;
  store: AgentStore;
  /** Throws where a setting names something that this organization does not have. */
  check: (scope: Scope, settings: AgentSettingsChange) => Promise<void>;
  /** Called after each commit. */
  told: (scope: Scope, agentId: string, what: "draft" | "published") => Promise<void>;
}

/** Which agent, and the revision that the person saw: Fault stale where it is another by now. */
export interface Seen {
  id: string;
  revision?: number | null | undefined;
}

export function createBehaviour(deps: BehaviourDeps) {
  const { db, events, store, audit } = deps;
  const versions = createVersionStore(deps);

  async function within(scope: Scope, seen: Seen, work: (tx: Tx, row: AgentRow) => Promise<AgentRow>) {
    return db.transaction(scope, async (tx) =>
      work(tx, await store.lock(tx, scope, { id: seen.id, revision: seen.revision ?? null })),
    );
  }

  /** The settings become what visitors see, as a version of their own; `draft` is what waits after it. */
  async function release(
    tx: Tx,
    scope: Scope,
    {
      row,
      settings,
      draft,
      note,
    }: { row: AgentRow; settings: AgentSettings; draft: AgentSettings | null; note: string },
  ): Promise<AgentRow> {
    const names = changedNames(row.settings, settings);
    const number = row.version + 1;
    await versions.insert(tx, scope, { agentId: row.id, number, settings, changed: names, note });
    const after = await store.update(tx, scope, { id: row.id, settings, draft, version: number });
    await events.publish(tx, scope, "agent.published", { agentId: row.id, version: number });
    await audit.record(tx, scope, {
      action: "agent.published",
      target: { type: "agent", id: row.id, name: nameOf(after) },
      before: { version: row.version, ...pickSettings(row.settings, names) },
      after: { version: number, ...pickSettings(settings, names) },
    });
    return after;
  }

  async function keepDraft(tx: Tx, scope: Scope, { row, draft }: { row: AgentRow; draft: AgentSettings | null }) {
    const before = row.draft ?? row.settings;
    const after = draft ?? row.settings;
    const names = changedNames(before, after);
    if (names.length === 0) return row;
    // A draft that says what visitors see already is none.
    const waits = changedNames(row.settings, after).length > 0;
    const kept = await store.update(tx, scope, { id: row.id, draft: waits ? after : null });
    await audit.record(tx, scope, {
      action: draft === null ? "agent.draft-discarded" : "agent.drafted",
      target: { type: "agent", id: row.id, name: nameOf(row) },
      before: pickSettings(before, names),
      after: pickSettings(after, names),
    });
    return kept;
  }

  async function settled(scope: Scope, row: AgentRow, what: "draft" | "published"): Promise<AgentRow> {
    if (what === "published") events.wake();
    await deps.told(scope, row.id, what);
    return row;
  }

  async function settingsNamed(scope: Scope, id: string, name: string): Promise<AgentSettings> {
    const row = await store.get(scope, id);
    if (name === "published") return row.settings;
    if (name === "draft") return row.draft ?? row.settings;
    return (await versions.get(scope, id, Number(name))).settings;
  }

  return {
    async changeDraft(scope: Scope, seen: Seen, change: AgentSettingsChange): Promise<AgentRow> {
      await deps.check(scope, change);
      const row = await within(scope, seen, (tx, before) =>
        keepDraft(tx, scope, { row: before, draft: mergeSettings(before.draft ?? before.settings, change) }),
      );
      return settled(scope, row, "draft");
    },

    async discardDraft(scope: Scope, seen: Seen): Promise<AgentRow> {
      const row = await within(scope, seen, (tx, before) => keepDraft(tx, scope, { row: before, draft: null }));
      return settled(scope, row, "draft");
    },

    /** Fault conflict when there is nothing to publish. */
    async publish(scope: Scope, seen: Seen, note = ""): Promise<AgentRow> {
      const row = await within(scope, seen, async (tx, before) => {
        if (before.draft === null)
          throw new Fault("conflict", "There is nothing to publish: visitors see this agent as it is already.");
        return release(tx, scope, { row: before, settings: before.draft, draft: null, note });
      });
      return settled(scope, row, "published");
    },

    /** Changes what visitors see at once, as a version of its own; a draft that waits gets the change too. */
    async change(
      scope: Scope,
      seen: Seen & { note?: string | undefined },
      change: AgentSettingsChange,
    ): Promise<AgentRow> {
      const { note = "" } = seen;
      await deps.check(scope, change);
      const row = await within(scope, seen, async (tx, before) => {
        const settings = mergeSettings(before.settings, change);
        const draft = before.draft === null ? null : mergeSettings(before.draft, change);
        const waits = draft !== null && changedNames(settings, draft).length > 0;
        if (changedNames(before.settings, settings).length === 0)
          return keepDraft(tx, scope, { row: before, draft: draft ?? before.settings });
        return release(tx, scope, { row: before, settings, draft: waits ? draft : null, note });
      });
      return settled(scope, row, "published");
    },

    /** An earlier version as the draft, or at once for visitors. */
    async restore(
      scope: Scope,
      seen: Seen,
      { number, publish, note }: { number: number; publish: boolean; note?: string | undefined },
    ): Promise<AgentRow> {
      await store.get(scope, seen.id);
      const { settings } = await versions.get(scope, seen.id, number);
      const row = await within(scope, seen, async (tx, before) => {
        if (!publish) return keepDraft(tx, scope, { row: before, draft: settings });
        if (changedNames(before.settings, settings).length === 0)
          throw new Fault("conflict", `Visitors see version ${number} as it is already.`);
        return release(tx, scope, { row: before, settings, draft: null, note: note ?? `Back to version ${number}` });
      });
      return settled(scope, row, publish ? "published" : "draft");
    },

    async versions(scope: Scope, id: string, page: { limit: number; cursor?: string | undefined }) {
      const before = page.cursor === undefined ? null : Number(page.cursor);
      if (before !== null && !Number.isSafeInteger(before))
        throw new Fault("invalid_request", "This cursor is not one of ours.", { field: "cursor" });
      const [row, rows] = await Promise.all([
        store.get(scope, id),
        versions.list(scope, id, { limit: page.limit + 1, before }),
      ]);
      const shown = rows.slice(0, page.limit);
      return {
        data: shown.map((one) => presentVersion(one, row.version)),
        next: rows.length > page.limit ? String(shown.at(-1)?.number ?? "") : null,
      };
    },

    async version(scope: Scope, id: string, number: number) {
      const row = await store.get(scope, id);
      const version = await versions.get(scope, id, number);
      return { ...presentVersion(version, row.version), settings: version.settings };
    },

    async changes(scope: Scope, id: string, { from, to }: { from: string; to: string }) {
      const [before, after] = [await settingsNamed(scope, id, from), await settingsNamed(scope, id, to)];
      return { from, to, changes: compareSettings(before, after) };
    },
  };
}

export type Behaviour = ReturnType<typeof createBehaviour>;
