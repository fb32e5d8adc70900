import {
  CheckCircleIcon,
  ExclamationTriangleIcon,
  InformationCircleIcon,
  XCircleIcon,
} from "@heroicons/react/20/solid";
import type { ReactNode } from "react";
import { cx } from "./cx.ts";

export type Tone = "info" | "success" | "warning" | "danger";

export interface BannerProps {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** From edge to edge, above a page. */
  flush?: boolean;
  className?: string;
}

const looks: Record<Tone, { ground: string; glyph: string; icon: typeof InformationCircleIcon }> = {
  info: { ground: "bg-info-soft", glyph: "text-info-text", icon: InformationCircleIcon },
  success: { ground: "bg-success-soft", glyph: "text-success-text", icon: CheckCircleIcon },
  warning: { ground: "bg-warning-soft", glyph: "text-warning-text", icon: ExclamationTriangleIcon },
  danger: { ground: "bg-danger-soft", glyph: "text-danger-text", icon: XCircleIcon },
};

/** Something about the whole page that has to be known. */
export function Banner({ tone = "info", title, children, action, flush, className }: BannerProps) {
  const { ground, glyph, icon: Glyph } = looks[tone];
  return (
    <div
      role={tone === "danger" ? "alert" : "status"}
      className={cx(
        "flex flex-wrap items-start gap-x-3 gap-y-2 px-4 py-2.5",
        ground,
        !flush && "rounded-card",
        className,
      )}
    >
      <Glyph aria-hidden className={cx("mt-px size-5 shrink-0", glyph)} />
      <div className="min-w-0 flex-1 basis-50 text-pretty">
        {title !== undefined && <p className="font-medium">{title}</p>}
        {children !== undefined && <div className={cx(title !== undefined && "text-muted")}>{children}</div>}
      </div>
      {action}
    </div>
  );
}
