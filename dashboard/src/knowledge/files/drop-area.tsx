import { ArrowUpTrayIcon } from "@heroicons/react/20/solid";
import { type ReactNode, useRef, useState } from "react";
import { useFileTexts } from "./texts.ts";

export interface DropAreaProps {
  /** Null: nothing may be dropped here. */
  onFiles: ((files: readonly File[]) => void) | null;
  children: ReactNode;
}

/** Files may be dropped anywhere on it; it says so while some are held over it. */
export function DropArea({ onFiles, children }: DropAreaProps) {
  const texts = useFileTexts();
  const [over, setOver] = useState(false);
  // Every part that is passed over tells of it: only the way out of all of them counts.
  const inside = useRef(0);
  if (onFiles === null) return <>{children}</>;
  const end = () => {
    inside.current = 0;
    setOver(false);
  };
  return (
    <div
      className="relative flex min-h-80 flex-1 flex-col"
      onDragEnter={(event) => {
        if (!event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        inside.current += 1;
        setOver(true);
      }}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes("Files")) event.preventDefault();
      }}
      onDragLeave={() => {
        inside.current -= 1;
        if (inside.current <= 0) end();
      }}
      onDrop={(event) => {
        event.preventDefault();
        end();
        onFiles([...event.dataTransfer.files]);
      }}
    >
      {children}
      {over && (
        <div className="pointer-events-none absolute inset-0 z-20 flex items-start justify-center rounded-card border-2 border-dashed border-accent bg-accent-soft/90 pt-24">
          <p className="flex items-center gap-2 text-lg font-medium text-accent-text">
            <ArrowUpTrayIcon aria-hidden className="size-5" />
            {texts.drop}
          </p>
        </div>
      )}
    </div>
  );
}
