import { Bars3Icon, MagnifyingGlassIcon } from "@heroicons/react/20/solid";
import { useLocation } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState } from "react";
import { useAgentId } from "../live/use-organization-id.ts";
import { IconButton } from "../ui/button.tsx";
import { AgentSwitcher } from "./agent-switcher.tsx";
import { openCommands } from "./commands.ts";
import { OrganizationSwitcher } from "./organization-switcher.tsx";
import { useFrameTexts } from "./texts.ts";

const NavigationSheet = lazy(async () => ({
  default: (await import("./navigation-sheet.tsx")).NavigationSheet,
}));

/** On phones: where the navigation is, which organization or agent one is at, and search. */
export function TopBar() {
  const texts = useFrameTexts();
  const [open, setOpen] = useState(false);
  const agent = useAgentId();
  const here = useLocation({ select: ({ pathname }) => pathname });
  useEffect(() => setOpen(false), [here]);
  return (
    <header className="sticky top-0 z-30 flex h-14 shrink-0 items-center gap-1 border-b border-line bg-page px-2 md:hidden">
      <IconButton
        name={texts.openMenu}
        icon={Bars3Icon}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      />
      <Suspense>{open && <NavigationSheet onClose={() => setOpen(false)} />}</Suspense>
      {agent === null ? (
        <OrganizationSwitcher />
      ) : (
        <div className="min-w-0 flex-1">
          <AgentSwitcher narrow={false} />
        </div>
      )}
      <IconButton name={texts.searchShort} icon={MagnifyingGlassIcon} onClick={openCommands} />
    </header>
  );
}
