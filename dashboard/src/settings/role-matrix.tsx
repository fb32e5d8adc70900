import { CheckIcon, MinusIcon } from "@heroicons/react/16/solid";
import { permissions } from "@parley/contracts/permissions";
import { usePermissionGroups } from "./permission-groups.ts";
import { useRolesTexts } from "./roles-texts.ts";
import type { Role } from "./use-roles.ts";

/** Roles across, permissions down; wide ones scroll under their own first column. */
export function RoleMatrix({ roles }: { roles: readonly Role[] }) {
  const texts = useRolesTexts();
  const groups = usePermissionGroups(permissions);
  return (
    <div
      role="region"
      aria-label={texts.matrix}
      tabIndex={0}
      className="relative max-w-full overflow-x-auto rounded-card border border-line"
    >
      <table className="w-full border-separate border-spacing-0">
        <caption className="sr-only">{texts.matrix}</caption>
        <thead>
          <tr>
            <th scope="col" className={`${first} bg-page py-2.5 text-start text-sm font-medium text-muted`}>
              {texts.permission}
            </th>
            {roles.map((role) => (
              <RoleHead key={role.id} role={role} />
            ))}
          </tr>
        </thead>
        {groups.map(({ name, permissions: rows }) => (
          <tbody key={name}>
            <tr>
              <th scope="rowgroup" colSpan={roles.length + 1} className="border-b border-line bg-page p-0 text-start">
                <span className="sticky start-0 inline-block px-4 py-1.5 text-sm font-medium text-muted">{name}</span>
              </th>
            </tr>
            {rows.map(({ id, words }) => (
              <tr key={id} className="group">
                <th scope="row" className={`${first} bg-surface py-2 text-start font-normal group-hover:bg-hover`}>
                  {words}
                </th>
                {roles.map((role) => (
                  <Mark key={role.id} allowed={role.permissions.includes(id)} />
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

const first = "sticky start-0 z-10 min-w-44 max-w-80 border-b border-line px-4 align-middle md:min-w-64";

function RoleHead({ role: { name, words, members } }: { role: Role }) {
  const texts = useRolesTexts();
  return (
    <th
      scope="col"
      title={words ?? undefined}
      className="min-w-24 border-b border-line bg-page px-2 py-2.5 text-center align-top"
    >
      <span className="line-clamp-2 font-medium wrap-anywhere">{name}</span>
      <span className="block text-xs font-normal whitespace-nowrap text-muted">{texts.count(members)}</span>
    </th>
  );
}

function Mark({ allowed }: { allowed: boolean }) {
  const texts = useRolesTexts();
  const Glyph = allowed ? CheckIcon : MinusIcon;
  return (
    <td className="border-b border-line bg-surface px-2 py-2 text-center group-hover:bg-hover">
      <Glyph aria-hidden className={`mx-auto size-4 ${allowed ? "text-success-text" : "text-line-control"}`} />
      <span className="sr-only">{allowed ? texts.allowed : texts.notAllowed}</span>
    </td>
  );
}
