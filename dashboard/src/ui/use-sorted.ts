import { useMemo } from "react";
import { useSearchState } from "../live/use-search-state.ts";
import type { Column } from "./data-table.tsx";

export interface Sorting<Row> {
  rows: readonly Row[];
  by: string | undefined;
  down: boolean;
  press: (id: string) => void;
}

/** The order stands in the address: `sort=name`, `sort=-name`. */
export function useSorted<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): Sorting<Row> {
  const [search, setSearch] = useSearchState();
  const wish = search["sort"] ?? "";
  const down = wish.startsWith("-");
  const by = wish.replace(/^-/, "");
  const key = columns.find(({ id }) => id === by)?.sort;
  const sorted = useMemo(
    () => (key ? rows.toSorted((a, b) => compare(key(a), key(b), down)) : rows),
    [rows, key, down],
  );
  return {
    rows: sorted,
    by: key ? by : undefined,
    down,
    press: (id) => setSearch({ sort: by !== id ? id : down ? null : `-${id}` }),
  };
}

function compare(a: string | number | null, b: string | number | null, down: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const order = typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));
  return down ? -order : order;
}
const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
