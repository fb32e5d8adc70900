import type { ReactNode } from "react";
import { useTakenAction } from "./page-action.ts";

export interface EmptyProps {
  /** One sentence: what is not here yet, and what it will be. */
  title: string;
  text?: ReactNode;
  /** One action. */
  action?: ReactNode;
  /** The page's own action stands here in place of in its head. */
  pageAction?: boolean;
  /** What it will look like, drawn small. */
  picture?: "list" | "conversation" | "document" | "search" | "chart" | "key" | "people" | "mail" | "agent";
  /** Inside a card: less air. */
  small?: boolean;
}

/** What stands where nothing is yet. */
export function Empty({ title, text, action: own, pageAction = false, picture = "list", small }: EmptyProps) {
  const taken = useTakenAction(pageAction);
  const action = own ?? taken;
  return (
    <div className={`mx-auto flex max-w-110 flex-col items-center px-4 text-center ${small ? "py-8" : "py-16"}`}>
      <svg aria-hidden viewBox="0 0 120 72" className="mb-4 h-18 w-30" fill="none">
        {pictures[picture]}
      </svg>
      <p className="text-lg font-medium text-balance">{title}</p>
      {text !== undefined && <p className="mt-1 text-pretty text-muted">{text}</p>}
      {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}

const line = "stroke-line-strong";
const soft = "fill-surface stroke-line-strong";
const bar = (x: number, y: number, width: number) => (
  <rect x={x} y={y} width={width} height={5} rx={2.5} className="fill-line-strong" />
);
const mark = (x: number, y: number) => <circle cx={x} cy={y} r={5} className="fill-accent-soft stroke-accent" />;

const pictures = {
  list: (
    <>
      <rect x={18.5} y={8.5} width={83} height={16} rx={4} className={soft} />
      <rect x={18.5} y={28.5} width={83} height={16} rx={4} className={soft} />
      <rect x={18.5} y={48.5} width={83} height={16} rx={4} className={soft} strokeDasharray="3 3" />
      {mark(29, 16.5)}
      {bar(40, 14, 44)}
      {bar(40, 34, 32)}
    </>
  ),
  conversation: (
    <>
      <rect x={20.5} y={8.5} width={54} height={22} rx={8} className={soft} />
      <rect x={45.5} y={38.5} width={54} height={22} rx={8} className="fill-accent-soft stroke-accent" />
      {bar(29, 17, 36)}
      <rect x={54} y={47} width={28} height={5} rx={2.5} className="fill-accent" />
    </>
  ),
  document: (
    <>
      <rect x={38.5} y={4.5} width={44} height={62} rx={5} className={soft} />
      {bar(46, 14, 22)}
      {bar(46, 25, 28)}
      {bar(46, 34, 28)}
      {bar(46, 43, 18)}
      {mark(82, 58)}
    </>
  ),
  search: (
    <>
      <rect x={14.5} y={20.5} width={92} height={26} rx={8} className={soft} />
      <circle cx={31} cy={32} r={5.5} className="stroke-accent" strokeWidth={1.75} />
      <path d="m35.5 36.5 4.5 4.5" className="stroke-accent" strokeWidth={1.75} strokeLinecap="round" />
      {bar(48, 31, 38)}
    </>
  ),
  chart: (
    <>
      <path d="M16 62.5h88" className={line} />
      <rect x={26} y={42} width={12} height={20} rx={2} className="fill-line-strong" />
      <rect x={46} y={30} width={12} height={32} rx={2} className="fill-line-strong" />
      <rect x={66} y={36} width={12} height={26} rx={2} className="fill-line-strong" />
      <rect x={86} y={14} width={12} height={48} rx={2} className="fill-accent" />
    </>
  ),
  key: (
    <>
      <rect x={16.5} y={22.5} width={88} height={26} rx={6} className={soft} />
      <circle cx={32} cy={35.5} r={5} className="stroke-accent" strokeWidth={1.75} />
      <path d="M37 35.5h12m-4 0v4" className="stroke-accent" strokeWidth={1.75} strokeLinecap="round" />
      {[58, 66, 74, 82, 90].map((x) => (
        <circle key={x} cx={x} cy={35.5} r={2} className="fill-line-strong" />
      ))}
    </>
  ),
  people: (
    <>
      <circle cx={60} cy={25} r={9.5} className="fill-accent-soft stroke-accent" />
      <path d="M42.5 58c0-10 8-16.5 17.5-16.5S77.5 48 77.5 58" className="fill-accent-soft stroke-accent" />
      <circle cx={29} cy={32} r={6.5} className={soft} />
      <path d="M17.5 56c0-7 5-12 11.5-12 3 0 6 1 8 3" className={soft} />
      <circle cx={91} cy={32} r={6.5} className={soft} />
      <path d="M102.5 56c0-7-5-12-11.5-12-3 0-6 1-8 3" className={soft} />
    </>
  ),
  mail: (
    <>
      <rect x={28.5} y={14.5} width={63} height={44} rx={6} className={soft} />
      <path d="m29 20 31 22 31-22" className="stroke-accent" strokeWidth={1.75} strokeLinejoin="round" />
    </>
  ),
  agent: (
    <>
      <rect x={30.5} y={10.5} width={59} height={44} rx={14} className="fill-accent-soft stroke-accent" />
      <path d="m42 54-3 11 14-10.5" className="fill-accent-soft stroke-accent" strokeLinejoin="round" />
      <path d="M46 28h28M46 38h18" className="stroke-accent" strokeWidth={3} strokeLinecap="round" />
    </>
  ),
};
