/**
 * Who may do what: the one table that the server checks, the dashboard shows and the docs print. A route declares one
 * permission; a member's role, an API key's scopes or a custom role are sets of them.
 */

/** Each with the words that people read. */
export const permissionWords = {
  "agents:read": "see agents and how they behave",
  "agents:write": "make, change and publish agents",
  "knowledge:read": "see and search sources, documents and verified answers",
  "knowledge:write": "add, change and remove sources, documents and verified answers",
  "conversations:read": "read conversations",
  "conversations:write": "rate, correct and delete conversations",
  ask: "ask agents questions",
  "organization:read": "see the organization, its use and its limits",
  "organization:write": "change the organization's name and settings",
  "organization:own": "hand on or delete the organization, and make owners",
  "members:read": "see members, teams, roles and invitations",
  "members:write": "invite, change and remove members, teams and roles",
  "keys:read": "see API keys",
  "keys:write": "make and revoke API keys",
  "connections:read": "see which vendors are connected",
  "connections:write": "connect vendors and change their keys",
  "audit:read": "read and export the audit log",
  "mail:read": "read the mail outbox",
  "mail:write": "send mail of the outbox again",
} as const;

export type MemberPermission = keyof typeof permissionWords;
/** `admin` is for who holds the server itself: its token stands in `run.json`. */
export type Permission = MemberPermission | "admin";

export const permissions = Object.keys(permissionWords).filter(isPermission);

export function isPermission(text: string): text is MemberPermission {
  return Object.hasOwn(permissionWords, text);
}

/** What an API key may never do, whoever makes it: rule over people and over keys. */
const notForKeys: ReadonlySet<MemberPermission> = new Set(["organization:own", "members:write", "keys:write"]);

export const keyScopes: readonly MemberPermission[] = permissions.filter((name) => !notForKeys.has(name));

const reading = permissions.filter((name) => name.endsWith(":read"));
const shared: MemberPermission[] = ["organization:read", "members:read"];

/** The roles that are always there. A custom role has a name and permissions of its own. */
export const roles = {
  owner: { words: "Everything, with handing on and deleting the organization", permissions },
  admin: {
    words: "Everything but owning: members, keys, connections, settings",
    permissions: permissions.filter((name) => name !== "organization:own"),
  },
  editor: {
    words: "Makes agents, their knowledge and their looks",
    permissions: [
      ...shared,
      "agents:read",
      "agents:write",
      "knowledge:read",
      "knowledge:write",
      "conversations:read",
      "conversations:write",
      "ask",
      "connections:read",
    ],
  },
  operator: {
    words: "Talks with visitors and corrects answers",
    permissions: [
      ...shared,
      "agents:read",
      "knowledge:read",
      "knowledge:write",
      "conversations:read",
      "conversations:write",
      "ask",
    ],
  },
  analyst: {
    words: "Sees everything that was said and counted, changes nothing",
    permissions: [...shared, "agents:read", "knowledge:read", "conversations:read"],
  },
  billing: { words: "Sees the organization and what it uses", permissions: shared },
} as const satisfies Record<string, { words: string; permissions: readonly MemberPermission[] }>;

export type RoleName = keyof typeof roles;
export const roleNames = Object.keys(roles).filter(isRoleName);

export function isRoleName(text: string): text is RoleName {
  return Object.hasOwn(roles, text);
}

/** For work that was stored with its organization: everything that its rooms do, and nothing about people or keys. */
export const workPermissions: readonly MemberPermission[] = [
  ...reading,
  "agents:write",
  "knowledge:write",
  "conversations:write",
  "ask",
];
