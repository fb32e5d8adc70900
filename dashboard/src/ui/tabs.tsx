import { useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { cx } from "./cx.ts";
import { RouteLink } from "./link.tsx";

export interface TabLink {
  label: string;
  to: string;
  count?: number | undefined;
  /** Also current for the addresses below it; by default it is. */
  exact?: boolean;
}

/** Tabs with an address each. */
export function Tabs({ tabs, className }: { tabs: readonly TabLink[]; className?: string }) {
  const here = useLocation({ select: ({ pathname }) => pathname });
  const nav = useRef<HTMLElement>(null);
  // On phones the current one may lie beyond the edge.
  useEffect(() => {
    const row = nav.current?.getBoundingClientRect();
    const current = nav.current?.querySelector("[aria-current]")?.getBoundingClientRect();
    if (row && current) nav.current?.scrollBy(current.x + current.width / 2 - (row.x + row.width / 2), 0);
  }, [here]);
  return (
    <nav ref={nav} className={cx("-mb-px flex gap-5 overflow-x-auto border-b border-line", className)}>
      {tabs.map(({ label, to, count, exact }) => {
        const path = to.split(/[?#]/)[0] ?? to;
        const current = here === path || (!exact && here.startsWith(`${path}/`));
        return (
          <RouteLink
            key={to}
            to={to}
            aria-current={current ? "page" : undefined}
            className={cx(
              "-mb-px flex h-9 shrink-0 items-center gap-1.5 border-b-2 whitespace-nowrap transition-colors duration-fast pointer-coarse:h-11",
              "-outline-offset-2",
              current ? "border-accent font-medium text-text" : "border-transparent text-muted hover:text-text",
            )}
          >
            {label}
            {count !== undefined && <span className="text-sm text-muted tabular-nums">{count}</span>}
          </RouteLink>
        );
      })}
    </nav>
  );
}
