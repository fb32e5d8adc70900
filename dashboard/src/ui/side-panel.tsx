import { XMarkIcon } from "@heroicons/react/20/solid";
import { useNavigate } from "@tanstack/react-router";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { IconButton } from "./button.tsx";
import { cx } from "./cx.ts";
import { focusInside } from "./focus-inside.ts";
import { useKitTexts } from "./texts.ts";

export interface SidePanelProps {
  title: string;
  heading?: ReactNode;
  description?: ReactNode;
  /** The address without the panel. What narrows the page down stays, unless it ends in `?` or has a query of its own. */
  closeTo: string;
  action?: ReactNode;
  footer?: ReactNode;
  size?: "normal" | "wide";
  children: ReactNode;
}

const sizes = { normal: "md:w-120", wide: "md:w-[min(48rem,60vw)]" };

/** Details beside what they belong to, under an address of their own. The page stays usable; on phones a whole sheet. */
export function SidePanel({
  title,
  heading,
  description,
  closeTo,
  action,
  footer,
  size = "normal",
  children,
}: SidePanelProps) {
  const texts = useKitTexts();
  const navigate = useNavigate();
  const close = () => {
    const { pathname, search } = new URL(closeTo, "http://here");
    const given = Object.fromEntries(new URLSearchParams(search));
    const stays = search === "" && !closeTo.endsWith("?");
    void navigate({ to: pathname, search: stays ? (before: object) => before : given, resetScroll: false });
  };
  return (
    <Radix.Root open modal={false} onOpenChange={(open) => !open && close()}>
      <Radix.Portal>
        <Radix.Content
          data-panel={size}
          {...(description === undefined && { "aria-describedby": undefined })}
          tabIndex={-1}
          onOpenAutoFocus={focusInside}
          onInteractOutside={(event) => event.preventDefault()}
          className={cx(
            "fixed inset-y-0 end-0 z-30 flex w-full animate-sheet flex-col bg-raised shadow-float outline-none [--from:32px] rtl:[--from:-32px]",
            sizes[size],
          )}
        >
          <div className="border-b border-line px-4 py-3 md:px-5">
            <div className="flex items-start gap-2">
              <Radix.Title className="min-w-0 flex-1 py-1 text-lg font-semibold wrap-anywhere">
                {heading ?? title}
              </Radix.Title>
              {action}
              <Radix.Close asChild>
                <IconButton name={texts.close} icon={XMarkIcon} shortcut="escape" />
              </Radix.Close>
            </div>
            {description !== undefined && (
              <Radix.Description className="pb-1 text-sm text-muted">{description}</Radix.Description>
            )}
          </div>
          <div data-scroller className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-4 md:p-5">
            {children}
          </div>
          {footer !== undefined && (
            <div className="flex flex-wrap items-center gap-2 border-t border-line px-4 py-3 md:px-5">{footer}</div>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
