import { at } from "../addresses.ts";
import { useAgentId, useGet, useOrganizationId, usePermissions, useSearchState } from "../live/index.ts";
import { Banner, Highlight, Progress, QueryView, SegmentedControl, SidePanel, Time } from "../ui/index.ts";
import { AccessBanner } from "./connected/access-banner.tsx";
import { ConnectedSettings } from "./connected/connected-settings.tsx";
import { SourceLabels } from "./labels-form.tsx";
import { SourceActions } from "./source-actions.tsx";
import { SourceLog } from "./source-log.tsx";
import { SourceSettings } from "./source-settings.tsx";
import { isConnected, isOpen, type Source, SourceStatus } from "./source-status.tsx";
import { useKnowledgeTexts } from "./texts.ts";
import { useWebsiteTexts } from "./website-texts.ts";

/** One source: how far it is, what became of each address, and its settings. */
export function SourcePanel({ id }: { id: string }) {
  const texts = useKnowledgeTexts();
  const organization = useOrganizationId() ?? "";
  const agent = useAgentId() ?? "";
  const query = useGet("/v1/sources/{id}", { id });
  const title = query.data === undefined ? texts.source : query.data.name.replace(/^https?:\/\//, "");
  return (
    <SidePanel
      size="wide"
      title={title}
      closeTo={`${at.agent(organization, agent, "knowledge/sources")}?`}
      action={query.data && <SourceActions source={query.data} />}
    >
      <QueryView query={query} skeleton="text">
        {(source) => <OneSource source={source} />}
      </QueryView>
    </SidePanel>
  );
}

function OneSource({ source }: { source: Source }) {
  const texts = useKnowledgeTexts();
  const { can } = usePermissions();
  const [search, setSearch] = useSearchState();
  const mayWrite = can("knowledge:write");
  const hasSettings = mayWrite && source.type !== "files" && source.type !== "catalogue";
  // Products have tags of their own.
  const hasLabels = mayWrite && source.type !== "catalogue";
  const views = [
    "log",
    ...(hasSettings ? ["settings" as const] : []),
    ...(hasLabels ? ["labels" as const] : []),
  ] as const;
  const view = views.find((each) => each === search["view"]) ?? "log";
  return (
    <div className="space-y-5">
      <Progressing source={source} />
      {isConnected(source) && <AccessBanner source={source} />}
      {views.length > 1 && (
        <SegmentedControl
          label={texts.source}
          value={view}
          onChange={(next) => setSearch({ view: next === "log" ? null : next })}
          options={views.map((value) => ({ value, label: texts[value] }))}
        />
      )}
      {view === "labels" ? (
        <SourceLabels key={source.id} id={source.id} type={source.type} />
      ) : view === "settings" && source.type === "website" ? (
        <SourceSettings source={source} />
      ) : view === "settings" && isConnected(source) ? (
        <ConnectedSettings key={source.id} source={source} />
      ) : (
        <SourceLog source={source} />
      )}
    </div>
  );
}

function Progressing({ source }: { source: Source }) {
  const texts = useKnowledgeTexts();
  const { progress, message, status } = source;
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <SourceStatus source={source} />
        <span className="text-sm text-muted tabular-nums">
          <Highlight of={progress.indexed}>{texts.itemsRead(source.type, progress.indexed)}</Highlight>
          {` · ${texts.ofFound(progress.fetched, progress.found)}`}
        </span>
        <Times source={source} />
      </div>
      {isOpen(source) && (
        <Progress
          label={texts.status.running}
          value={progress.found === 0 ? null : progress.fetched}
          max={Math.max(1, progress.found)}
        />
      )}
      {message !== null && <Banner tone={status === "failed" ? "danger" : "warning"}>{message}</Banner>}
    </div>
  );
}

/** When it was last compared with where it comes from, and when it will be next. */
function Times({ source: { checkedAt, nextRunAt } }: { source: Source }) {
  const texts = useWebsiteTexts();
  return (
    <span className="flex flex-wrap gap-x-3 text-sm text-muted sm:ms-auto">
      {checkedAt !== null && (
        <span>
          {texts.checked} <Time at={checkedAt} />
        </span>
      )}
      {nextRunAt !== null && (
        <span>
          {texts.next} <Time at={nextRunAt} />
        </span>
      )}
    </span>
  );
}
