/** Who may see the list sees its shared views, and a member those of their own. */
import { viewListNames, viewLists } from "@parley/contracts";
import { and, eq, inArray, or, type Scope, type SQL } from "../../platform/index.ts";
import { savedViews } from "./tables.ts";

interface Made {
  shared: boolean;
  makerId: string | null;
}

export const memberOf = ({ actor }: Scope): string | null => (actor.type === "member" ? actor.id : null);

export const isMine = (scope: Scope, { makerId }: Made): boolean => makerId !== null && makerId === memberOf(scope);

/** Of those that one sees. */
export const mayChange = (scope: Scope, view: Made): boolean =>
  isMine(scope, view) || (view.shared && scope.permissions.has("organization:write"));

export function visibleTo(scope: Scope): SQL | undefined {
  const lists = viewListNames.filter((name) => scope.permissions.has(viewLists[name].permission));
  const memberId = memberOf(scope);
  return and(
    eq(savedViews.organization, scope.organization),
    inArray(savedViews.list, lists),
    or(eq(savedViews.shared, true), memberId === null ? undefined : eq(savedViews.makerId, memberId)),
  );
}
