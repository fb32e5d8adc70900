import { ArrowTopRightOnSquareIcon } from "@heroicons/react/16/solid";
import { Link } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, ReactNode } from "react";
import { cx } from "./cx.ts";

export interface RouteLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  /** An address of this dashboard, made with `at`; `?a=b` and `#c` may follow. */
  to: string;
  children?: ReactNode;
  /** Takes the place of the page in the history. */
  replace?: boolean;
  /** False: the page stays where it is scrolled to. */
  resetScroll?: boolean;
  /** How the list here is narrowed down stays in the address: for a panel beside it. */
  keepSearch?: boolean;
  ref?: React.Ref<HTMLAnchorElement>;
}

/** A link inside the dashboard without a look of its own. */
export function RouteLink({ to, children, keepSearch = false, ...rest }: RouteLinkProps) {
  const { pathname, search, hash } = new URL(to, "http://here");
  const given = Object.fromEntries(new URLSearchParams(search));
  return (
    <Link
      to={pathname}
      search={keepSearch ? (before: object) => ({ ...before, ...given }) : given}
      hash={hash.slice(1)}
      {...rest}
    >
      {children}
    </Link>
  );
}

export interface TextLinkProps {
  /** An address of this dashboard. */
  to?: string;
  /** An address elsewhere: opens in a new tab and says so by its icon. */
  href?: string;
  children: ReactNode;
  /** Muted until pointed at: for links in rows and footers. */
  quiet?: boolean;
  className?: string;
}

export function TextLink({ to, href, children, quiet, className }: TextLinkProps) {
  const look = cx(
    "rounded-control underline-offset-2 hover:underline",
    quiet ? "text-muted hover:text-text" : "font-medium text-accent-text",
    className,
  );
  if (to !== undefined)
    return (
      <RouteLink to={to} className={look}>
        {children}
      </RouteLink>
    );
  return (
    <a href={safeHref(href)} target="_blank" rel="noreferrer" className={look}>
      {children}
      <ArrowTopRightOnSquareIcon aria-hidden className="ms-1 inline size-3.5 align-[-2px]" />
    </a>
  );
}

/** Addresses that came from outside may only lead to pages, mailboxes and telephones. */
export function safeHref(href: string | undefined): string | undefined {
  return href !== undefined && /^(https?:|mailto:|tel:|\/(?!\/))/i.test(href) ? href : undefined;
}
