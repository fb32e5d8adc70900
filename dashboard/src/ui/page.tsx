import { ChevronRightIcon } from "@heroicons/react/16/solid";
import { type ReactNode, useCallback, useMemo, useState } from "react";
import { cx } from "./cx.ts";
import { RouteLink } from "./link.tsx";
import { PageActionContext } from "./page-action.ts";
import { type TabLink, Tabs } from "./tabs.tsx";
import { useKitTexts } from "./texts.ts";

export interface PageProps {
  /** Heading and title of the window. */
  title: string;
  /** In place of the plain title, where it is more than words. */
  heading?: ReactNode;
  description?: ReactNode;
  /** How what is edited here stands: before the action, on phones on a line of its own. */
  state?: ReactNode;
  /** One primary action, secondary ones before it. An Empty with `pageAction` takes it while it is shown. */
  action?: ReactNode;
  /** Ways up, without the page itself. */
  breadcrumbs?: readonly { label: string; to: string }[];
  tabs?: readonly TabLink[];
  /** `wide` for lists, `normal` for settings and reading, `full` for editors that bring their own edges. */
  width?: "normal" | "wide" | "full";
  /** A SidePanel: stands beside the content on wide screens. */
  panel?: ReactNode;
  children: ReactNode;
}

/** One screen: where am I, what can I do, then the content. */
export function Page({
  title,
  heading,
  description,
  state,
  action,
  breadcrumbs,
  tabs,
  width = "wide",
  panel,
  children,
}: PageProps) {
  // All begin at the same place, so that nothing jumps between one page and the next.
  const outer = cx("mx-auto w-full px-4 md:px-8", width !== "full" && "max-w-360");
  const inner = cx("w-full", width === "normal" && "max-w-220");
  const { isTaken, pageAction } = usePageAction(action);
  return (
    <div className={cx("flex min-w-0 flex-1 flex-col", width === "full" && "min-h-0")}>
      <title>{`${title} · Parley`}</title>
      <header className={cx(outer, "pt-5 md:pt-7", tabs ? "pb-0" : "pb-5")}>
        <div className={inner}>
          {breadcrumbs && breadcrumbs.length > 0 && <Breadcrumbs steps={breadcrumbs} />}
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
            <h1
              tabIndex={-1}
              className="min-w-0 flex-1 basis-32 text-xl font-semibold tracking-[-0.012em] text-balance wrap-anywhere"
            >
              {heading ?? title}
            </h1>
            {state && <div className="flex items-center gap-3 max-sm:order-last max-sm:basis-full">{state}</div>}
            {action && (
              <div
                className={cx(
                  "flex flex-wrap items-center gap-2 md:-my-1",
                  // Several would push the description away from its title.
                  "max-sm:has-[>*+*]:order-last max-sm:has-[>*+*]:basis-full",
                  isTaken && "invisible",
                )}
              >
                {action}
              </div>
            )}
            {description !== undefined && (
              <p className="-mt-1.5 basis-full text-pretty text-muted">
                <span className="block max-w-170">{description}</span>
              </p>
            )}
          </div>
          {tabs && <Tabs tabs={tabs} className="mt-4" />}
        </div>
      </header>
      <div className={cx(outer, "flex min-h-0 flex-1 flex-col", tabs && "pt-5", width === "full" ? "pb-0" : "pb-16")}>
        <PageActionContext value={pageAction}>
          {width === "normal" ? <div className={inner}>{children}</div> : children}
        </PageActionContext>
      </div>
      {panel}
    </div>
  );
}

/** Its place in the head is kept, so that nothing moves when it comes back. */
function usePageAction(action: ReactNode) {
  const [takers, setTakers] = useState(0);
  const take = useCallback(() => {
    setTakers((count) => count + 1);
    return () => setTakers((count) => count - 1);
  }, []);
  return { isTaken: takers > 0, pageAction: useMemo(() => ({ action, take }), [action, take]) };
}

function Breadcrumbs({ steps }: { steps: readonly { label: string; to: string }[] }) {
  const texts = useKitTexts();
  return (
    <nav aria-label={texts.breadcrumbs} className="mb-1.5">
      <ol className="flex flex-wrap items-center gap-1 text-sm text-muted">
        {steps.map(({ label, to }) => (
          <li key={to} className="flex min-w-0 items-center gap-1">
            <RouteLink to={to} className="truncate rounded-control hover:text-text">
              {label}
            </RouteLink>
            <ChevronRightIcon aria-hidden className="size-3.5 shrink-0 rtl:-scale-x-100" />
          </li>
        ))}
      </ol>
    </nav>
  );
}
