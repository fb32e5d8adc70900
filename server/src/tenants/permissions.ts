import type { Permission } from "../platform/index.ts";

/** What a key may be allowed to do, with the words that people read. `admin` is for the server's own token only. */
export const keyScopes = {
  "agents:read": "see agents",
  "agents:write": "make and change agents",
  "knowledge:read": "see and search sources and documents",
  "knowledge:write": "add and remove sources and documents",
  "conversations:read": "read conversations",
  "conversations:write": "rate answers",
  ask: "ask questions",
} as const satisfies Partial<Record<Permission, string>>;

export type KeyScope = keyof typeof keyScopes;

export const allKeyScopes = Object.keys(keyScopes).filter(isKeyScope);

export function isKeyScope(text: string): text is KeyScope {
  return Object.hasOwn(keyScopes, text);
}

export const everyPermission: ReadonlySet<Permission> = new Set<Permission>([...allKeyScopes, "admin"]);
