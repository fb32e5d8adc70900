import { UserPlusIcon } from "@heroicons/react/16/solid";
import { useLocation } from "@tanstack/react-router";
import { at } from "../addresses.ts";
import { useList, useOrganizationId, usePermissions, useSearchState } from "../live/index.ts";
import { Button, Empty, FilterBar, LoadMore, Page, RowsView, useFilters } from "../ui/index.ts";
import { InvitationsList } from "./invitations-list.tsx";
import { InvitePanel } from "./invite-panel.tsx";
import { MembersTable } from "./members-table.tsx";
import { useMembersTexts } from "./members-texts.ts";
import { useRoles, useTeams } from "./use-roles.ts";

const FILTERS = ["q", "role", "team"];

/** Who belongs to the organization and who is invited to it. */
export function MembersScreen() {
  const texts = useMembersTexts();
  const organization = useOrganizationId() ?? "";
  const { can } = usePermissions();
  const { pathname } = useLocation();
  const inviting = pathname.endsWith("/members/invite") && can("members:write");
  const action = can("members:write") && (
    <Button look="primary" icon={UserPlusIcon} to={at.settings(organization, "members/invite")}>
      {texts.invite}
    </Button>
  );
  return (
    <Page title={texts.members} description={texts.membersText} action={action} panel={inviting && <InvitePanel />}>
      <Members narrow={inviting} />
      <section aria-labelledby="invitations" className="mt-10">
        <h2 id="invitations" className="mb-3 text-lg font-semibold">
          {texts.invitations}
        </h2>
        <InvitationsList narrow={inviting} />
      </section>
    </Page>
  );
}

function Members({ narrow }: { narrow: boolean }) {
  const texts = useMembersTexts();
  const [search] = useSearchState();
  const { filtered, clear } = useFilters(FILTERS);
  const roles = useRoles();
  const teams = useTeams();
  const { q, role, team } = search;
  const list = useList(
    "/v1/members",
    { limit: 100, search: q, role, teamId: team },
    { keep: true, live: ["roles", "teams", "keys"] },
  );
  return (
    <>
      <FilterBar
        views={{ list: "members" }}
        search={texts.search}
        filters={[
          { name: "role", label: texts.role, options: roles.map(({ id, name }) => ({ value: id, label: name })) },
          ...(teams.length > 0
            ? [{ name: "team", label: texts.teams, options: teams.map(({ id, name }) => ({ value: id, label: name })) }]
            : []),
        ]}
      />
      <RowsView
        query={list}
        skeleton="rows"
        filtered={filtered}
        onClearFilters={clear}
        empty={<Empty picture="people" title={texts.noMembers} text={texts.noMembersText} />}
      >
        {(rows) => <MembersTable rows={rows} roles={roles} narrow={narrow} after={<LoadMore list={list} />} />}
      </RowsView>
    </>
  );
}
