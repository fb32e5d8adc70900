import { Fault } from "@parley/contracts";
import { asc, desc, type SQL, sql } from "../platform/index.ts";
import type { AgentListQuery } from "./agent-store.ts";
import { agents } from "./tables.ts";

interface Listed {
  id: string;
  sortName: string | null;
  createdAt: Date;
  updatedAt: Date;
}

interface ReadQuery {
  where: SQL[];
  orderBy: SQL[];
  /** What the next page begins after. */
  cursorOf(last: Listed): string;
}

/** As precise as a cursor can be. */
const changedAt = sql`date_trunc('milliseconds', ${agents.updatedAt})`;

/** How a list of agents is filtered, sorted and cut into pages, as SQL. Ids sort by when they were made. */
export function readListQuery({ q, status, sort, cursor }: AgentListQuery): ReadQuery {
  const isDown = sort.startsWith("-");
  const by = sort.replace("-", "");
  const key: SQL | null = by === "name" ? sql`coalesce(${agents.sortName}, '')` : by === "updatedAt" ? changedAt : null;
  const where: SQL[] = [];
  if (status !== "all") where.push(sql`${agents.status} = ${status}`);
  if (q !== undefined && q !== "") {
    const part = `%${q.toLowerCase().replace(/[\\%_]/gu, (sign) => `\\${sign}`)}%`;
    where.push(sql`(${agents.sortName} like ${part} or lower(${agents.siteUrl}) like ${part})`);
  }
  if (cursor !== undefined) where.push(after(cursor, { by, isDown }));
  const direction = isDown ? desc : asc;
  return {
    where,
    orderBy: [...(key === null ? [] : [direction(key)]), direction(agents.id)],
    cursorOf(last) {
      const value = by === "name" ? (last.sortName ?? "") : by === "updatedAt" ? last.updatedAt.toISOString() : "";
      return Buffer.from(JSON.stringify([last.id, value])).toString("base64url");
    },
  };
}

function after(cursor: string, { by, isDown }: { by: string; isDown: boolean }): SQL {
  const { id, value } = readCursor(cursor);
  const sign = sql.raw(isDown ? "<" : ">");
  if (by === "name") return sql`(coalesce(${agents.sortName}, ''), ${agents.id}) ${sign} (${value}, ${id})`;
  if (by === "updatedAt") return sql`(${changedAt}, ${agents.id}) ${sign} (${value}::timestamptz, ${id})`;
  return sql`${agents.id} ${sign} ${id}`;
}

function readCursor(cursor: string): { id: string; value: string } {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(read) && read.length === 2) return { id: String(read[0]), value: String(read[1]) };
  } catch {
    // Told below.
  }
  throw new Fault("invalid_request", "This cursor is not one of ours.", { field: "cursor" });
}
