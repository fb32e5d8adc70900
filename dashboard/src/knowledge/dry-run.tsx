import { BeakerIcon } from "@heroicons/react/16/solid";
import { useState } from "react";
import { type AnswerOf, useSend } from "../live/index.ts";
import {
  Badge,
  Banner,
  Button,
  type Column,
  DataTable,
  Empty,
  type KitForm,
  SegmentedControl,
  SkeletonShape,
} from "../ui/index.ts";
import { languageName } from "./language-name.ts";
import { accessOf, settingsOf, type WebsiteValues } from "./website-values.ts";
import { useWebsiteTexts } from "./website-texts.ts";

type Seen = AnswerOf<"/v1/agents/{id}/sources/preview", "post">;
type Line = Seen["addresses"][number];

interface DryRunProps {
  form: KitForm<WebsiteValues>;
  agentId: string;
  /** Whose stored values open the site. */
  sourceId?: string;
}

/** What the settings as they stand in the form would have read. */
export function DryRun({ form, agentId, sourceId }: DryRunProps) {
  const texts = useWebsiteTexts();
  const [seen, setSeen] = useState<Seen | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const run = useSend("post", "/v1/agents/{id}/sources/preview", {
    onDone: (answer) => setSeen(answer),
    onProblem: ({ message }) => setProblem(message),
  });
  const url = form.hook.watch("url").trim();
  const start = () => {
    setProblem(null);
    setSeen(null);
    const values = form.hook.getValues();
    const body = { url, settings: settingsOf(values), access: accessOf(values), ...(sourceId && { sourceId }) };
    run.send({ params: { id: agentId }, body });
  };
  return (
    <section aria-label={texts.dryRun} aria-live="polite" aria-busy={run.isSending} className="space-y-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button icon={BeakerIcon} onClick={start} loading={run.isSending} disabled={url === ""}>
          {seen === null ? texts.dryRun : texts.dryRunAgain}
        </Button>
        <span className="text-sm text-muted">{run.isSending ? texts.dryRunning : texts.dryRunHelp}</span>
      </div>
      {problem !== null && <Banner tone="danger">{problem}</Banner>}
      {run.isSending && <SkeletonShape shape="text" />}
      {seen !== null && !run.isSending && <Findings seen={seen} />}
    </section>
  );
}

function Findings({ seen }: { seen: Seen }) {
  const texts = useWebsiteTexts();
  const { counts, problem, robots, sitemaps, seconds, cut } = seen;
  return (
    <div className="space-y-5 rounded-card border border-line bg-sunken p-4">
      {problem !== null && <Banner tone="danger">{problem.message}</Banner>}
      {seen.addresses.length > 0 && (
        <div className="space-y-1">
          <p className="text-lg font-medium tabular-nums">{texts.wouldRead(counts.read)}</p>
          <p className="text-sm text-muted">
            {[
              ...(counts.skipped > 0 ? [texts.wouldSkip(counts.skipped)] : []),
              ...(seconds !== null && seconds > 0 ? [texts.takes(seconds)] : []),
              ...(robots.crawlDelayS !== null ? [texts.crawlDelay(robots.crawlDelayS)] : []),
            ].join(" · ")}
          </p>
          <p className="text-sm text-muted">{cut ? texts.cut : texts.more}</p>
        </div>
      )}
      {problem === null && <Sitemaps sitemaps={sitemaps} />}
      {seen.start !== null && <StartPage start={seen.start} />}
      {seen.addresses.length > 0 && <Addresses lines={seen.addresses} counts={counts} />}
    </div>
  );
}

function Sitemaps({ sitemaps }: { sitemaps: Seen["sitemaps"] }) {
  const texts = useWebsiteTexts();
  return (
    <div className="space-y-1 text-sm">
      <h3 className="font-medium">{texts.sitemap}</h3>
      {sitemaps.length === 0 && <p className="text-muted">{texts.noSitemap}</p>}
      <ul className="space-y-1">
        {sitemaps.map(({ url, pages, note }) => (
          <li key={url} className="flex flex-wrap gap-x-3">
            <span dir="ltr" className="min-w-0 truncate">
              {url}
            </span>
            <span className="text-muted tabular-nums">{note ?? texts.sitemapPages(pages)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function StartPage({ start }: { start: NonNullable<Seen["start"]> }) {
  const texts = useWebsiteTexts();
  const { title, language, words, text, rendered, note } = start;
  return (
    <div className="space-y-2">
      <h3 className="text-sm font-medium">{texts.startPage}</h3>
      <div className="flex flex-wrap items-center gap-2 text-sm text-muted">
        {title !== "" && <span className="font-medium text-text wrap-anywhere">{title}</span>}
        <span className="tabular-nums">{words === 0 ? texts.empty : texts.words(words)}</span>
        {language !== "" && <span>{languageName(language)}</span>}
        {rendered && <Badge tone="info">{texts.rendered}</Badge>}
      </div>
      {note !== null && <p className="text-sm text-muted">{note}</p>}
      {text !== "" && (
        <div
          tabIndex={0}
          role="region"
          aria-label={texts.startPage}
          dir="auto"
          className="max-h-48 overflow-auto rounded-control border border-line bg-surface p-3 text-sm whitespace-pre-wrap wrap-anywhere"
        >
          {text}
        </div>
      )}
    </div>
  );
}

function Addresses({ lines, counts }: { lines: readonly Line[]; counts: Seen["counts"] }) {
  const texts = useWebsiteTexts();
  const [view, setView] = useState<"all" | "read" | "skipped">("all");
  const shown = lines.filter(({ read }) => view === "all" || read === (view === "read"));
  const columns: Column<Line>[] = [
    { id: "address", header: texts.address, phone: "title", cell: (line) => <Address line={line} /> },
    {
      id: "verdict",
      header: texts.verdict,
      width: "8rem",
      phone: "aside",
      cell: ({ read }) => <Badge tone={read ? "success" : "neutral"}>{read ? texts.read : texts.skipped}</Badge>,
    },
  ];
  return (
    <div className="space-y-3">
      <SegmentedControl
        label={texts.addresses}
        value={view}
        onChange={setView}
        options={[
          { value: "all", label: texts.all },
          { value: "read", label: `${texts.read} ${counts.read.toLocaleString()}` },
          { value: "skipped", label: `${texts.skipped} ${counts.skipped.toLocaleString()}` },
        ]}
      />
      {shown.length === 0 ? (
        <Empty small picture="list" title={texts.noneLike} />
      ) : (
        <DataTable label={texts.addresses} rows={shown} rowId={({ url }) => url} columns={columns} />
      )}
    </div>
  );
}

function Address({ line: { url, from, reason } }: { line: Line }) {
  const texts = useWebsiteTexts();
  return (
    <span className="block min-w-0 py-1.5 leading-snug">
      <span className="block truncate" title={url} dir="ltr">
        {url.replace(/^https?:\/\//, "")}
      </span>
      <span className="block text-sm text-pretty whitespace-normal text-muted">{reason ?? texts.from[from]}</span>
    </span>
  );
}
