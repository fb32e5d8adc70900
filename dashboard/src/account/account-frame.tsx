import type { ReactNode } from "react";
import { cx } from "../ui/cx.ts";
import { useAccountTexts } from "./texts.ts";

/** Fields beside large buttons. */
export const tall = "h-10! pointer-coarse:h-12!";

export interface AccountFrameProps {
  title: string;
  text?: ReactNode;
  children?: ReactNode;
  /** Under everything: the way to another page. */
  footer?: ReactNode;
  /** Beside the form on wide screens. */
  beside?: ReactNode;
}

/** A page for somebody who is not signed in: one column, one thing to do. */
export function AccountFrame({ title, text, children, footer, beside }: AccountFrameProps) {
  const texts = useAccountTexts();
  return (
    <div className={cx("grid min-h-dvh", beside !== undefined && "lg:grid-cols-[minmax(0,1fr)_minmax(0,1.05fr)]")}>
      <title>{`${title} · ${texts.product}`}</title>
      <main className="flex min-w-0 flex-col bg-surface px-5 py-6 sm:px-8 lg:px-12">
        <p className="flex items-center gap-2 font-semibold">
          <Mark className="size-6" />
          {texts.product}
        </p>
        <div className="mx-auto flex w-full max-w-90 flex-1 flex-col justify-center py-10">
          <h1 className="text-2xl font-semibold tracking-[-0.02em] text-balance">{title}</h1>
          {text !== undefined && <p className="mt-2 text-pretty text-muted">{text}</p>}
          <div className="mt-7 space-y-5">{children}</div>
          {footer !== undefined && <p className="mt-7 text-muted">{footer}</p>}
        </div>
      </main>
      {beside !== undefined && (
        <aside className="hidden min-w-0 place-items-center border-s border-line bg-page p-12 lg:grid">{beside}</aside>
      )}
    </div>
  );
}

/** Two lines in a balloon: somebody answers. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={className}>
      <path
        className="fill-accent"
        d="M16 3C8.3 3 2 8.1 2 14.6c0 3.5 1.9 6.7 4.9 8.8L6 29l6.3-3.1c1.2.2 2.4.4 3.7.4 7.7 0 14-5.2 14-11.7S23.7 3 16 3Z"
      />
      <path className="stroke-on-accent" strokeWidth="2.5" strokeLinecap="round" d="M10 12.5h12M10 17.5h7.5" />
    </svg>
  );
}

/** A line with a word in it, between two ways. */
export function Or() {
  const texts = useAccountTexts();
  return (
    <div className="flex items-center gap-3 text-sm text-muted">
      <span className="h-px flex-1 bg-line" />
      {texts.or}
      <span className="h-px flex-1 bg-line" />
    </div>
  );
}
