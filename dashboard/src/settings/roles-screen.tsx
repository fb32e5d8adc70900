import { PlusIcon } from "@heroicons/react/16/solid";
import { useLocation } from "@tanstack/react-router";
import { at } from "../addresses.ts";
import { useGet, useOrganizationId, useParam, usePermissions } from "../live/index.ts";
import { Button, Card, Empty, Page, QueryView, RouteLink } from "../ui/index.ts";
import { RoleMatrix } from "./role-matrix.tsx";
import { RolePanel } from "./role-panel.tsx";
import { useRolesTexts } from "./roles-texts.ts";
import type { Role } from "./use-roles.ts";

/** What each role allows, as one table, and the organization's own roles. */
export function RolesScreen() {
  const texts = useRolesTexts();
  const organization = useOrganizationId() ?? "";
  const { can } = usePermissions();
  const { pathname } = useLocation();
  const id = useParam("role");
  const query = useGet("/v1/roles", undefined, { live: ["members"] });
  const action = can("members:write") && (
    <Button look="primary" icon={PlusIcon} to={at.settings(organization, "roles/new")}>
      {texts.newRole}
    </Button>
  );
  const isNew = pathname.endsWith("/roles/new") && can("members:write");
  const shown = query.data?.data.find((role) => role.id === id);
  const panel = isNew ? <RolePanel /> : shown && <RolePanel key={id} role={shown} />;
  return (
    <Page title={texts.roles} description={texts.rolesText} action={action} panel={panel}>
      <QueryView query={query} skeleton="rows">
        {({ data }) => (
          <div className="space-y-8">
            <RoleMatrix roles={data} />
            <OwnRoles roles={data.filter(({ builtIn }) => !builtIn)} />
          </div>
        )}
      </QueryView>
    </Page>
  );
}

function OwnRoles({ roles }: { roles: readonly Role[] }) {
  const texts = useRolesTexts();
  const organization = useOrganizationId() ?? "";
  return (
    <Card flush title={texts.ownRoles}>
      {roles.length === 0 ? (
        <Empty small picture="people" title={texts.noOwn} text={texts.noOwnText} pageAction />
      ) : (
        <ul className="divide-y divide-line border-t border-line">
          {roles.map(({ id, name, members }) => (
            <li key={id}>
              <RouteLink
                to={at.settings(organization, `roles/${id}`)}
                className="flex min-h-row items-center justify-between gap-3 px-4 py-2 hover:bg-hover pointer-coarse:min-h-11"
              >
                <span className="min-w-0 truncate font-medium">{name}</span>
                <span className="shrink-0 text-sm text-muted">{texts.count(members)}</span>
              </RouteLink>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
