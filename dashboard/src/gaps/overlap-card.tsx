import { at } from "../addresses.ts";
import { useOrganizationId, useSend } from "../live/index.ts";
import { Button, TextLink, toast } from "../ui/index.ts";
import { cutAround } from "./cut-around.ts";
import { useGapTexts } from "./texts.ts";
import type { Overlap } from "./types.ts";

type Passage = Overlap["passages"][number];

export function OverlapCard({ overlap, mayWrite }: { overlap: Overlap; mayWrite: boolean }) {
  const texts = useGapTexts();
  const { kind, passages, count } = overlap;
  const [first] = passages;
  const shown = kind === "contradiction" ? passages.slice(0, 2) : [];
  return (
    <article className="rounded-card border border-line bg-surface">
      {kind === "contradiction" ? (
        <div className="grid divide-y divide-line md:grid-cols-2 md:divide-x md:divide-y-0 rtl:md:divide-x-reverse">
          {shown.map((passage) => (
            <div key={`${passage.documentId} ${passage.position}`} className="min-w-0 p-4">
              <Place passage={passage} agentId={overlap.agentId} />
              <Said passage={passage} />
            </div>
          ))}
        </div>
      ) : (
        <div className="p-4">
          <p className="text-sm font-medium text-muted">{texts.onPages(count)}</p>
          {first && <Said passage={first} />}
          <ul className="mt-3 divide-y divide-line border-t border-line">
            {passages.map((passage) => (
              <li
                key={`${passage.documentId} ${passage.position}`}
                className="flex flex-wrap items-center justify-between gap-x-3 py-2"
              >
                <Place passage={passage} agentId={overlap.agentId} />
                <span className="text-sm text-muted tabular-nums">{texts.likeness(passage.likeness)}</span>
              </li>
            ))}
          </ul>
          {count > passages.length && <p className="text-sm text-muted">{texts.andMore(count - passages.length)}</p>}
        </div>
      )}
      {mayWrite && <Deeds overlap={overlap} />}
    </article>
  );
}

function Place({ passage, agentId }: { passage: Passage; agentId: string }) {
  const texts = useGapTexts();
  const organization = useOrganizationId() ?? "";
  const { documentId, title, url, headings } = passage;
  const heading = headings.at(-1);
  return (
    <p className="flex min-w-0 flex-wrap items-baseline gap-x-2">
      <span dir="auto" className="min-w-0 font-medium wrap-anywhere">
        <TextLink to={at.agent(organization, agentId, `knowledge/documents/${documentId}`)}>
          {title === "" ? texts.untitled : title}
        </TextLink>
        {heading !== undefined && <span className="font-normal text-muted">{` › ${heading}`}</span>}
      </span>
      {url !== null && (
        <span className="text-sm">
          <TextLink href={url}>{texts.openPage}</TextLink>
        </span>
      )}
    </p>
  );
}

/** The passage around what differs, with that marked. */
function Said({ passage: { text, marks } }: { passage: Passage }) {
  return (
    <p dir="auto" className="mt-2 whitespace-pre-line wrap-anywhere">
      {cutAround(text, marks).map(({ words, marked, start }) =>
        marked ? (
          <mark key={start} className="rounded-control bg-warning-soft px-0.5 font-medium text-warning-text">
            {words}
          </mark>
        ) : (
          <span key={start}>{words}</span>
        ),
      )}
    </p>
  );
}

function Deeds({ overlap }: { overlap: Overlap }) {
  const texts = useGapTexts();
  const organization = useOrganizationId() ?? "";
  const { id, agentId, status, revision } = overlap;
  const change = useSend("patch", "/v1/agents/{id}/overlaps/{overlapId}", { changes: ["overlaps"] });
  const set = (next: "open" | "ignored", seen?: number) =>
    change.sendAsync({
      params: { id: agentId, overlapId: id },
      ...(seen !== undefined && { ifMatch: seen }),
      body: { status: next },
    });
  const fail = (error: unknown) => toast.problem(error instanceof Error ? error.message : String(error));
  const ignore = () =>
    set("ignored", revision).then(() => toast.done(texts.ignored, { undo: () => void set("open").catch(fail) }), fail);
  return (
    <div className="flex flex-wrap gap-2 border-t border-line px-4 py-3">
      <Button size="small" to={at.agent(organization, agentId, "knowledge/answers/new")}>
        {texts.writeVerified}
      </Button>
      {status === "open" ? (
        <Button size="small" look="ghost" loading={change.isSending} onClick={() => void ignore()}>
          {texts.ignore}
        </Button>
      ) : (
        <Button
          size="small"
          look="ghost"
          loading={change.isSending}
          onClick={() => void set("open", revision).catch(fail)}
        >
          {texts.reopen}
        </Button>
      )}
    </div>
  );
}
