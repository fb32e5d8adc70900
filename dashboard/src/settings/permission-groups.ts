import { type MemberPermission, permissionWords } from "@parley/contracts/permissions";
import { createTexts } from "../texts/create-texts.ts";

export const texts = {
  groups: {
    agents: "Agents",
    knowledge: "Knowledge",
    conversations: "Conversations",
    ask: "Asking",
    organization: "Organization",
    members: "People",
    keys: "API keys",
    connections: "Connections",
    audit: "Audit log",
    mail: "Mail",
  },
  words: permissionWords,
};

export const usePermissionTexts = createTexts(texts, {});

type GroupName = keyof typeof texts.groups;

export interface PermissionGroup {
  name: string;
  permissions: { id: MemberPermission; words: string }[];
}

/** Permissions under the names of what they are about, each with the words that say what it allows. */
export function usePermissionGroups(shown: readonly MemberPermission[]): PermissionGroup[] {
  const { groups, words } = usePermissionTexts();
  const names = Object.keys(groups).filter((name): name is GroupName => Object.hasOwn(groups, name));
  return names
    .map((name) => ({
      name: groups[name],
      permissions: shown.filter((id) => id.split(":")[0] === name).map((id) => ({ id, words: capital(words[id]) })),
    }))
    .filter(({ permissions }) => permissions.length > 0);
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
