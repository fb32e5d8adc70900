import type { ReactNode } from "react";

/** One line of the gallery: a name and examples. */
export function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-2 md:grid-cols-[9rem_minmax(0,1fr)]">
      <p className="pt-1 text-sm text-muted">{name}</p>
      <div className="flex min-w-0 flex-wrap items-center gap-3">{children}</div>
    </div>
  );
}
