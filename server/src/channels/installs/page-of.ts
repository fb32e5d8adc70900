import type { Agent } from "@parley/contracts";
import { isListed, readOrigin } from "./read-origin.ts";

export interface PageOf {
  /** Of the page that holds the widget; null where it is none, or one of our own. */
  origin: string | null;
  /** False: the look names domains, and this is none of them. */
  allowed: boolean;
}

/** `origin` is what a browser said of the page around the widget; `own` are addresses of this server. */
export function pageOf(
  agent: Agent,
  { origin, own }: { origin: string | null | undefined; own: readonly (string | null)[] },
): PageOf {
  const read = readOrigin(origin);
  if (read === null || own.some((address) => readOrigin(address) === read)) return { origin: null, allowed: true };
  const allowed = isListed(agent.look.domains, read);
  return { origin: allowed ? read : null, allowed };
}
