import { useLocation } from "@tanstack/react-router";
import { cx } from "../ui/cx.ts";
import { RouteLink } from "../ui/link.tsx";
import { Tooltip } from "../ui/tooltip.tsx";
import type { Place } from "./places.ts";

export interface NavLinkProps {
  place: Place;
  narrow: boolean;
  /** Current for every address that holds this. */
  under?: string;
}

export function NavLink({ place: { label, to, icon: Glyph, letter, exact }, narrow, under }: NavLinkProps) {
  const here = useLocation({ select: ({ pathname }) => pathname });
  const trimmed = here.replace(/\/$/, "");
  const current = under
    ? here.includes(under)
    : trimmed === to || (!exact && here.startsWith(`${to}/`) && !isAgentOf(to, here));
  const link = (
    <RouteLink
      to={to}
      aria-current={current ? (under ? "true" : "page") : undefined}
      aria-label={narrow ? label : undefined}
      className={cx(
        "flex h-8 items-center gap-2.5 rounded-control px-2 transition-colors duration-fast pointer-coarse:h-11",
        narrow && "justify-center",
        current ? "font-medium text-text" : "text-muted hover:bg-hover hover:text-text",
        current && (under ? "hover:bg-hover" : "bg-pressed"),
      )}
    >
      <Glyph aria-hidden className={cx("size-4 shrink-0", current && "text-accent-text")} />
      {!narrow && <span className="truncate">{label}</span>}
    </RouteLink>
  );
  return (
    <li>
      {narrow ? (
        <Tooltip side="end" words={label} shortcut={letter && `g ${letter}`}>
          {link}
        </Tooltip>
      ) : (
        link
      )}
    </li>
  );
}

/** Below one agent its own places are current, not the list of agents. */
function isAgentOf(to: string, here: string): boolean {
  return to.endsWith("/agents") && /\/agents\/[^/]+/.test(here);
}
