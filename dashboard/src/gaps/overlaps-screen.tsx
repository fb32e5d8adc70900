import { KnowledgePage } from "../knowledge/knowledge-page.tsx";
import { useAgentId, useGet, useList, usePermissions, useSearchState } from "../live/index.ts";
import { Empty, LoadMore, RowsView, SegmentedControl } from "../ui/index.ts";
import { GapsNav } from "./gaps-nav.tsx";
import { OverlapCard } from "./overlap-card.tsx";
import { useGapTexts } from "./texts.ts";

export const DuplicatesScreen = () => <OverlapsScreen kind="duplicate" />;
export const ContradictionsScreen = () => <OverlapsScreen kind="contradiction" />;

/** Passages that say the same, or that cannot both be right. */
function OverlapsScreen({ kind }: { kind: "duplicate" | "contradiction" }) {
  const texts = useGapTexts();
  const agent = useAgentId() ?? "";
  const { can } = usePermissions();
  const [search, setSearch] = useSearchState();
  const status = search["status"] === "ignored" ? "ignored" : "open";
  const live = ["documents", "sources"];
  const list = useList("/v1/agents/{id}/overlaps", { id: agent, kind, status, limit: 30 }, { live });
  const summary = useGet("/v1/agents/{id}/overlaps/summary", { id: agent }, { live: ["overlaps", ...live] });
  const waiting = summary.data?.waiting ?? 0;
  const nothing =
    kind === "duplicate" ? (
      <Empty picture="document" title={texts.noDuplicates} text={texts.noDuplicatesText} />
    ) : (
      <Empty picture="document" title={texts.noContradictions} text={texts.noContradictionsText} />
    );
  return (
    <KnowledgePage>
      <GapsNav />
      <div className="mb-4 flex flex-wrap items-center justify-between gap-2">
        <SegmentedControl
          label={texts.status}
          value={status}
          onChange={(next) => setSearch({ status: next === "open" ? null : next })}
          options={[
            { value: "open", label: texts.statuses.open },
            { value: "ignored", label: texts.statuses.ignored },
          ]}
        />
        {waiting > 0 && (
          <p role="status" className="text-sm text-muted">
            {texts.comparing(waiting)}
          </p>
        )}
      </div>
      <RowsView
        query={list}
        skeleton="cards"
        empty={status === "open" ? nothing : <Empty picture="document" title={texts.noneIgnored} />}
      >
        {(rows) => (
          <>
            <ul className="space-y-4">
              {rows.map((row) => (
                <li key={row.id}>
                  <OverlapCard overlap={row} mayWrite={can("knowledge:write")} />
                </li>
              ))}
            </ul>
            <LoadMore list={list} />
          </>
        )}
      </RowsView>
    </KnowledgePage>
  );
}
