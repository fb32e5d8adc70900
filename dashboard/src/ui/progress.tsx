import type { ReactNode } from "react";
import { cx } from "./cx.ts";

export interface ProgressProps {
  /** Null: nobody knows how far. */
  value: number | null;
  max?: number;
  /** Its accessible name. */
  label: string;
  tone?: "accent" | "success" | "warning" | "danger";
  className?: string;
}

const tones = { accent: "bg-accent", success: "bg-success", warning: "bg-warning", danger: "bg-danger" };

export function Progress({ value, max = 100, label, tone = "accent", className }: ProgressProps) {
  const share = value === null ? 0.3 : Math.min(1, Math.max(0, max === 0 ? 0 : value / max));
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value ?? undefined}
      className={cx("h-1.5 w-full overflow-hidden rounded-full bg-pressed", className)}
    >
      <div
        style={{ width: `${share * 100}%` }}
        className={cx(
          "h-full rounded-full transition-[width] duration-slow ease-out",
          tones[tone],
          value === null && "animate-pulse",
        )}
      />
    </div>
  );
}

export interface Step {
  label: ReactNode;
  state: "done" | "now" | "open" | "failed";
  text?: ReactNode;
  action?: ReactNode;
}

/** A way of several steps, or a list of things to do. */
export function Steps({ steps, label }: { steps: readonly Step[]; label: string }) {
  return (
    <ol aria-label={label} className="space-y-0">
      {steps.map((step, place) => (
        <li key={place} className="relative flex gap-3 pb-4 last:pb-0">
          {place < steps.length - 1 && (
            <span aria-hidden className="absolute start-2.5 top-6 -bottom-0.5 w-px bg-line-strong" />
          )}
          <StepMark state={step.state} number={place + 1} />
          <div className="min-w-0 flex-1">
            <p
              className={cx("font-medium", step.state === "open" && "text-muted")}
              aria-current={step.state === "now" ? "step" : undefined}
            >
              {step.label}
            </p>
            {step.text !== undefined && <div className="mt-0.5 text-sm text-pretty text-muted">{step.text}</div>}
          </div>
          {step.action}
        </li>
      ))}
    </ol>
  );
}

const marks = {
  done: "bg-success text-on-accent border-transparent",
  now: "border-accent text-accent-text",
  open: "border-line-control text-muted",
  failed: "bg-danger text-on-danger border-transparent",
};

function StepMark({ state, number }: { state: Step["state"]; number: number }) {
  return (
    <span
      aria-hidden
      className={cx(
        "grid size-5 shrink-0 place-items-center rounded-full border text-xs font-medium tabular-nums",
        marks[state],
      )}
    >
      {state === "done" ? (
        <svg viewBox="0 0 12 12" className="size-3" fill="none">
          <path
            d="m2.5 6.5 2.2 2.2 4.8-5"
            stroke="currentColor"
            strokeWidth="1.75"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </svg>
      ) : state === "failed" ? (
        "!"
      ) : (
        number
      )}
    </span>
  );
}
