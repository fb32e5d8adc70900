import { EllipsisHorizontalIcon, PlusIcon } from "@heroicons/react/16/solid";
import { useState } from "react";
import { at } from "../addresses.ts";
import { useGet, useList, useOrganizationId, usePermissions, useSearchState } from "../live/index.ts";
import {
  Avatar,
  Button,
  type Column,
  DataTable,
  Empty,
  FilterBar,
  IconButton,
  LoadMore,
  Menu,
  Num,
  Page,
  RowsView,
  SegmentedControl,
  Time,
} from "../ui/index.ts";
import { type AgentActions, AgentMenuItems, useAgentActions } from "./agent-actions.tsx";
import { AgentState } from "./agent-state.tsx";
import { BulkBar } from "./bulk-bar.tsx";
import { ImportAgent, ImportButton } from "./import-agent.tsx";
import { type AgentTexts, useAgentsTexts } from "./texts.ts";
import type { AgentRow } from "./types.ts";

const shown = ["active", "archived", "all"] as const;

/** All agents of the organization. */
export function AgentsScreen() {
  const texts = useAgentsTexts();
  const organization = useOrganizationId() ?? "";
  const { can } = usePermissions();
  const [search, setSearch] = useSearchState();
  const status = shown.find((name) => name === search["status"]) ?? "active";
  const list = useList("/v1/agents", { q: search["q"], status, limit: 100 }, { keep: true });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const actions = useAgentActions();
  const mayWrite = can("agents:write");
  const columns = useColumns(list.rows, { texts, actions: mayWrite ? actions : null });
  const make = mayWrite && (
    <>
      <ImportButton />
      <Button look="primary" icon={PlusIcon} to={at.start(organization)}>
        {texts.newAgent}
      </Button>
    </>
  );
  const isFiltered = Boolean(search["q"]) || status !== "active";
  return (
    <Page title={texts.agents} description={texts.agentsText} action={make}>
      <FilterBar views={{ list: "agents" }} filters={[]} search={texts.find}>
        <SegmentedControl
          label={texts.statusFilter}
          value={status}
          onChange={(next) => setSearch({ status: next === "active" ? null : next })}
          options={shown.map((value) => ({ value, label: texts[value] }))}
        />
      </FilterBar>
      <RowsView
        query={list}
        skeleton="rows"
        filtered={isFiltered}
        onClearFilters={() => setSearch({ q: null, status: null, view: null })}
        empty={<Empty picture="agent" title={texts.noAgents} text={texts.noAgentsText} pageAction />}
      >
        {(rows) => (
          <DataTable
            label={texts.agents}
            rows={rows}
            rowId={(agent) => agent.id}
            columns={columns}
            to={(agent) => at.agent(organization, agent.id)}
            selected={selected}
            {...(mayWrite && { onSelect: setSelected })}
            bulk={(ids) => <BulkBar ids={ids} rows={rows} onDone={() => setSelected(new Set())} />}
            after={<LoadMore list={list} />}
          />
        )}
      </RowsView>
      {actions.dialogs}
      {mayWrite && <ImportAgent />}
    </Page>
  );
}

/** With what visitors did lately, asked for once the agents are there. */
function useColumns(
  rows: readonly AgentRow[],
  { texts, actions }: { texts: AgentTexts; actions: AgentActions | null },
): Column<AgentRow>[] {
  const ids = rows.slice(0, 200).map(({ id }) => id);
  const activity = useGet(
    "/v1/agents/activity",
    { ids: ids.join(",") },
    { enabled: ids.length > 0, live: ["conversations"], keep: true },
  );
  const byAgent = new Map(activity.data?.data.map((one) => [one.agentId, one]));
  const lastOf = ({ id, updatedAt }: AgentRow) => byAgent.get(id)?.lastMessageAt ?? updatedAt;
  return [
    {
      id: "name",
      header: texts.name,
      phone: "title",
      sort: ({ name }) => name,
      cell: (agent) => <AgentName agent={agent} />,
    },
    {
      id: "state",
      header: texts.state,
      width: "16rem",
      sort: (agent) => agent.state,
      cell: (agent) => <AgentState agent={agent} />,
    },
    {
      id: "conversations",
      header: texts.conversations30,
      width: "9rem",
      align: "end",
      sort: ({ id }) => byAgent.get(id)?.conversations ?? null,
      cell: ({ id }) => (
        <>
          <Num value={byAgent.get(id)?.conversations ?? 0} />
          <span className="ms-1 md:hidden">{texts.conversationsWord}</span>
        </>
      ),
    },
    {
      id: "answered",
      header: texts.answered,
      width: "7rem",
      align: "end",
      phone: "hide",
      sort: ({ id }) => byAgent.get(id)?.answeredShare ?? null,
      cell: ({ id }) => <Share value={byAgent.get(id)?.answeredShare ?? null} />,
    },
    {
      id: "active",
      header: texts.lastActivity,
      width: "11rem",
      align: "end",
      phone: "aside",
      sort: (agent) => lastOf(agent),
      cell: (agent) => (
        <span className="flex items-center justify-end gap-2">
          <Time at={lastOf(agent)} />
          {actions && (
            <Menu
              trigger={<IconButton size="small" name={texts.actionsFor(agent.name)} icon={EllipsisHorizontalIcon} />}
            >
              <AgentMenuItems agent={agent} actions={actions} />
            </Menu>
          )}
        </span>
      ),
    },
  ];
}

function AgentName({ agent }: { agent: AgentRow }) {
  const texts = useAgentsTexts();
  const site = agent.siteUrl === null ? texts.noSite : new URL(agent.siteUrl).host.replace(/^www\./, "");
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <Avatar square size={20} name={agent.name} src={agent.brand.logoUrl} />
      <span dir="auto" className="truncate font-medium">
        {agent.name}
      </span>
      {site !== agent.name && <span className="truncate text-muted max-md:hidden">{site}</span>}
    </span>
  );
}

function Share({ value }: { value: number | null }) {
  return value === null ? <span className="text-muted">{"–"}</span> : <Num value={value} style="percent" digits={0} />;
}
