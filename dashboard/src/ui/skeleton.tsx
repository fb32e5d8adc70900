import { type ReactNode, useEffect, useState } from "react";
import { cx } from "./cx.ts";
import { useKitTexts } from "./texts.ts";

/** One grey bar where words or a picture will stand. Give it their size. */
export function Skeleton({ className = "h-4 w-full" }: { className?: string }) {
  return <span aria-hidden className={cx("block animate-pulse rounded-control bg-pressed", className)} />;
}

export interface SkeletonShapeProps {
  /** `rows` of a list, `form` fields, `cards`, `text`. */
  shape: "rows" | "form" | "cards" | "text";
  count?: number;
}

/** The usual shapes, for QueryView's `skeleton`. */
export function SkeletonShape({ shape, count = 6 }: SkeletonShapeProps) {
  const items = Array.from({ length: count }, (_, place) => place);
  if (shape === "rows")
    return (
      <div className="divide-y divide-line rounded-card border border-line bg-surface">
        {items.map((place) => (
          <div key={place} className="flex h-row items-center gap-4 px-4">
            <Skeleton className="size-5 rounded-full" />
            <Skeleton className={cx("h-3.5", ["w-2/5", "w-1/3", "w-1/2"][place % 3])} />
            <Skeleton className="ms-auto h-3.5 w-20" />
          </div>
        ))}
      </div>
    );
  if (shape === "cards")
    return (
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {items.map((place) => (
          <div key={place} className="space-y-3 rounded-card border border-line bg-surface p-4">
            <Skeleton className="h-4 w-1/2" />
            <Skeleton className="h-3.5 w-4/5" />
            <Skeleton className="h-3.5 w-2/3" />
          </div>
        ))}
      </div>
    );
  if (shape === "form")
    return (
      <div className="max-w-150 space-y-6">
        {items.slice(0, 4).map((place) => (
          <div key={place} className="space-y-2">
            <Skeleton className="h-3.5 w-28" />
            <Skeleton className="h-control w-full" />
          </div>
        ))}
      </div>
    );
  return (
    <div className="max-w-170 space-y-2.5">
      {items.map((place) => (
        <Skeleton key={place} className={cx("h-3.5", ["w-full", "w-11/12", "w-4/5"][place % 3])} />
      ))}
    </div>
  );
}

const WAIT_MS = 150;

/** Shows its children after a moment only: what comes quickly should not flicker. */
export function AfterMoment({ children }: { children: ReactNode }) {
  const texts = useKitTexts();
  const [due, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), WAIT_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div aria-busy="true" className={cx("min-w-0", !due && "invisible")}>
      <span role="status" className="sr-only">
        {due ? texts.loading : ""}
      </span>
      {children}
    </div>
  );
}
