import { type LiveResource, liveChange, type LiveChange, type MemberPermission } from "@parley/contracts";

/** Who may read a resource hears that it changed; `any`: every member. */
const needed: Record<LiveResource, MemberPermission | "any"> = {
  organization: "organization:read",
  members: "members:read",
  invitations: "members:read",
  teams: "members:read",
  roles: "members:read",
  keys: "keys:read",
  connections: "connections:read",
  "connected-accounts": "connections:read",
  "audit-entries": "audit:read",
  mails: "mail:read",
  agents: "agents:read",
  versions: "agents:read",
  installs: "agents:read",
  sources: "knowledge:read",
  pages: "knowledge:read",
  documents: "knowledge:read",
  files: "knowledge:read",
  recalls: "conversations:read",
  archives: "agents:read",
  "verified-answers": "knowledge:read",
  gaps: "conversations:read",
  "answer-suggestions": "conversations:read",
  overlaps: "knowledge:read",
  products: "knowledge:read",
  probes: "knowledge:read",
  conversations: "conversations:read",
  messages: "conversations:read",
  synonyms: "knowledge:read",
  embeddings: "knowledge:read",
  views: "any",
};

/** What is on the topic of an organization, if it is for these ears. */
export function mayHear(permissions: ReadonlySet<string>, data: unknown): LiveChange | undefined {
  const change = liveChange.safeParse(data);
  if (!change.success) return undefined;
  const permission = needed[change.data.resource];
  return permission === "any" || permissions.has(permission) ? change.data : undefined;
}

/** News after which somebody may be here no more, or may see less. */
const aboutAccess: ReadonlySet<LiveResource> = new Set(["organization", "members", "roles", "keys"]);

export function concernsAccess(data: unknown): boolean {
  const change = liveChange.safeParse(data);
  return change.success && aboutAccess.has(change.data.resource);
}
