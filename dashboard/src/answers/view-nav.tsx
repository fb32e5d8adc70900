import { useLocation } from "@tanstack/react-router";
import { cx, RouteLink } from "../ui/index.ts";

export interface ViewLink {
  label: string;
  to: string;
  count?: number | undefined;
}

/** Views of one tab, each with an address of its own; the first is current for all addresses that are no other's. */
export function ViewNav({ label, views }: { label: string; views: readonly ViewLink[] }) {
  const here = useLocation({ select: ({ pathname }) => pathname });
  const current = views.slice(1).find(({ to }) => here === to || here.startsWith(`${to}/`)) ?? views[0];
  return (
    <nav aria-label={label} className="mb-4 flex max-w-full gap-1 overflow-x-auto">
      {views.map((view) => (
        <RouteLink
          key={view.to}
          to={view.to}
          aria-current={view === current ? "page" : undefined}
          className={cx(
            "flex h-8 shrink-0 items-center gap-1.5 rounded-full px-3 text-sm font-medium transition-colors duration-fast pointer-coarse:h-11",
            view === current ? "bg-accent-soft text-accent-text" : "text-muted hover:bg-hover hover:text-text",
          )}
        >
          {view.label}
          {view.count !== undefined && view.count > 0 && (
            <span className="tabular-nums">{view.count.toLocaleString()}</span>
          )}
        </RouteLink>
      ))}
    </nav>
  );
}
