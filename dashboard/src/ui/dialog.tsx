import { XMarkIcon } from "@heroicons/react/20/solid";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { IconButton } from "./button.tsx";
import { cx } from "./cx.ts";
import { focusInside } from "./focus-inside.ts";
import { useKitTexts } from "./texts.ts";

export const backdrop = "fixed inset-0 z-40 animate-fade bg-backdrop";

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** One sentence under the title. */
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons at the end, the deed last. */
  actions?: ReactNode;
  size?: "small" | "normal" | "large";
  /** Where the focus goes first; else the first control. */
  initialFocus?: React.RefObject<HTMLElement | null>;
}

const widths = { small: "md:max-w-105", normal: "md:max-w-140", large: "md:max-w-200" };

/** A question that has to be answered before going on. Details belong into a SidePanel. On phones a sheet from below. */
export function Dialog({
  open,
  onClose,
  title,
  description,
  children,
  actions,
  size = "normal",
  initialFocus,
}: DialogProps) {
  const texts = useKitTexts();
  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={backdrop} />
        <div className="pointer-events-none fixed inset-0 z-40 grid grid-cols-1 place-items-end md:place-items-center md:p-6">
          <Radix.Content
            tabIndex={-1}
            {...(description === undefined && { "aria-describedby": undefined })}
            onOpenAutoFocus={(event) => {
              if (!initialFocus?.current) return focusInside(event);
              event.preventDefault();
              initialFocus.current.focus();
            }}
            className={cx(
              "pointer-events-auto flex max-h-[92dvh] w-full animate-rise flex-col rounded-t-sheet bg-raised shadow-float outline-none md:rounded-sheet",
              widths[size],
            )}
          >
            <div className="flex items-start gap-3 p-4 pb-0 md:p-6 md:pb-0">
              <div className="min-w-0 flex-1">
                <Radix.Title className="text-lg font-semibold text-balance">{title}</Radix.Title>
                {description !== undefined && (
                  <Radix.Description className="mt-1 text-pretty text-muted">{description}</Radix.Description>
                )}
              </div>
              <Radix.Close asChild>
                <IconButton name={texts.close} icon={XMarkIcon} className="-me-1.5 -mt-1.5" />
              </Radix.Close>
            </div>
            {children !== undefined && (
              <div className="min-h-0 overflow-y-auto overscroll-contain p-4 pt-4 md:px-6">{children}</div>
            )}
            {actions !== undefined && (
              <div className="flex flex-col-reverse gap-2 p-4 pt-2 sm:flex-row sm:justify-end md:p-6 md:pt-2">
                {actions}
              </div>
            )}
          </Radix.Content>
        </div>
      </Radix.Portal>
    </Radix.Root>
  );
}
