import type { ReactNode } from "react";
import type { Icon } from "./button.tsx";
import { cx } from "./cx.ts";

export type BadgeTone = "neutral" | "accent" | "success" | "warning" | "danger" | "info";

export interface BadgeProps {
  tone?: BadgeTone;
  icon?: Icon;
  children: ReactNode;
}

const grounds: Record<BadgeTone, string> = {
  neutral: "bg-pressed text-muted",
  accent: "bg-accent-soft text-accent-text",
  success: "bg-success-soft text-success-text",
  warning: "bg-warning-soft text-warning-text",
  danger: "bg-danger-soft text-danger-text",
  info: "bg-info-soft text-info-text",
};
const dots: Record<BadgeTone, string> = {
  neutral: "bg-line-control",
  accent: "bg-accent",
  success: "bg-success",
  warning: "bg-warning",
  danger: "bg-danger",
  info: "bg-info",
};

/** One or two words about the thing beside it. */
export function Badge({ tone = "neutral", icon: Glyph, children }: BadgeProps) {
  return (
    <span
      className={cx(
        "inline-flex h-5 max-w-full items-center align-middle gap-1 rounded-full px-2 text-xs font-medium whitespace-nowrap",
        grounds[tone],
      )}
    >
      {Glyph && <Glyph aria-hidden className="-ms-0.5 size-3.5 shrink-0" />}
      <span className="truncate">{children}</span>
    </span>
  );
}

export interface StatusProps {
  tone?: BadgeTone;
  children: ReactNode;
  /** It is going on right now. */
  pulse?: boolean;
}

/** A state: a dot and its word. */
export function Status({ tone = "neutral", children, pulse }: StatusProps) {
  return (
    <span className="inline-flex min-w-0 items-center gap-2 align-middle whitespace-nowrap">
      <span aria-hidden className={cx("size-2 shrink-0 rounded-full", dots[tone], pulse && "animate-pulse")} />
      <span className="truncate">{children}</span>
    </span>
  );
}
