import type { ReactNode } from "react";

export interface NoticeScreenProps {
  title: string;
  text: string;
  action?: ReactNode;
  note?: string;
}

/** A whole screen that says one thing. */
export function NoticeScreen({ title, text, action, note }: NoticeScreenProps) {
  return (
    <section className="grid min-h-[70dvh] flex-1 place-items-center p-6 text-center">
      <title>{`${title} · Parley`}</title>
      <div className="max-w-110">
        <h1 className="text-xl font-semibold text-balance">{title}</h1>
        <p className="mt-2 text-pretty text-muted">{text}</p>
        {action !== undefined && <div className="mt-5 flex justify-center gap-2">{action}</div>}
        {note && <p className="mt-6 font-mono text-xs wrap-anywhere text-muted">{note}</p>}
      </div>
    </section>
  );
}
