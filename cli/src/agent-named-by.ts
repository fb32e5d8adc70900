import { idSchema } from "@parley/contracts";

/**
 * The agent that is meant by its id, or by the address of its `/try` page; null for the address of a website.
 * Ids are the same wherever the server is reached, so neither host nor port matters.
 */
export function agentNamedBy(target: string): string | null {
  const last = /^(?:[^?#]*\/try\/)?([^/?#]+)\/?(?:[?#].*)?$/.exec(target.trim())?.[1];
  return last !== undefined && idSchema("agent").safeParse(last).success ? last : null;
}
