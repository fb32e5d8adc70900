import { XMarkIcon } from "@heroicons/react/16/solid";
import type { ReactNode } from "react";
import { IconButton } from "./button.tsx";
import { useKitTexts } from "./texts.ts";

/** What can be done with the rows that are selected, at the lower edge. */
export function SelectionBar({
  count,
  onClear,
  children,
}: {
  count: number;
  onClear: () => void;
  children: ReactNode;
}) {
  const texts = useKitTexts();
  return (
    <div className="pointer-events-none sticky bottom-4 z-20 mt-4 flex justify-center">
      <div
        role="toolbar"
        aria-label={texts.selected(count)}
        className="pointer-events-auto flex max-w-full animate-rise flex-wrap items-center gap-2 rounded-card bg-raised p-2 ps-3 shadow-float"
      >
        <span role="status" className="pe-1 font-medium tabular-nums">
          {texts.selected(count)}
        </span>
        {children}
        <IconButton name={texts.clearSelection} icon={XMarkIcon} shortcut="escape" onClick={onClear} />
      </div>
    </div>
  );
}
