/** People's names and addresses belong to no organization; the server itself reads those of the members that are shown. */
import { SYSTEM, type Tx } from "../../platform/index.ts";

export interface Somebody {
  id: string;
  name: string;
  email: string;
  image: string | null;
}

/** By id; who is gone is left out. */
export async function readPeople(tx: Tx, ids: readonly string[]): Promise<Map<string, Somebody>> {
  if (ids.length === 0) return new Map();
  const [rows = []] = await tx.batch(
    [{ text: "select id, name, email, image from auth_users where id = any($1::text[])", values: [[...ids]] }],
    SYSTEM,
  );
  return new Map(
    rows.map((row) => [
      String(row["id"]),
      {
        id: String(row["id"]),
        name: String(row["name"]),
        email: String(row["email"]),
        image: row["image"] === null ? null : String(row["image"]),
      },
    ]),
  );
}
