import type { ReactNode } from "react";

/** The one question of a step. Takes the focus when the step is turned to. */
export function StepHead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="mb-6">
      <h2 tabIndex={-1} className="text-2xl font-semibold tracking-[-0.015em] text-balance outline-none wrap-anywhere">
        {title}
      </h2>
      {children !== undefined && <p className="mt-2 text-pretty text-muted">{children}</p>}
    </header>
  );
}
