import type { Query, QueryClient } from "@tanstack/react-query";
import { type Change, matchChange, type QueryName } from "./match-change.ts";

/** Asks again for everything shown that a change may have touched; what is not shown is asked for when it is. */
export function apply(queries: QueryClient, change: Change): void {
  void queries.invalidateQueries({ predicate: (query) => isTouched(query, change) });
}

/** After a new connection: nobody knows what was missed. */
export function applyAll(queries: QueryClient): void {
  void queries.invalidateQueries();
}

function isTouched(query: Query, change: Change): boolean {
  const [path, params, organization] = query.queryKey;
  if (typeof path !== "string" || typeof params !== "object" || params === null) return false;
  const name: QueryName = [path, { ...params }, typeof organization === "string" ? organization : null];
  const live: unknown = query.meta?.["live"];
  return matchChange(name, change, Array.isArray(live) ? live.map(String) : []);
}
