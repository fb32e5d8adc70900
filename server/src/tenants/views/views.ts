/** Saved views: a member's own, and those that are shared with everybody who may see the list. */
import {
  Fault,
  newId,
  strangeNameIn,
  type View,
  type ViewChange,
  type ViewInput,
  viewLists,
  type ViewQuery,
} from "@parley/contracts";
import { and, eq, type Jobs, type Scope, type Tx } from "../../platform/index.ts";
import { difference } from "../audit/difference.ts";
import { announce, type Desk } from "../desk.ts";
import { lockMembers } from "../members/lock-members.ts";
import { nameKey } from "../members/name-key.ts";
import { members } from "../members/tables.ts";
import { assertRoom } from "./assert-room.ts";
import { listViews, type ViewPage } from "./list-views.ts";
import { forgettingViews } from "./forget-views.ts";
import { presentView } from "./present-views.ts";
import { savedViews } from "./tables.ts";
import { isMine, mayChange, memberOf, visibleTo } from "./who-may.ts";

export type ViewRow = typeof savedViews.$inferSelect;

interface Recorded {
  action: string;
  before?: ViewRow;
  after?: ViewRow;
}

export function createViews(desk: Desk & { jobs: Jobs }) {
  const { db, clock, audit, live } = desk;
  const own = ({ organization }: Scope, id: string) =>
    and(eq(savedViews.organization, organization), eq(savedViews.id, id));

  /** What is one's own alone is named to nobody else. */
  function changed(scope: Scope, { id, shared }: { id: string; shared: boolean }): void {
    if (shared) announce(live, scope, { resource: "views", id });
    else live.changed(scope, { resource: "views" });
  }

  async function find(tx: Tx, scope: Scope, id: string): Promise<ViewRow> {
    const [row] = await tx
      .select()
      .from(savedViews)
      .where(and(own(scope, id), visibleTo(scope)));
    if (!row) throw new Fault("not_found", "There is no view with this id.");
    return row;
  }

  async function findToChange(tx: Tx, scope: Scope, id: string): Promise<ViewRow> {
    const row = await find(tx, scope, id);
    if (mayChange(scope, row)) return row;
    throw new Fault("forbidden", "Somebody else shared this view. Save one of your own instead.");
  }

  async function record(tx: Tx, scope: Scope, { action, before, after }: Recorded): Promise<void> {
    const target = { type: "view", id: (after ?? before)?.id ?? "", name: (after ?? before)?.name };
    const states =
      before && after
        ? difference(forAudit(before), forAudit(after))
        : { before: before && forAudit(before), after: after && forAudit(after) };
    await audit.record(tx, scope, { action, target, ...states });
  }

  return {
    ...forgettingViews(desk),

    list: (scope: Scope, page: ViewPage) => listViews(db, scope, page),

    get: (scope: Scope, id: string): Promise<View> =>
      db.transaction(scope, async (tx) => presentView(tx, scope, await find(tx, scope, id))),

    async create(scope: Scope, input: ViewInput): Promise<View> {
      const { list, name, query, shared } = input;
      assertAllowed(scope, input);
      assertQuery(list, query);
      const view = await db.transaction(scope, async (tx) => {
        await lockMembers(tx, scope);
        const makerId = await makerIn(tx, scope, shared);
        const now = clock.now();
        const row: ViewRow = {
          organization: scope.organization,
          id: newId("view", now),
          list,
          agentId: agentOf(input),
          name,
          nameKey: nameKey(name),
          query,
          shared,
          makerId,
          revision: 1,
          createdAt: new Date(now),
        };
        await assertRoom(tx, row);
        await tx.insert(savedViews).values(row);
        if (shared) await record(tx, scope, { action: "view.shared", after: row });
        return presentView(tx, scope, row);
      });
      changed(scope, view);
      return view;
    },

    /** `check` sees the revision that would be changed. */
    async change(
      scope: Scope,
      id: string,
      { input, check }: { input: ViewChange; check: (revision: number) => void },
    ): Promise<View> {
      const { view, wasShared } = await db.transaction(scope, async (tx) => {
        await lockMembers(tx, scope);
        const before = await findToChange(tx, scope, id);
        check(before.revision);
        const after = changedRow(scope, before, input);
        await assertRoom(tx, after);
        const { name, nameKey: key, query, shared, revision } = after;
        await tx.update(savedViews).set({ name, nameKey: key, query, shared, revision }).where(own(scope, id));
        const action = before.shared ? (shared ? "view.changed" : "view.unshared") : shared ? "view.shared" : null;
        if (action !== null) await record(tx, scope, { action, before, after });
        return { view: await presentView(tx, scope, after), wasShared: before.shared };
      });
      changed(scope, { id, shared: view.shared || wasShared });
      return view;
    },

    async remove(scope: Scope, id: string): Promise<void> {
      const shared = await db.transaction(scope, async (tx) => {
        await lockMembers(tx, scope);
        const before = await findToChange(tx, scope, id);
        await tx.delete(savedViews).where(own(scope, id));
        if (before.shared) await record(tx, scope, { action: "view.removed", before });
        return before.shared;
      });
      changed(scope, { id, shared });
    },
  };
}

export type Views = ReturnType<typeof createViews>;

function changedRow(scope: Scope, before: ViewRow, input: ViewChange): ViewRow {
  const { name = before.name, query = before.query, shared = before.shared } = input;
  assertQuery(before.list, query);
  if (before.shared && !shared && !isMine(scope, before)) {
    throw new Fault("forbidden", "Only who made a view can keep it to themselves again. Delete it instead.");
  }
  return { ...before, name, nameKey: nameKey(name), query, shared, revision: before.revision + 1 };
}

/** Who made it, still a member while the transaction runs. Programs have nothing to themselves. */
async function makerIn(tx: Tx, scope: Scope, shared: boolean): Promise<string | null> {
  const memberId = memberOf(scope);
  if (memberId === null) {
    if (!shared) throw new Fault("invalid_request", "A key has no views of its own: share it.", { field: "shared" });
    if (scope.permissions.has("organization:write")) return null;
    throw new Fault("forbidden", "For shared views a key needs the scope organization:write.");
  }
  const [row] = await tx
    .select({ id: members.userId })
    .from(members)
    .where(and(eq(members.organization, scope.organization), eq(members.userId, memberId)));
  if (!row) throw new Fault("forbidden", "You do not belong to this organization any more.");
  return memberId;
}

function assertAllowed(scope: Scope, { list, agentId }: ViewInput): void {
  const { permission, ofAgent } = viewLists[list];
  if (!scope.permissions.has(permission)) throw new Fault("forbidden", "You may not see that list.");
  if (ofAgent && agentId === undefined) {
    throw new Fault("invalid_request", "Every agent has a list of these: say which agent's.", { field: "agentId" });
  }
}

const agentOf = ({ list, agentId }: ViewInput) => (viewLists[list].ofAgent ? (agentId ?? null) : null);

function assertQuery(list: ViewRow["list"], query: ViewQuery): void {
  const strange = strangeNameIn(list, query);
  if (strange === undefined) return;
  throw new Fault("invalid_request", `This list has no filter named ${strange}.`, { field: `query.${strange}` });
}

const forAudit = ({ name, list, query, shared }: ViewRow) => ({ name, list, query, shared });
