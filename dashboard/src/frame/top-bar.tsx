import { Bars3Icon, MagnifyingGlassIcon, XMarkIcon } from "@heroicons/react/20/solid";
import { useLocation } from "@tanstack/react-router";
import { Dialog as Radix } from "radix-ui";
import { useEffect, useState } from "react";
import { IconButton } from "../ui/button.tsx";
import { backdrop } from "../ui/dialog.tsx";
import { openCommands } from "./commands.ts";
import { OrganizationSwitcher } from "./organization-switcher.tsx";
import { Navigation } from "./sidebar.tsx";
import { useFrameTexts } from "./texts.ts";

/** On phones: where the navigation is, which organization, and search. */
export function TopBar() {
  const texts = useFrameTexts();
  const [open, setOpen] = useState(false);
  const here = useLocation({ select: ({ pathname }) => pathname });
  useEffect(() => setOpen(false), [here]);
  return (
    <header className="sticky top-0 z-30 flex h-14 shrink-0 items-center gap-1 border-b border-line bg-page px-2 md:hidden">
      <Radix.Root open={open} onOpenChange={setOpen}>
        <Radix.Trigger asChild>
          <IconButton name={texts.openMenu} icon={Bars3Icon} />
        </Radix.Trigger>
        <Radix.Portal>
          <Radix.Overlay className={backdrop} />
          <Radix.Content
            aria-describedby={undefined}
            className="fixed inset-y-0 start-0 z-40 flex w-[min(20rem,85vw)] animate-sheet flex-col bg-page shadow-float outline-none [--from:-24px]"
          >
            <Radix.Title className="sr-only">{texts.navigation}</Radix.Title>
            <div className="flex items-center gap-1 p-2">
              <OrganizationSwitcher />
              <Radix.Close asChild>
                <IconButton name={texts.closeMenu} icon={XMarkIcon} />
              </Radix.Close>
            </div>
            <nav aria-label={texts.navigation} className="flex min-h-0 flex-1 flex-col">
              <Navigation />
            </nav>
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
      <OrganizationSwitcher />
      <IconButton name={texts.searchShort} icon={MagnifyingGlassIcon} onClick={openCommands} />
    </header>
  );
}
