import { ChartBarIcon, TableCellsIcon } from "@heroicons/react/16/solid";
import { useState } from "react";
import { IconButton } from "./button.tsx";
import { cx } from "./cx.ts";
import { useKitTexts } from "./texts.ts";
import { formatDuration, formatNumber } from "./time.tsx";
import { Tooltip } from "./tooltip.tsx";

export interface SparklineProps {
  values: readonly number[];
  /** What it shows, for who cannot see it. */
  label: string;
  className?: string;
}

/** How a number went, without axes. */
export function Sparkline({ values, label, className = "h-8 w-full" }: SparklineProps) {
  const most = Math.max(1, ...values);
  const last = Math.max(1, values.length - 1);
  const points = values.map((value, place) => `${(place / last) * 100},${30 - (value / most) * 28}`);
  return (
    <svg role="img" aria-label={label} viewBox="0 0 100 32" preserveAspectRatio="none" className={className}>
      <polygon points={`0,32 ${points.join(" ")} 100,32`} className="fill-accent-soft" />
      <polyline
        points={points.join(" ")}
        fill="none"
        className="stroke-accent"
        strokeWidth="1.5"
        vectorEffect="non-scaling-stroke"
        strokeLinejoin="round"
      />
    </svg>
  );
}

export interface Bar {
  label: string;
  value: number;
  /** A second part on top of it, such as "not answered". */
  also?: number;
}

export interface BarChartProps {
  title: string;
  bars: readonly Bar[];
  format?: (value: number) => string;
  /** Words for the two parts, when bars have two. */
  parts?: readonly [string, string];
  className?: string;
}

/** Bars over time or over names; the same as a table at the press of a button. */
export function BarChart({ title, bars, format = formatNumber, parts, className }: BarChartProps) {
  const texts = useKitTexts();
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className={cx("min-w-0", className)}>
      <figcaption className="mb-3 flex items-center justify-between gap-2">
        <span className="font-medium">{title}</span>
        <span className="flex items-center gap-3 text-sm text-muted">
          {parts?.map((part, place) => (
            <span key={part} className="flex items-center gap-1.5">
              <span aria-hidden className={cx("size-2 rounded-full", place === 0 ? "bg-chart-1" : "bg-chart-2")} />
              {part}
            </span>
          ))}
          <IconButton
            size="small"
            name={asTable ? texts.showChart : texts.showTable}
            icon={asTable ? ChartBarIcon : TableCellsIcon}
            onClick={() => setAsTable(!asTable)}
          />
        </span>
      </figcaption>
      {asTable ? <ChartTable {...{ title, bars, format, parts }} /> : <Bars {...{ title, bars, format, parts }} />}
    </figure>
  );
}

type Drawn = Pick<BarChartProps, "title" | "bars" | "parts"> & { format: (value: number) => string };

function Bars({ title, bars, format, parts }: Drawn) {
  const most = Math.max(1, ...bars.map(({ value, also = 0 }) => value + also));
  const every = Math.max(1, Math.ceil(bars.length / 8));
  return (
    <div role="img" aria-label={`${title}: ${bars.map((bar) => `${bar.label} ${format(bar.value)}`).join(", ")}`}>
      <div className="flex h-40 items-end gap-[max(1px,0.5%)] border-b border-line-strong bg-[linear-gradient(to_bottom,var(--line)_1px,transparent_1px)] bg-size-[100%_25%]">
        {bars.map(({ label, value, also = 0 }) => (
          <Tooltip
            key={label}
            words={
              <>
                <span className="block text-muted">{label}</span>
                <span className="block tabular-nums">{parts ? `${parts[0]} ${format(value)}` : format(value)}</span>
                {parts && <span className="block tabular-nums">{`${parts[1]} ${format(also)}`}</span>}
              </>
            }
          >
            <div className="group flex h-full min-w-0 flex-1 flex-col justify-end hover:bg-hover">
              <div
                style={{ height: `${(also / most) * 100}%` }}
                className="mx-auto w-full max-w-10 rounded-t-[2px] bg-chart-2"
              />
              <div
                style={{ height: `${(value / most) * 100}%` }}
                className={cx("mx-auto w-full max-w-10 bg-chart-1", also === 0 && "rounded-t-[2px]")}
              />
            </div>
          </Tooltip>
        ))}
      </div>
      <div aria-hidden className="mt-1.5 flex text-xs text-muted">
        {bars.map(({ label }, place) => (
          <span key={label} className="min-w-0 flex-1 text-center whitespace-nowrap">
            {place % every === 0 ? label : ""}
          </span>
        ))}
      </div>
    </div>
  );
}

function ChartTable({ title, bars, format, parts }: Drawn) {
  return (
    <div
      className="max-h-46 overflow-y-auto rounded-card border border-line"
      tabIndex={0}
      role="region"
      aria-label={title}
    >
      <table className="w-full text-sm">
        <tbody className="divide-y divide-line">
          {bars.map(({ label, value, also }) => (
            <tr key={label}>
              <th scope="row" className="px-3 py-1.5 text-start font-normal text-muted">
                {label}
              </th>
              <td className="px-3 py-1.5 text-end tabular-nums">{format(value)}</td>
              {parts && <td className="px-3 py-1.5 text-end tabular-nums">{format(also ?? 0)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export interface WaterfallStep {
  label: string;
  startMs: number;
  ms: number;
  tone?: "accent" | "neutral" | "success" | "warning" | "danger";
  detail?: string;
}

const tones = {
  accent: "bg-accent",
  neutral: "bg-line-control",
  success: "bg-success",
  warning: "bg-warning",
  danger: "bg-danger",
};

export interface WaterfallProps {
  steps: readonly WaterfallStep[];
  totalMs: number;
  label: string;
}

/** What took how long, one below the other, on one line of time. */
export function Waterfall({ steps, totalMs, label }: WaterfallProps) {
  const whole = Math.max(1, totalMs);
  return (
    <ol aria-label={label} className="divide-y divide-line">
      {steps.map(({ label: name, startMs, ms, tone = "accent", detail }, place) => (
        <li
          key={`${name}${place}`}
          className="grid grid-cols-[minmax(6rem,30%)_minmax(0,1fr)_auto] items-center gap-3 py-1.5 text-sm"
        >
          <span className="min-w-0">
            <span className="block truncate">{name}</span>
            {detail !== undefined && <span className="block truncate text-muted">{detail}</span>}
          </span>
          <span aria-hidden className="relative h-2 rounded-full bg-pressed">
            <span
              className={cx("absolute inset-y-0 min-w-1 rounded-full", tones[tone])}
              style={{
                insetInlineStart: `${Math.min(99, (startMs / whole) * 100)}%`,
                width: `${Math.min(100, (ms / whole) * 100)}%`,
              }}
            />
          </span>
          <span className="w-16 text-end text-muted tabular-nums">{formatDuration(ms)}</span>
        </li>
      ))}
    </ol>
  );
}
