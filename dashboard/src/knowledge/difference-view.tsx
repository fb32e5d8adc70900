import type { AnswerOf } from "../live/index.ts";
import { cx } from "../ui/index.ts";
import { useVersionTexts } from "./version-texts.ts";

type Difference = AnswerOf<"/v1/documents/{id}/difference">;
type Hunk = Difference["hunks"][number];
type Words = Extract<Hunk, { type: "changed" }>["words"];

/** Two versions beside each other where there is room, else one below the other. */
export function DifferenceView({ difference }: { difference: Difference }) {
  const texts = useVersionTexts();
  const { hunks, from, to, added, removed } = difference;
  const isSame = hunks.every(({ type }) => type === "same");
  return (
    <div className="@container space-y-3">
      <p className="text-sm text-muted">{isSame ? texts.sameText : texts.wordsChanged(added, removed)}</p>
      <div dir="auto" className="overflow-hidden rounded-card border border-line text-sm">
        <div
          aria-hidden
          className="hidden grid-cols-2 border-b border-line bg-page font-medium text-muted @xl:grid [&>*]:px-3 [&>*]:py-2"
        >
          <span>{texts.version(from.number)}</span>
          <span className="border-s border-line">{texts.version(to.number)}</span>
        </div>
        {hunks.map((hunk, place) => (
          <HunkView key={place} hunk={hunk} isEdge={place === 0 || place === hunks.length - 1} />
        ))}
      </div>
    </div>
  );
}

function HunkView({ hunk, isEdge }: { hunk: Hunk; isEdge: boolean }) {
  const texts = useVersionTexts();
  if (hunk.type === "same") return <SameHunk text={hunk.text} isEdge={isEdge} />;
  const gone: Words =
    hunk.type === "changed" ? hunk.words : hunk.type === "removed" ? [{ type: "removed", text: hunk.text }] : [];
  const come: Words =
    hunk.type === "changed" ? hunk.words : hunk.type === "added" ? [{ type: "added", text: hunk.text }] : [];
  const label = { changed: texts.changed, added: texts.came, removed: texts.went }[hunk.type];
  return (
    <div role="group" aria-label={label} className="grid border-b border-line last:border-b-0 @xl:grid-cols-2">
      <Side words={gone.filter(({ type }) => type !== "added")} kind="removed" />
      <Side words={come.filter(({ type }) => type !== "removed")} kind="added" />
    </div>
  );
}

const sides = {
  removed: { ground: "bg-danger-soft/40", mark: "−", tone: "text-danger-text" },
  added: { ground: "bg-success-soft/40", mark: "+", tone: "text-success-text" },
};

function Side({ words, kind }: { words: Words; kind: "added" | "removed" }) {
  const { ground, mark, tone } = sides[kind];
  const isEmpty = words.length === 0;
  return (
    <div
      className={cx(
        "grid min-w-0 grid-cols-[1.5rem_minmax(0,1fr)] py-2 pe-3",
        kind === "added" && "@xl:border-s @xl:border-line",
        isEmpty ? "hidden bg-page @xl:grid" : ground,
      )}
    >
      <span aria-hidden className={cx("text-center font-medium", tone)}>
        {!isEmpty && mark}
      </span>
      <p className="whitespace-pre-wrap wrap-anywhere">
        {words.map(({ type, text }, place) =>
          type === "same" ? (
            text.replace(/\n+$/, "")
          ) : type === "added" ? (
            <ins
              key={place}
              className="rounded-[3px] bg-success-soft text-success-text underline decoration-1 underline-offset-2"
            >
              {text.replace(/\n+$/, "")}
            </ins>
          ) : (
            <del key={place} className="rounded-[3px] bg-danger-soft text-danger-text line-through">
              {text.replace(/\n+$/, "")}
            </del>
          ),
        )}
      </p>
    </div>
  );
}

/** So many lines stay around a change; the rest is folded. */
const AROUND = 2;

function SameHunk({ text, isEdge }: { text: string; isEdge: boolean }) {
  const texts = useVersionTexts();
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const most = isEdge ? AROUND : AROUND * 2;
  if (lines.length <= most + 1) return <Same lines={lines} />;
  const head = isEdge ? [] : lines.slice(0, AROUND);
  const tail = lines.slice(-AROUND);
  const folded = lines.slice(head.length, -AROUND);
  return (
    <>
      {head.length > 0 && <Same lines={head} />}
      <details className="group border-b border-line last:border-b-0">
        <summary className="cursor-pointer bg-page px-3 py-1.5 text-xs text-muted hover:bg-hover">
          {texts.unchangedBlocks(folded.length)}
        </summary>
        <Same lines={folded} />
      </details>
      <Same lines={tail} />
    </>
  );
}

function Same({ lines }: { lines: readonly string[] }) {
  return (
    <div className="border-b border-line px-3 py-2 ps-6 whitespace-pre-wrap wrap-anywhere text-muted last:border-b-0">
      {lines.join("\n")}
    </div>
  );
}
