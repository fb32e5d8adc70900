import type { z } from "zod";
import type { Database, Scope } from "../../platform/index.ts";
import { type ArchivePart, archivePart, type IdKind } from "./part.ts";

export interface TablePart {
  name: string;
  table: string;
  /** SQL on `t`: which rows are the agent's ($1 organization, $2 agent). */
  which: string;
  /** Columns that stand for a row, in the order of which rows are read: texts or numbers. */
  key: readonly string[];
  /** Names of the columns that are written and read, as they are in the table. */
  line: z.ZodObject;
  /** Columns that hold ids of things in the archive. */
  ids: Readonly<Record<string, IdKind>>;
  /** What is set in place of what was there, as SQL: it says nothing of the agent, or nobody may bring it along. */
  set?: Readonly<Record<string, string>>;
  /** Whether the table names the agent. */
  ofAgent: boolean;
  /** Lines that are left out here. */
  takes?: (line: Record<string, unknown>) => boolean;
  /** After each piece. */
  afterPiece?: (scope: Scope, agentId: string) => Promise<void>;
}

const AT_ONCE = 200;

/** Rows of a table, as they are. */
export function tablePart(db: Database, part: TablePart): ArchivePart {
  const columns = Object.keys(part.line.shape);
  const order = part.key.map((column) => `t.${column}`).join(", ");
  return archivePart({
    name: part.name,
    line: part.line,
    async *write(scope, agentId) {
      for (let after: unknown[] | null = null; ;) {
        const beyond: string =
          after === null ? "" : `and (${order}) > (${part.key.map((_, at) => `$${at + 4}`).join(", ")})`;
        const [rows = []]: Record<string, unknown>[][] = await db.batch(scope, [
          {
            text: `select to_jsonb(t) as line, ${order} from ${part.table} t where t.organization = $1::int and ${part.which}
              ${beyond} order by ${order} limit $3::int`,
            values: [scope.organization, agentId, AT_ONCE, ...(after ?? [])],
          },
        ]);
        for (const { line } of rows) yield part.line.parse(line);
        const last = rows.at(-1);
        if (rows.length < AT_ONCE || !last) return;
        after = part.key.map((column) => last[column]);
      }
    },
    async read(into, lines) {
      const { scope, agentId } = into;
      const taken = lines.filter((line) => part.takes?.(line) ?? true).map((line) => ({ ...line }));
      for (const line of taken)
        for (const [column, kind] of Object.entries(part.ids)) {
          const id = line[column];
          if (typeof id === "string") line[column] = into.idOf(kind, id);
        }
      const set = part.set ?? {};
      const own = columns.filter((column) => !(column in set));
      const names = ["organization", ...(part.ofAgent ? ["agent_id"] : []), ...own, ...Object.keys(set)];
      const values = [
        "$1::int",
        ...(part.ofAgent ? ["$2::text"] : []),
        ...own.map((column) => `x.${column}`),
        ...Object.values(set),
      ];
      await db.batch(scope, [
        {
          text: `insert into ${part.table} (${names.join(", ")}) select ${values.join(", ")}
            from jsonb_populate_recordset(null::${part.table}, $3::text::jsonb) x
            where $2::text is not null on conflict do nothing`,
          values: [scope.organization, agentId, JSON.stringify(taken)],
        },
      ]);
      await part.afterPiece?.(scope, agentId);
    },
  });
}
