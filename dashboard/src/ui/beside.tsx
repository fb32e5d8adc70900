import type { ReactNode } from "react";
import { cx } from "./cx.ts";

export interface BesideProps {
  id: string;
  label: ReactNode;
  help?: ReactNode;
  end?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
}

/** A control and its words beside it. */
export function Beside({ id, label, help, end, className, children }: BesideProps) {
  return (
    <div className={cx("flex items-start gap-2.5", end && "flex-row-reverse justify-between gap-4", className)}>
      <span className="flex h-[1lh] items-center">{children}</span>
      <div className="min-w-0">
        <label htmlFor={id} className="block">
          {label}
        </label>
        {help !== undefined && (
          <p id={`${id}-help`} className="text-sm text-pretty text-muted">
            {help}
          </p>
        )}
      </div>
    </div>
  );
}
