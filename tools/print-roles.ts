/** Prints docs/roles.md from the table that the server checks. `node tools/print-roles.ts` after changing it. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { keyScopes, permissions, permissionWords, roleNames, roles } from "../contracts/src/permissions.ts";

export const ROLES_PAGE = join(import.meta.dirname, "..", "docs", "roles.md");

export function printRoles(): string {
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const mark = (yes: boolean) => (yes ? "yes" : "–");
  const held = (name: (typeof roleNames)[number], permission: string) =>
    roles[name].permissions.some((one) => one === permission);
  return [
    "# Roles and scopes",
    "",
    "What a member may do is said by one role in each organization; what a program may do, by the scopes of its API key.",
    "The server checks every request against this table. It is printed from `contracts/src/permissions.ts` by",
    "`node tools/print-roles.ts`, and a test holds it to that.",
    "",
    ...roleNames.map(
      (name) => `- **${name}**: ${roles[name].words.charAt(0).toLowerCase()}${roles[name].words.slice(1)}.`,
    ),
    "",
    row(["permission", "allows to", ...roleNames, "key"]),
    row(["---", "---", ...roleNames.map(() => ":-:"), ":-:"]),
    ...permissions.map((name) =>
      row([
        `\`${name}\``,
        permissionWords[name],
        ...roleNames.map((role) => mark(held(role, name))),
        mark(keyScopes.includes(name)),
      ]),
    ),
    "",
    "An organization can make roles of its own out of these permissions, all but `organization:own`. Nobody gives, takes or",
    "rules over more than they may do themselves: an admin makes no owners, and who may invite but not make keys invites nobody",
    "who may. There is always an owner: the last one cannot leave, be removed or take a lesser role before somebody else is",
    "made owner.",
    "",
  ].join("\n");
}

if (import.meta.main) writeFileSync(ROLES_PAGE, printRoles());
