import { cx } from "./cx.ts";
import { formatDuration } from "./time.tsx";

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
