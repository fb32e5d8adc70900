import { ArrowUturnLeftIcon, ChevronDownIcon } from "@heroicons/react/16/solid";
import { useState } from "react";
import { at } from "../addresses.ts";
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
import {
  Button,
  ConfirmDialog,
  cx,
  LoadMore,
  Menu,
  MenuItem,
  PublishState,
  QueryView,
  RouteLink,
  RowsView,
  SegmentedControl,
  Time,
} from "../ui/index.ts";
import { ChangesList } from "./changes-list.tsx";
import { nameSetting } from "./name-setting.ts";
import { DraftPage } from "./draft-page.tsx";
import { MoveAgent } from "./move-agent.tsx";
import { useAgentsTexts } from "./texts.ts";
import type { Agent, Version } from "./types.ts";

/** Everything that was published, what each version changed, and the way back. */
export function HistoryScreen() {
  const texts = useAgentsTexts();
  const id = useAgentId() ?? "";
  const agent = useGet("/v1/agents/{id}", { id });
  const list = useList("/v1/agents/{id}/versions", { id, limit: 50 });
  const named = useParam("version");
  return (
    <DraftPage agentId={id} title={texts.history}>
      <RowsView query={list} skeleton="rows">
        {(rows) => {
          const selected = named || (agent.data?.hasDraft === true ? "draft" : String(rows[0]?.number ?? 1));
          return (
            <div className="grid gap-8 lg:grid-cols-[20rem_minmax(0,1fr)]">
              <div className={cx(Boolean(named) && "max-lg:hidden")}>
                <Timeline rows={rows} selected={selected} hasDraft={agent.data?.hasDraft === true} />
                <LoadMore list={list} />
              </div>
              <div className={cx("min-w-0", !named && "max-lg:hidden")}>
                <QueryView query={agent} skeleton="text">
                  {(data) => (
                    <VersionView
                      key={selected}
                      agent={data}
                      name={selected}
                      version={rows.find(({ number }) => String(number) === selected)}
                    />
                  )}
                </QueryView>
              </div>
            </div>
          );
        }}
      </RowsView>
      <div className={cx("mt-10", Boolean(named) && "max-lg:hidden")}>
        <MoveAgent agentId={id} />
      </div>
    </DraftPage>
  );
}

function Timeline({ rows, selected, hasDraft }: { rows: readonly Version[]; selected: string; hasDraft: boolean }) {
  const texts = useAgentsTexts();
  return (
    <nav aria-label={texts.versions}>
      <ol className="relative space-y-1 before:absolute before:inset-y-5 before:start-[1.1875rem] before:w-px before:bg-line">
        {hasDraft && (
          <TimelineRow name="draft" isSelected={selected === "draft"} tone="warning">
            <span className="flex items-center gap-2 font-medium">{texts.draft}</span>
            <PublishState changed />
          </TimelineRow>
        )}
        {rows.map((version) => (
          <TimelineRow
            key={version.number}
            name={String(version.number)}
            isSelected={selected === String(version.number)}
            tone={version.isPublished ? "success" : "neutral"}
          >
            <span className="flex items-center gap-2">
              <span className="font-medium">{texts.version(version.number)}</span>
              {version.isPublished && <PublishState changed={false} />}
            </span>
            <span className="block truncate text-sm">{version.note || <WhatChanged version={version} />}</span>
            <span className="block truncate text-sm text-muted">
              <Time at={version.publishedAt} /> {texts.madeBy(version.publishedBy.name ?? texts.somebody)}
            </span>
          </TimelineRow>
        ))}
      </ol>
    </nav>
  );
}

function WhatChanged({ version }: { version: Version }) {
  const texts = useAgentsTexts();
  if (version.number === 1) return <span className="text-muted">{texts.firstVersion}</span>;
  return (
    <span className="text-muted">
      {version.changed.map((name) => nameSetting(name, texts)).join(", ") || texts.noNote}
    </span>
  );
}

interface TimelineRowProps {
  name: string;
  isSelected: boolean;
  tone: "success" | "warning" | "neutral";
  children: React.ReactNode;
}

