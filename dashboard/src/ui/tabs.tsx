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
  const counted = tabs.filter(({ count }) => count !== undefined).length;
  // On phones, and beside a panel, the current one may lie beyond the edge; counts that come later move it on.
  useEffect(() => {
    const row = nav.current;
    if (!row) return undefined;
    const observer = new ResizeObserver(() => showCurrent(row));
    observer.observe(row);
    return () => observer.disconnect();
  }, [here, counted]);
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

function showCurrent(row: HTMLElement): void {
  const place = row.getBoundingClientRect();
  const current = row.querySelector("[aria-current]")?.getBoundingClientRect();
  if (current) row.scrollBy(current.x + current.width / 2 - (place.x + place.width / 2), 0);
}
