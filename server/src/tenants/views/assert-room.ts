/** Under the lock of the members: nobody else takes the name or the last place meanwhile. */
import { Fault, MOST_SHARED_VIEWS, MOST_VIEWS } from "@parley/contracts";
import { and, eq, isNull, ne, or, type Tx } from "../../platform/index.ts";
import { savedViews } from "./tables.ts";
import type { ViewRow } from "./views.ts";

/** @throws Fault already_exists where the name is taken among those it stands with, conflict where there are too many */
export async function assertRoom(tx: Tx, view: ViewRow): Promise<void> {
  const { organization, id, list, agentId, makerId, shared } = view;
  const others = await tx
    .select({ nameKey: savedViews.nameKey, shared: savedViews.shared, makerId: savedViews.makerId })
    .from(savedViews)
    .where(
      and(
        eq(savedViews.organization, organization),
        eq(savedViews.list, list),
        agentId === null ? isNull(savedViews.agentId) : eq(savedViews.agentId, agentId),
        ne(savedViews.id, id),
        or(eq(savedViews.shared, true), makerId === null ? undefined : eq(savedViews.makerId, makerId)),
      ),
    );
  const beside = others.filter((other) => other.shared === shared);
  if (beside.some(({ nameKey }) => nameKey === view.nameKey)) {
    throw new Fault("already_exists", "There is a view of this name already. Choose another name.", { field: "name" });
  }
  if (shared && beside.length >= MOST_SHARED_VIEWS) {
    throw new Fault("conflict", `${MOST_SHARED_VIEWS} views of this list are shared already. Remove one first.`);
  }
  if (makerId !== null && others.filter((other) => other.makerId === makerId).length >= MOST_VIEWS) {
    throw new Fault("conflict", `You have ${MOST_VIEWS} views of this list already. Remove one first.`);
  }
}
