/** The lists of which views can be saved, and what a view of each may hold. Without zod: the dashboard reads it early. */
import type { MemberPermission } from "./permissions.ts";

interface ViewList {
  /** Who may see the list may see its views. */
  permission: MemberPermission;
  /** Whether there is one list for each agent. */
  ofAgent: boolean;
  /** What a view may hold, as the addresses of the dashboard name it. */
  names: readonly string[];
}

export const viewLists = {
  conversations: {
    permission: "conversations:read",
    ofAgent: false,
    names: ["q", "agentId", "outcome", "rating", "corrected", "channel", "since", "language"],
  },
  agents: { permission: "agents:read", ofAgent: false, names: ["q", "status", "sort"] },
  documents: { permission: "knowledge:read", ofAgent: true, names: ["q", "source", "language", "order"] },
  files: { permission: "knowledge:read", ofAgent: true, names: ["q", "status"] },
  "verified-answers": {
    permission: "knowledge:read",
    ofAgent: true,
    names: ["q", "enabled", "state", "tag", "language", "sort"],
  },
  gaps: {
    permission: "conversations:read",
    ofAgent: true,
    names: ["q", "status", "days", "cause", "language", "order"],
  },
  products: {
    permission: "knowledge:read",
    ofAgent: true,
    names: ["q", "category", "stock", "minPrice", "maxPrice", "origin", "source", "sort"],
  },
  members: { permission: "members:read", ofAgent: false, names: ["q", "role", "team", "sort"] },
  "audit-entries": { permission: "audit:read", ofAgent: false, names: ["kind", "by", "since"] },
  mails: { permission: "mail:read", ofAgent: false, names: ["state"] },
} as const satisfies Record<string, ViewList>;

export type ViewListName = keyof typeof viewLists;

export const viewListNames = Object.keys(viewLists).filter(isViewListName);

export function isViewListName(text: string): text is ViewListName {
  return Object.hasOwn(viewLists, text);
}

/** What views of a list may hold. */
export const viewNamesOf = (list: ViewListName): readonly string[] => viewLists[list].names;

/** So many views a list may a member have. */
export const MOST_VIEWS = 50;
/** So many views of a list may be shared: with one's own they fit on one page. */
export const MOST_SHARED_VIEWS = 150;
