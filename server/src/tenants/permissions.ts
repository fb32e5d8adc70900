import { keyScopes, type MemberPermission, permissions } from "@parley/contracts";
import type { Permission } from "../platform/index.ts";

/** What an API key may be allowed to do. */
export type KeyScope = MemberPermission;

export const allKeyScopes = keyScopes;

export function isKeyScope(text: string): text is KeyScope {
  return keyScopes.some((scope) => scope === text);
}

export const everyPermission: ReadonlySet<Permission> = new Set<Permission>([...permissions, "admin"]);
