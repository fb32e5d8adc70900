import { createTexts } from "../texts/create-texts.ts";

export const texts = {
  roles: "Roles",
  rolesText: "A role says what a member may do. The server checks it on every request.",
  newRole: "New role",
  editRole: "Role",
  permission: "Permission",
  allowed: "Allowed",
  notAllowed: "Not allowed",
  matrix: "What each role allows",
  builtIn: "Built in",
  own: "Your own",
  count: (count: number) => (count === 1 ? "1 member" : `${count} members`),
  name: "Name",
  namePlaceholder: "Support lead",
  permissions: "Permissions",
  permissionsHelp: "You can give what you may do yourself. Owning stays with owners.",
  create: "Make role",
  created: (name: string) => `${name} was made`,
  save: "Save changes",
  saved: "Saved: it counts at once for everybody who has the role",
  remove: "Delete role",
  removeTitle: (name: string) => `Delete ${name}?`,
  removeText: "Nobody has this role.",
  removeUsedText: (count: number) =>
    count === 0
      ? "If somebody is invited to it, they get this role instead."
      : `${count === 1 ? "1 member has" : `${count} members have`} this role. Choose what they get instead.`,
  replacement: "They get instead",
  removed: (name: string) => `${name} was deleted`,
  ownRoles: "Roles of your own",
  noOwn: "Fit roles to how you work",
  noOwnText: "Make one that allows exactly what somebody needs.",
  needsOne: "Choose at least one permission.",
  open: (name: string) => `Open ${name}`,
};

export const useRolesTexts = createTexts(texts, {});
