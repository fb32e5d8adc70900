import { describeTables, type TableShape, type Tx } from "../../platform/index.ts";

/** Every table whose rows belong to organizations, as the database itself knows them: none can be forgotten. */
export async function ownedTables(tx: Tx): Promise<TableShape[]> {
  const tables = await describeTables(tx);
  return tables.filter(({ columns }) => columns.some(({ name }) => name === "organization"));
}
