import type { ReactNode } from "react";

export interface SectionProps {
  /** Its anchor. */
  id: string;
  title: string;
  text: string;
  /** At the end of the title's line. */
  action?: ReactNode;
  children: ReactNode;
}

/** One part of the editor: narrow, so that the preview has room. */
export function Section({ id, title, text, action, children }: SectionProps) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="scroll-mt-4 border-t border-line py-7 first:border-t-0 first:pt-0"
    >
      <div className="flex items-start justify-between gap-3">
        <h2 id={`${id}-title`} className="text-lg font-semibold">
          {title}
        </h2>
        {action}
      </div>
      <p className="mt-1 text-sm text-pretty text-muted">{text}</p>
      <div className="mt-5 space-y-5">{children}</div>
    </section>
  );
}
