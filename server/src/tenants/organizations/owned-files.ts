/** Stored files are named after the ids of what they belong to (`agents/agt_.../logo.png`). */
import { type Files, quoted, type Tx } from "../../platform/index.ts";
import { ownedTables } from "./owned-tables.ts";

const ID = /^[a-z]{2,5}_[0-9a-hjkmnp-tv-z]{26}$/;

/** Ids in the names of files that are this organization's. `tx` is the system's or the organization's. */
export async function ownedIds(tx: Tx, files: Files, organization: number): Promise<string[]> {
  const ids = new Set<string>();
  for await (const name of files.list()) for (const id of idsIn(name)) ids.add(id);
  if (ids.size === 0) return [];
  const tables = (await ownedTables(tx)).filter(({ columns }) => columns.some(({ name }) => name === "id"));
  const found = await tx.batch(
    tables.map(({ name }) => ({
      text: `select id::text as id from ${quoted(name)} where organization = $1 and id::text = any($2::text[])`,
      values: [organization, [...ids]],
    })),
  );
  return [...new Set(found.flat().map((row) => String(row["id"])))];
}

export async function* filesOf(files: Files, ids: readonly string[]): AsyncGenerator<string> {
  const own = new Set(ids);
  for await (const name of files.list()) if (idsIn(name).some((id) => own.has(id))) yield name;
}

const idsIn = (name: string) => name.split(/[/.]/).filter((part) => ID.test(part));
