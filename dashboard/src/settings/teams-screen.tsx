import { PlusIcon } from "@heroicons/react/16/solid";
import { useLocation } from "@tanstack/react-router";
import { at } from "../addresses.ts";
import { useList, useOrganizationId, useParam, usePermissions } from "../live/index.ts";
import { Avatar, Button, type Column, DataTable, Empty, LoadMore, Page, RowsView, Time } from "../ui/index.ts";
import { TeamPanel } from "./team-panel.tsx";
import { useTeamsTexts } from "./teams-texts.ts";
import type { Team } from "./use-roles.ts";

/** The teams of the organization; one of them in a panel beside. */
export function TeamsScreen() {
  const texts = useTeamsTexts();
  const organization = useOrganizationId() ?? "";
  const { can } = usePermissions();
  const { pathname } = useLocation();
  const id = useParam("team");
  const list = useList("/v1/teams", { limit: 100 }, { live: ["members"] });
  const action = can("members:write") && (
    <Button look="primary" icon={PlusIcon} to={at.settings(organization, "teams/new")}>
      {texts.newTeam}
    </Button>
  );
  const isNew = pathname.endsWith("/teams/new") && can("members:write");
  const panel = isNew ? <TeamPanel /> : id !== "" && <TeamPanel key={id} id={id} />;
  return (
    <Page title={texts.teams} description={texts.teamsText} action={action} panel={panel}>
      <RowsView
        query={list}
        skeleton="rows"
        empty={<Empty picture="people" title={texts.noTeams} text={texts.noTeamsText} pageAction />}
      >
        {(rows) => (
          <DataTable
            label={texts.teams}
            rows={rows}
            rowId={(team) => team.id}
            columns={columnsOf(texts)}
            to={(team) => at.settings(organization, `teams/${team.id}`)}
            currentId={id || null}
            after={<LoadMore list={list} />}
          />
        )}
      </RowsView>
    </Page>
  );
}

const columnsOf = (texts: ReturnType<typeof useTeamsTexts>): Column<Team>[] => [
  {
    id: "name",
    header: texts.name,
    phone: "title",
    sort: ({ name }) => name,
    cell: ({ name }) => <bdi className="block truncate font-medium">{name}</bdi>,
  },
  {
    id: "members",
    header: texts.members,
    width: "16rem",
    sort: ({ members }) => members.length,
    cell: ({ members }) => <Faces members={members} />,
  },
  {
    id: "made",
    header: texts.made,
    width: "9rem",
    align: "end",
    phone: "hide",
    sort: ({ createdAt }) => createdAt,
    cell: ({ createdAt }) => <Time at={createdAt} style="date" />,
  },
];

const SHOWN = 5;

function Faces({ members }: Pick<Team, "members">) {
  const texts = useTeamsTexts();
  if (members.length === 0) return <span className="text-muted">{texts.nobody}</span>;
  return (
    <span className="flex items-center gap-2">
      <span aria-hidden className="flex -space-x-1.5">
        {members.slice(0, SHOWN).map(({ userId, name, image }) => (
          <Avatar key={userId} name={name} size={24} {...(image !== null && { src: image })} />
        ))}
      </span>
      <span className="text-sm text-muted">{texts.count(members.length)}</span>
    </span>
  );
}
