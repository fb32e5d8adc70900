import type { ViewListName } from "@parley/contracts";
import { and, asc, type Database, eq, type Scope, sql } from "../../platform/index.ts";
import { presentViews } from "./present-views.ts";
import { savedViews } from "./tables.ts";
import { visibleTo } from "./who-may.ts";

export interface ViewPage {
  limit: number;
  cursor?: string | undefined;
  list?: ViewListName | undefined;
  agentId?: string | undefined;
}

/** By name. */
export async function listViews(db: Database, scope: Scope, { limit, cursor, list, agentId }: ViewPage) {
  const after = cursor === undefined ? undefined : readCursor(cursor);
  return db.transaction(scope, async (tx) => {
    const rows = await tx
      .select()
      .from(savedViews)
      .where(
        and(
          visibleTo(scope),
          list === undefined ? undefined : eq(savedViews.list, list),
          agentId === undefined ? undefined : eq(savedViews.agentId, agentId),
          after && sql`(${savedViews.nameKey}, ${savedViews.id}) > (${after.key}, ${after.id})`,
        ),
      )
      .orderBy(asc(savedViews.nameKey), asc(savedViews.id))
      .limit(limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      data: await presentViews(tx, scope, shown),
      next: rows.length > limit && last ? `${last.id}.${Buffer.from(last.nameKey).toString("base64url")}` : null,
    };
  });
}

/** One that is not ours begins somewhere. */
function readCursor(cursor: string): { key: string; id: string } {
  const [id = "", key = ""] = cursor.split(".");
  return { id, key: Buffer.from(key, "base64url").toString().replaceAll("\0", "").toWellFormed() };
}
