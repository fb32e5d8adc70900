import { ArrowDownRightIcon, ArrowUpRightIcon } from "@heroicons/react/16/solid";
import { type Column, Num, Sparkline, Time, Tooltip } from "../ui/index.ts";
import type { useGapTexts } from "./texts.ts";
import { causes, type Topic } from "./types.ts";

type Texts = ReturnType<typeof useGapTexts>;

export const gapColumns = (texts: Texts): Column<Topic>[] => [
  {
    id: "topic",
    header: texts.topic,
    phone: "title",
    cell: ({ label, causes: counts }) => (
      <span className="block min-w-0 py-1.5 leading-snug">
        <span dir="auto" className="block truncate font-medium">
          {label}
        </span>
        <span className="block truncate text-sm text-muted">
          {causes.flatMap((cause) => (counts[cause] ? [texts.causes[cause]] : [])).join(" · ")}
        </span>
      </span>
    ),
  },
  {
    id: "questions",
    header: texts.questions,
    width: "8rem",
    align: "end",
    cell: (topic) => (
      <span className="inline-flex items-center gap-1.5">
        <Num value={topic.now} />
        <Trend topic={topic} texts={texts} />
      </span>
    ),
  },
  {
    id: "trend",
    header: texts.trend,
    width: "8rem",
    phone: "hide",
    cell: ({ spark }) => <Sparkline values={spark} label={texts.sparkOf(spark)} className="h-6 w-full" />,
  },
  {
    id: "last",
    header: texts.lastAsked,
    width: "9rem",
    align: "end",
    phone: "hide",
    cell: ({ lastAt }) => <Time at={lastAt} />,
  },
];

/** Against the period before. */
export function Trend({ topic: { now, before }, texts }: { topic: Pick<Topic, "now" | "before">; texts: Texts }) {
  const more = now - before;
  if (more === 0) return null;
  const words = more > 0 ? texts.more(more) : texts.less(-more);
  const Glyph = more > 0 ? ArrowUpRightIcon : ArrowDownRightIcon;
  return (
    <Tooltip words={words}>
      <span className={more > 0 ? "text-warning-text" : "text-success-text"}>
        <Glyph aria-hidden className="size-3.5" />
        <span className="sr-only">{words}</span>
      </span>
    </Tooltip>
  );
}
