import { ArrowDownRightIcon, ArrowUpRightIcon, InformationCircleIcon } from "@heroicons/react/16/solid";
import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { Highlight } from "./highlight.tsx";
import { RouteLink } from "./link.tsx";
import { useKitTexts } from "./texts.ts";
import { formatNumber } from "./time.tsx";
import { Tooltip } from "./tooltip.tsx";

export interface StatProps {
  label: string;
  /** Null: there is nothing to count yet. */
  value: number | null;
  format?: (value: number) => string;
  /** The same number of the period before. */
  before?: number | null;
  /** Whether more is better; `neither` colours nothing. */
  better?: "more" | "less" | "neither";
  /** How it is counted: shown on pointing and to readers. */
  formula?: string;
  /** The rows behind it. */
  to?: string;
  /** A Sparkline. */
  children?: ReactNode;
}

/** One number that matters, compared, with the way down to its rows. */
export function Stat({
  label,
  value,
  format = formatNumber,
  before,
  better = "more",
  formula,
  to,
  children,
}: StatProps) {
  const name = (
    <span className="flex items-center gap-1 text-sm text-muted">
      {label}
      {formula !== undefined && (
        <Tooltip words={formula}>
          <button type="button" aria-label={formula} className="relative z-1 rounded-full text-muted hover:text-text">
            <InformationCircleIcon aria-hidden className="size-3.5" />
          </button>
        </Tooltip>
      )}
    </span>
  );
  return (
    <div
      className={cx(
        "relative flex min-w-0 flex-col gap-1 rounded-card border border-line bg-surface p-4",
        to !== undefined && "hover:bg-hover",
      )}
    >
      {name}
      <div className="flex flex-wrap items-baseline gap-x-2">
        <span className="text-2xl font-semibold tracking-[-0.02em] tabular-nums">
          {to === undefined ? (
            <Highlight of={value}>{value === null ? "–" : format(value)}</Highlight>
          ) : (
            <RouteLink
              to={to}
              aria-label={`${label}: ${value === null ? "–" : format(value)}`}
              className="after:absolute after:inset-0 after:rounded-card"
            >
              <Highlight of={value}>{value === null ? "–" : format(value)}</Highlight>
            </RouteLink>
          )}
        </span>
        <Change {...{ value, before: before ?? null, better }} />
      </div>
      {children}
    </div>
  );
}

function Change({
  value,
  before,
  better,
}: {
  value: number | null;
  before: number | null;
  better: StatProps["better"];
}) {
  const texts = useKitTexts();
  if (value === null || before === null || (value === 0 && before === 0)) return null;
  const share = before === 0 ? null : (value - before) / before;
  const up = value > before;
  const good = better === "neither" || value === before ? null : up === (better === "more");
  const tone = good === null ? "text-muted" : good ? "text-success-text" : "text-danger-text";
  const Glyph = up ? ArrowUpRightIcon : ArrowDownRightIcon;
  const words =
    share === null ? `+${formatNumber(value)}` : formatNumber(Math.abs(share), { style: "percent", digits: 0 });
  return (
    <Tooltip words={`${formatNumber(before)} ${texts.before.toLowerCase()}`}>
      <span
        tabIndex={0}
        className={cx("relative z-1 inline-flex items-center gap-0.5 rounded-control text-sm tabular-nums", tone)}
      >
        {value !== before && <Glyph aria-hidden className="size-3.5" />}
        {words}
        <span className="sr-only"> {texts.comparedBefore}</span>
      </span>
    </Tooltip>
  );
}
