import type { ReactNode } from "react";
import { cx } from "./cx.ts";

export interface CardProps {
  title?: ReactNode;
  text?: ReactNode;
  /** At the end of the title's line. */
  action?: ReactNode;
  /** Content without padding: a table, a list. */
  flush?: boolean;
  footer?: ReactNode;
  children?: ReactNode;
  className?: string;
}

/** A thing of its own on a page. Not every section needs one. */
export function Card({ title, text, action, flush, footer, children, className }: CardProps) {
  const head = title !== undefined || action !== undefined;
  return (
    <section
      className={cx(
        "flex min-w-0 flex-col rounded-card border border-line bg-surface",
        flush && "overflow-hidden",
        className,
      )}
    >
      {head && (
        <header
          className={cx(
            "flex flex-wrap items-start justify-between gap-3 px-4 pt-3.5",
            flush ? "pb-3" : children === undefined ? "pb-3.5" : "pb-0",
          )}
        >
          <div className={cx("min-w-0", text !== undefined && "flex-1 basis-56")}>
            <h2 className="font-semibold">{title}</h2>
            {text !== undefined && <p className="mt-0.5 text-sm text-pretty text-muted">{text}</p>}
          </div>
          {action !== undefined && <div className="-my-1 flex shrink-0 items-center gap-2">{action}</div>}
        </header>
      )}
      {children !== undefined && (
        <div className={cx("min-w-0 flex-1", !flush && "p-4", !flush && head && "pt-3")}>{children}</div>
      )}
      {footer !== undefined && (
        <footer className="flex items-center gap-2 rounded-b-card border-t border-line bg-page px-4 py-2.5 text-sm text-muted">
          {footer}
        </footer>
      )}
    </section>
  );
}

export interface FormSectionProps {
  /** Its anchor: `#tone`. */
  id: string;
  title: string;
  text?: ReactNode;
  children: ReactNode;
}

/** A part of long settings: words at the start, controls beside them. */
export function FormSection({ id, title, text, children }: FormSectionProps) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="grid scroll-mt-6 gap-x-10 gap-y-4 border-t border-line py-7 first:border-t-0 first:pt-0 lg:grid-cols-[minmax(0,15rem)_minmax(0,1fr)]"
    >
      <div>
        <h2 id={`${id}-title`} className="font-semibold">
          {title}
        </h2>
        {text !== undefined && <p className="mt-1 text-sm text-pretty text-muted">{text}</p>}
      </div>
      <div className="max-w-150 min-w-0 space-y-5">{children}</div>
    </section>
  );
}

export interface DefinitionsProps {
  items: readonly { term: ReactNode; value: ReactNode }[];
  className?: string;
}

/** Names and what they are, in two columns. */
export function Definitions({ items, className }: DefinitionsProps) {
  return (
    <dl className={cx("grid grid-cols-[minmax(6rem,auto)_minmax(0,1fr)] gap-x-4 gap-y-2", className)}>
      {items.map(({ term, value }, place) => (
        <div key={place} className="col-span-2 grid grid-cols-subgrid items-baseline">
          <dt className="text-sm text-muted">{term}</dt>
          <dd className="min-w-0 wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
