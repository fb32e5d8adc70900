import { idOfName } from "@parley/contracts";
import type { Cells } from "./read-cells.ts";

/**
 * For a file without a column of ids, as small shops keep them: the name tells products apart, so that the same list
 * with other prices changes them. Of several alike the second is `name (2)`. With such a column rows stay as they are.
 */
export function idsOfNames(columns: readonly Pick<Cells[number], "as">[]): (cells: Cells) => Cells {
  if (columns.some(({ as }) => as === "externalId")) return (cells) => cells;
  const seen = new Map<string, number>();
  return (cells) => {
    const id = idOfName(cells.find(({ as }) => as === "name")?.text ?? "");
    if (id === "") return cells;
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return [...cells, { name: "", as: "externalId", text: count === 1 ? id : `${id} (${count})` }];
  };
}
