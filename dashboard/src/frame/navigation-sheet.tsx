import { XMarkIcon } from "@heroicons/react/20/solid";
import { Dialog as Radix } from "radix-ui";
import { IconButton } from "../ui/button.tsx";
import { backdrop } from "../ui/dialog.tsx";
import { focusInside } from "../ui/focus-inside.ts";
import { OrganizationSwitcher } from "./organization-switcher.tsx";
import { Navigation } from "./sidebar.tsx";
import { useFrameTexts } from "./texts.ts";

/** The navigation on phones. */
export function NavigationSheet({ onClose }: { onClose: () => void }) {
  const texts = useFrameTexts();
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={backdrop} />
        <Radix.Content
          aria-describedby={undefined}
          tabIndex={-1}
          onOpenAutoFocus={focusInside}
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
  );
}
