/** Like LiveChange of the contracts; the name of a resource may also be one that no news are told of. */
export interface Change {
  resource: string;
  id: string | null;
  agentId: string | null;
}

/** What a query shows: an address of the API, its parameters, and the organization. */
export type QueryName = readonly [path: string, params: Readonly<Record<string, unknown>>, organization: string | null];

/** Whether something shown under `name` may look different after `change`. `also` are further resources it is made of. */
export function matchChange(name: QueryName, change: Change, also: readonly string[] = []): boolean {
  const [path, params] = name;
  const parts = path.split("/").filter((part) => part !== "");
  const idAfter = (at: number): unknown => {
    const placeholder = /^\{(\w+)\}$/.exec(parts[at + 1] ?? "")?.[1];
    return placeholder === undefined ? undefined : params[placeholder];
  };
  const agentAt = parts.indexOf("agents");
  const agent = agentAt < 0 ? params["agentId"] : idAfter(agentAt);
  const foreign = change.agentId !== null && typeof agent === "string" && agent !== change.agentId;
  if (also.includes(change.resource)) return !foreign;
  const at = parts.indexOf(change.resource === "organization" ? "organizations" : change.resource);
  if (at < 0 || foreign) return false;
  const own = idAfter(at);
  return own === undefined || change.id === null || own === change.id;
}
