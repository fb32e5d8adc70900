import { CheckIcon, PencilSquareIcon } from "@heroicons/react/16/solid";
import { type ReactNode, useRef, useState } from "react";
import { Badge, Button, Highlight, Skeleton } from "../ui/index.ts";
import { useOnboardingTexts } from "./texts.ts";

export interface FoundRowProps {
  label: string;
  /** What it is now, for the flash when it changes by itself; null: nothing yet. */
  value: string | null;
  /** In place of the plain value. */
  children?: ReactNode;
  isLooking: boolean;
  isOwn: boolean;
  /** Words for a value of the owner's. */
  ownWord?: string;
  empty?: string;
  /** Draws the control; `close` when it is done. Left out: it cannot be changed here. */
  editor?: (close: () => void) => ReactNode;
  /** Beside "Change". */
  action?: ReactNode;
}

/** One thing that was found, with the way to change it. */
export function FoundRow({ label, value, children, isLooking, isOwn, ownWord, empty, editor, action }: FoundRowProps) {
  const texts = useOnboardingTexts();
  const [editing, setEditing] = useState(false);
  const opener = useRef<HTMLDivElement>(null);
  const close = () => {
    setEditing(false);
    requestAnimationFrame(() => opener.current?.querySelector("button")?.focus());
  };
  return (
    <div className="grid gap-x-4 gap-y-1.5 border-t border-line py-3.5 grid-cols-[minmax(0,1fr)_auto] sm:grid-cols-[9.5rem_minmax(0,1fr)_auto]">
      <p className="order-1 self-center text-sm text-muted sm:self-start sm:pt-0.5">
        {label}
        {isOwn && (
          <span className="ms-2 inline-block align-middle">
            <Badge tone="success" icon={CheckIcon}>
              {ownWord ?? texts.yours}
            </Badge>
          </span>
        )}
      </p>
      <div className="order-3 col-span-2 min-w-0 wrap-anywhere sm:order-2 sm:col-span-1" dir="auto">
        {editing && editor ? (
          editor(close)
        ) : value === null ? (
          isLooking ? (
            <span className="flex items-center gap-3 text-sm text-muted">
              <Skeleton className="h-4 w-32" />
              <span className="sr-only">{texts.lookingFor}</span>
            </span>
          ) : (
            <span className="text-muted">{empty ?? texts.notFound}</span>
          )
        ) : (
          <span className="block animate-enter">
            <Highlight of={value} className="block">
              {children ?? value}
            </Highlight>
          </span>
        )}
      </div>
      <div
        ref={opener}
        className="order-2 -my-1.5 flex items-center justify-end gap-1 pointer-coarse:-my-2.5 pointer-coarse:min-h-11 sm:order-3 sm:items-start"
      >
        {!editing && action}
        {editor && !editing && (
          <Button
            size="small"
            look="ghost"
            icon={PencilSquareIcon}
            aria-label={value === null ? texts.addOf(label) : texts.editOf(label)}
            onClick={() => setEditing(true)}
          >
            {value === null ? texts.add : texts.edit}
          </Button>
        )}
      </div>
    </div>
  );
}
