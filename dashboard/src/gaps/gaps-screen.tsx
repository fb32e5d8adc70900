import { useLocation } from "@tanstack/react-router";
import { useState } from "react";
import { at } from "../addresses.ts";
import { KnowledgePage } from "../knowledge/knowledge-page.tsx";
import { languageName } from "../knowledge/language-name.ts";
import {
  useAgentId,
  useGet,
  useList,
  useOrganizationId,
  useParam,
  usePermissions,
  useSearchState,
  useSend,
} from "../live/index.ts";
import { Button, DataTable, Empty, FilterBar, LoadMore, RowsView, Select, useFilters } from "../ui/index.ts";
import { gapColumns } from "./gap-columns.tsx";
import { GapPanel } from "./gap-panel.tsx";
import { GapsNav } from "./gaps-nav.tsx";
import { useGapTexts } from "./texts.ts";
import { causes, oneOf, orders, periods, statuses } from "./types.ts";
import { WriteAnswerPanel } from "./write-answer-panel.tsx";

/** What visitors asked in vain, by what it is about; one topic, or the answer to it, in a panel beside. */
export function GapsScreen() {
  const texts = useGapTexts();
  const organization = useOrganizationId() ?? "";
  const agent = useAgentId() ?? "";
  const id = useParam("gap");
  const { pathname } = useLocation();
  const { can } = usePermissions();
  const mayWrite = can("knowledge:write");
  const [search] = useSearchState();
  const { filtered, clear } = useFilters(["q", "cause", "language"]);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const status = oneOf(statuses, search["status"]) ?? "open";
  const days = oneOf(periods, search["days"]) ?? "30";
  const order = oneOf(orders, search["order"]) ?? "most";
  const cause = oneOf(causes, search["cause"]);
  const { q, language } = search;
  const list = useList(
    "/v1/agents/{id}/gaps",
    {
      id: agent,
      limit: 100,
      status,
      days: Number(days),
      order,
      ...(q && { q }),
      ...(cause && { cause }),
      ...(language && { language }),
    },
    { keep: true, live: ["conversations"] },
  );
  const writes = pathname.endsWith("/answer") && mayWrite;
  const panel =
    id !== "" && (writes ? <WriteAnswerPanel key={id} id={id} /> : <GapPanel key={id} id={id} days={Number(days)} />);
  const empty = { open: texts.none, answered: texts.noneAnswered, ignored: texts.noneIgnored }[status];
  return (
    <KnowledgePage panel={panel}>
      <GapsNav />
      <GapFilters agent={agent} days={days} order={order} />
      <RowsView
        query={list}
        skeleton="rows"
        filtered={filtered}
        onClearFilters={clear}
        empty={<Empty picture="conversation" title={empty} {...(status === "open" && { text: texts.noneText })} />}
      >
        {(rows) => (
          <DataTable
            label={texts.topics}
            rows={rows}
            rowId={(topic) => topic.id}
            columns={gapColumns(texts)}
            to={(topic) => at.agent(organization, agent, `knowledge/gaps/${topic.id}`)}
            currentId={id || null}
            {...(mayWrite &&
              status !== "answered" && {
                selected,
                onSelect: setSelected,
                bulk: (ids: readonly string[]) => (
                  <GapsBulk
                    ids={ids}
                    action={status === "open" ? "ignore" : "open"}
                    onDone={() => setSelected(new Set())}
                  />
                ),
              })}
            after={<LoadMore list={list} />}
          />
        )}
      </RowsView>
    </KnowledgePage>
  );
}

interface FiltersProps {
  agent: string;
  days: (typeof periods)[number];
  order: (typeof orders)[number];
}

function GapFilters({ agent, days, order }: FiltersProps) {
  const texts = useGapTexts();
  const [, setSearch] = useSearchState();
  return (
    <FilterBar views={{ list: "gaps", agentId: agent }} filters={useGapFilters(agent)} search={texts.search}>
      <Select
        label={texts.period}
        value={days}
        onChange={(next) => setSearch({ days: next === "30" ? null : next })}
        options={periods.map((value) => ({ value, label: texts.days[value] }))}
      />
      <Select
        label={texts.order}
        value={order}
        onChange={(next) => setSearch({ order: next === "most" ? null : next })}
        options={orders.map((value) => ({ value, label: texts.orders[value] }))}
      />
    </FilterBar>
  );
}

function useGapFilters(agent: string) {
  const texts = useGapTexts();
  const summary = useGet("/v1/agents/{id}/knowledge", { id: agent });
  return [
    {
      name: "status",
      label: texts.status,
      options: statuses.map((value) => ({ value, label: texts.statuses[value] })),
    },
    { name: "cause", label: texts.cause, options: causes.map((value) => ({ value, label: texts.causes[value] })) },
    {
      name: "language",
      label: texts.language,
      options: (summary.data?.languages ?? []).map((value) => ({ value, label: languageName(value) })),
    },
  ].filter(({ options }) => options.length > 0);
}

interface BulkProps {
  ids: readonly string[];
  action: "ignore" | "open";
  onDone: () => void;
}

function GapsBulk({ ids, action, onDone }: BulkProps) {
  const texts = useGapTexts();
  const agent = useAgentId() ?? "";
  const bulk = useSend("post", "/v1/agents/{id}/gaps/bulk", {
    changes: ["gaps", "answer-suggestions"],
    done: ({ changed }) => texts.changed(changed),
    onDone,
  });
  return (
    <Button
      size="small"
      loading={bulk.isSending}
      onClick={() => bulk.send({ params: { id: agent }, body: { action, ids: ids.slice(0, 200) } })}
    >
      {action === "ignore" ? texts.ignore : texts.reopen}
    </Button>
  );
}
