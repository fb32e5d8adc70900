import { Outlet, useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { isProblem } from "../live/api.tsx";
import { LiveConnection } from "../live/live-connection.tsx";
import { useOrganizationQuery } from "../live/session.ts";
import { useOrganizationId } from "../live/use-organization-id.ts";
import { LoadFailure } from "../ui/query-view.tsx";
import { useStore } from "../ui/store.ts";
import { CommandCentre } from "./command-centre.tsx";
import { ConnectionBanner } from "./connection-banner.tsx";
import { rememberOrganization } from "./last-organization.ts";
import { look } from "./look.ts";
import { NotYoursScreen } from "./not-found-screen.tsx";
import { Sidebar } from "./sidebar.tsx";
import { useFrameTexts } from "./texts.ts";
import { TopBar } from "./top-bar.tsx";

/** What stands around every screen of an organization. */
export function Frame() {
  const texts = useFrameTexts();
  const organization = useOrganizationQuery();
  const { narrow } = useStore(look);
  const id = organization.data?.id;
  useEffect(() => {
    if (id !== undefined) rememberOrganization(id);
  }, [id]);
  // Also over what is shown already: who is no member any more must not go on looking at it.
  if (isProblem(organization.error) && [403, 404].includes(organization.error.status)) return <NotYoursScreen />;
  if (organization.error && organization.data === undefined) {
    if (!isProblem(organization.error) || organization.error.status !== 401)
      return <LoadFailure error={organization.error} onRetry={organization.refetch} />;
  }
  return (
    <div className="flex h-dvh flex-col overflow-hidden md:flex-row">
      <a
        href="#content"
        className="sr-only z-50 rounded-control bg-raised px-3 py-2 shadow-float focus:not-sr-only focus:fixed focus:start-2 focus:top-2"
      >
        {texts.skip}
      </a>
      <Sidebar narrow={narrow} />
      <TopBar />
      <Content />
      <CommandCentre />
      <LiveConnection />
    </div>
  );
}

function Content() {
  const main = useFocusOnNavigation();
  const organization = useOrganizationId();
  return (
    <main
      ref={main}
      id="content"
      tabIndex={-1}
      className="relative flex min-h-0 min-w-0 flex-1 flex-col overflow-y-auto bg-surface"
      data-scroller
      data-scroll-restoration-id="content"
    >
      <ConnectionBanner />
      <Outlet key={organization} />
    </main>
  );
}

/** After going to another page the focus stands at its beginning, as if it had been loaded. */
function useFocusOnNavigation() {
  const main = useRef<HTMLElement>(null);
  const page = useLocation({ select: ({ pathname }) => pathname });
  const before = useRef(page);
  useEffect(() => {
    if (before.current === page) return;
    before.current = page;
    const inside = main.current?.contains(document.activeElement);
    const panel = document.activeElement?.closest("[data-panel]");
    if (inside && panel) return;
    if (document.activeElement?.closest("[data-keeps-focus]")) return;
    main.current?.focus({ preventScroll: true });
  }, [page]);
  return main;
}
