import type { View } from "@parley/contracts";
import type { Scope, Tx } from "../../platform/index.ts";
import { readPeople } from "../members/people.ts";
import type { ViewRow } from "./views.ts";
import { isMine, mayChange } from "./who-may.ts";

/** As the one who asks sees them. */
export async function presentViews(tx: Tx, scope: Scope, rows: readonly ViewRow[]): Promise<View[]> {
  const people = await readPeople(tx, [...new Set(rows.flatMap(({ makerId }) => makerId ?? []))]);
  return rows.map((row) => {
    const { id, list, agentId, name, query, shared, makerId, revision, createdAt } = row;
    const maker = makerId === null ? undefined : people.get(makerId);
    return {
      id,
      list,
      agentId,
      name,
      query,
      shared,
      maker: maker ? { userId: maker.id, name: maker.name } : null,
      mine: isMine(scope, row),
      mayChange: mayChange(scope, row),
      revision,
      createdAt: createdAt.toISOString(),
    };
  });
}

export async function presentView(tx: Tx, scope: Scope, row: ViewRow): Promise<View> {
  const [view] = await presentViews(tx, scope, [row]);
  if (!view) throw new Error("a view was not read");
  return view;
}
