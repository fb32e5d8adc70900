/** Our tables as the catalogue of the database knows them, so that no table can be forgotten in a backup. */
import type { Tx } from "../db/types.ts";

export interface TableShape {
  name: string;
  columns: { name: string; type: string; identity: boolean }[];
}

/** In an order in which rows can be put back: what is referred to comes first. The list of migrations is not among them. */
export async function describeTables(tx: Tx): Promise<TableShape[]> {
  const [columns = [], references = []] = await tx.batch([
    {
      text: `select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type, a.attidentity <> '' as identity
        from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'parley_migrations'
          and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        order by c.relname, a.attnum`,
      values: [],
    },
    {
      text: `select f.relname as from, t.relname as to from pg_constraint k
        join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
        where k.contype = 'f' and k.conrelid <> k.confrelid`,
      values: [],
    },
  ]);
  const tables = new Map<string, TableShape>();
  for (const row of columns) {
    const name = String(row["table"]);
    const table = tables.get(name) ?? { name, columns: [] };
    tables.set(name, table);
    table.columns.push({ name: String(row["column"]), type: String(row["type"]), identity: row["identity"] === true });
  }
  return inOrder(
    tables,
    references.map((row) => ({ from: String(row["from"]), to: String(row["to"]) })),
  );
}

function inOrder(
  tables: ReadonlyMap<string, TableShape>,
  references: readonly { from: string; to: string }[],
): TableShape[] {
  const ordered = new Set<TableShape>();
  const visit = (name: string) => {
    const table = tables.get(name);
    if (!table || ordered.has(table)) return;
    for (const { from, to } of references) if (from === name) visit(to);
    ordered.add(table);
  };
  for (const name of tables.keys()) visit(name);
  return [...ordered];
}

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
