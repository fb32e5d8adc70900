import { CheckCircleIcon, ExclamationTriangleIcon, XMarkIcon } from "@heroicons/react/20/solid";
import { useEffect, useRef, useState } from "react";
import { createStore, useStore } from "./store.ts";
import { useKitTexts } from "./texts.ts";

interface Shown {
  id: number;
  tone: "done" | "problem";
  words: string;
  undo?: () => void;
}

const shown = createStore<readonly Shown[]>([]);
let last = 0;

function show(what: Omit<Shown, "id">): void {
  last += 1;
  shown.set([
    ...shown
      .get()
      .filter((each) => each.words !== what.words)
      .slice(-2),
    { ...what, id: last },
  ]);
}

const close = (id: number) => shown.set(shown.get().filter((each) => each.id !== id));

/** Says shortly what has happened, at the lower edge. With `undo` a way back. */
export const toast = {
  done(words: string, { undo }: { undo?: () => void } = {}): void {
    show({ tone: "done", words, ...(undo && { undo }) });
  },
  problem(words: string): void {
    show({ tone: "problem", words });
  },
};

const STAYS_MS = 5_000;
const STAYS_LONG_MS = 10_000;

/** Where toasts appear: once, in the frame. */
export function Toasts() {
  const toasts = useStore(shown);
  const texts = useKitTexts();
  return (
    <section
      aria-label={texts.notifications}
      aria-live="polite"
      className="pointer-events-none fixed inset-x-4 bottom-4 z-50 flex flex-col items-center gap-2 md:start-auto md:items-end"
    >
      {toasts.map((each) => (
        <ToastCard key={each.id} toast={each} />
      ))}
    </section>
  );
}

function ToastCard({ toast: { id, tone, words, undo } }: { toast: Shown }) {
  const texts = useKitTexts();
  const [held, setHeld] = useState(false);
  const undone = useRef(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => close(id), undo || tone === "problem" ? STAYS_LONG_MS : STAYS_MS);
    return () => clearTimeout(timer);
  }, [held, id, tone, undo]);
  const takeBack = () => {
    if (undone.current) return;
    undone.current = true;
    undo?.();
    close(id);
  };
  return (
    <div
      role={tone === "problem" ? "alert" : "status"}
      className="pointer-events-auto flex w-full max-w-100 animate-rise items-start gap-2.5 rounded-card bg-raised p-3 shadow-float"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {tone === "done" ? (
        <CheckCircleIcon aria-hidden className="mt-px size-5 shrink-0 text-success" />
      ) : (
        <ExclamationTriangleIcon aria-hidden className="mt-px size-5 shrink-0 text-danger" />
      )}
      <p className="min-w-0 flex-1 text-pretty">{words}</p>
      {undo && (
        <button
          type="button"
          className="rounded-control font-medium text-accent-text hover:underline"
          onClick={takeBack}
        >
          {texts.undo}
        </button>
      )}
      <button
        type="button"
        aria-label={texts.close}
        className="-m-1 rounded-control p-1 text-muted hover:bg-hover hover:text-text"
        onClick={() => close(id)}
      >
        <XMarkIcon aria-hidden className="size-4" />
      </button>
    </div>
  );
}