function TimelineRow({ name, isSelected, tone, children }: TimelineRowProps) {
  const organization = useOrganizationId() ?? "";
  const id = useAgentId() ?? "";
  const dots = {
    success: "border-success bg-success",
    warning: "border-warning bg-warning",
    neutral: "border-line-control bg-surface",
  };
  return (
    <li>
      <RouteLink
        to={at.agent(organization, id, `history/${name}`)}
        aria-current={isSelected ? "true" : undefined}
        className={cx(
          "relative grid grid-cols-[1rem_minmax(0,1fr)] gap-3 rounded-card px-3 py-2.5 transition-colors duration-fast",
          isSelected ? "bg-accent-soft" : "hover:bg-hover",
        )}
      >
        <span aria-hidden className={cx("relative mt-1.5 size-2.5 rounded-full border-2", dots[tone])} />
        <span className="min-w-0">{children}</span>
      </RouteLink>
    </li>
  );
}

function VersionView({ agent, name, version }: { agent: Agent; name: string; version: Version | undefined }) {
  const texts = useAgentsTexts();
  const organization = useOrganizationId() ?? "";
  const [search, setSearch] = useSearchState();
  const isDraft = name === "draft";
  const number = Number(name);
  const withLive = search["with"] === "live" && !isDraft;
  const from = isDraft || withLive ? "published" : String(number - 1);
  const isFirst = !isDraft && !withLive && number === 1;
  const changes = useGet(
    "/v1/agents/{id}/changes",
    { id: agent.id, from: isFirst ? "1" : from, to: name },
    { live: ["agents", "versions"] },
  );
  return (
    <section className="min-w-0 space-y-5" aria-label={isDraft ? texts.draft : texts.version(number)}>
      <div className="lg:hidden">
        <Button size="small" to={at.agent(organization, agent.id, "history")}>
          {texts.versions}
        </Button>
      </div>
      <header className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 className="text-lg font-semibold">{isDraft ? texts.draft : texts.version(number)}</h2>
          {version && (
            <p className="mt-0.5 text-muted">
              <Time at={version.publishedAt} style="datetime" />{" "}
              {texts.madeBy(version.publishedBy.name ?? texts.somebody)}
            </p>
          )}
          {version && version.note !== "" && <p className="mt-2 wrap-anywhere">{version.note}</p>}
        </div>
        {version && !version.isPublished && <RestoreMenu agent={agent} number={number} />}
      </header>
      {!isDraft && version?.isPublished === false && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <span aria-hidden className="text-sm text-muted">
            {texts.compareWith}
          </span>
          <SegmentedControl
            label={texts.compareWith}
            value={withLive ? "live" : "before"}
            onChange={(value) => setSearch({ with: value === "live" ? "live" : null })}
            options={[
              { value: "before", label: texts.versionBefore },
              { value: "live", label: texts.livePublished },
            ]}
          />
        </div>
      )}
      {isFirst ? (
        <p className="text-muted">{texts.firstVersion}</p>
      ) : (
        <QueryView query={changes} skeleton="text">
          {(data) => <ChangesList changes={data.changes} />}
        </QueryView>
      )}
    </section>
  );
}

function RestoreMenu({ agent, number }: { agent: Agent; number: number }) {
  const texts = useAgentsTexts();
  const { can } = usePermissions();
  const [asking, setAsking] = useState(false);
  const { send, sendAsync } = useSend("post", "/v1/agents/{id}/versions/{number}/restore", {
    changes: ["agents", "versions", "draft", "changes"],
    done: (answer) => (answer.hasDraft ? texts.restoredDraft(number) : texts.restoredNow(number)),
  });
  if (!can("agents:write")) return null;
  const restore = (publish: boolean) => ({
    params: { id: agent.id, number },
    body: { publish },
    ifMatch: agent.revision,
  });
  return (
    <>
      <Menu trigger={<Button icon={ChevronDownIcon}>{texts.restore}</Button>}>
        <MenuItem icon={ArrowUturnLeftIcon} onSelect={() => send(restore(false))}>
          {texts.restoreDraft}
        </MenuItem>
        <MenuItem onSelect={() => setAsking(true)}>{texts.restoreNow}</MenuItem>
      </Menu>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        danger={false}
        title={texts.restoreTitle(number)}
        description={texts.restoreText}
        confirm={texts.restoreNow}
        onConfirm={() => sendAsync(restore(true))}
      />
    </>
  );
}
