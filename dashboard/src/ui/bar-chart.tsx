import { ChartBarIcon, TableCellsIcon } from "@heroicons/react/16/solid";
import { type KeyboardEvent, useRef, useState } from "react";
import { IconButton } from "./button.tsx";
import { ChartTable } from "./chart-table.tsx";
import { cx } from "./cx.ts";
import { findTicks } from "./find-ticks.ts";
import { useKitTexts } from "./texts.ts";
import { formatNumber } from "./time.tsx";

export interface Bar {
  label: string;
  value: number;
  /** A second part on top of it, such as "not answered". */
  also?: number;
}

export interface BarChartProps {
  title: string;
  bars: readonly Bar[];
  format?: (value: number) => string;
  /** Words for the two parts, when bars have two. */
  parts?: readonly [string, string];
  className?: string;
}

/** Bars over time or over names; the same as a table at the press of a button. */
export function BarChart({ title, bars, format = formatNumber, parts, className }: BarChartProps) {
  const texts = useKitTexts();
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className={cx("min-w-0", className)}>
      <figcaption className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span className="font-medium">{title}</span>
        <span className="flex items-center gap-3 text-sm text-muted">
          {parts?.map((part, place) => (
            <Part key={part} second={place === 1}>
              {part}
            </Part>
          ))}
          <IconButton
            size="small"
            name={asTable ? texts.showChart : texts.showTable}
            icon={asTable ? ChartBarIcon : TableCellsIcon}
            onClick={() => setAsTable(!asTable)}
          />
        </span>
      </figcaption>
      {asTable ? <ChartTable {...{ title, bars, format, parts }} /> : <Bars {...{ title, bars, format, parts }} />}
    </figure>
  );
}

export type Drawn = Pick<BarChartProps, "title" | "bars" | "parts"> & { format: (value: number) => string };

function Part({ second, children }: { second: boolean; children: string }) {
  return (
    <span className="flex items-center gap-1.5 whitespace-nowrap">
      <span aria-hidden className={cx("size-2 shrink-0 rounded-full", second ? "bg-chart-2" : "bg-chart-1")} />
      {children}
    </span>
  );
}

/** One stop of the Tab key; the arrows go from bar to bar. */
function Bars({ title, bars, format, parts }: Drawn) {
  const ticks = findTicks(Math.max(0, ...bars.map(totalOf)));
  const top = ticks.at(-1) ?? 1;
  const every = Math.max(1, Math.ceil(bars.length / 8));
  const row = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(bars.length - 1);
  const [shown, setShown] = useState<number | null>(null);
  const here = Math.min(stop, bars.length - 1);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === "Escape") return setShown(null);
    const next = placeAfter(event, here, bars.length);
    if (next === undefined) return;
    event.preventDefault();
    row.current?.querySelectorAll("button")[next]?.focus();
  };
  return (
    <div role="group" aria-label={title} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2">
      <Axis ticks={ticks} format={format} />
      <div className="relative h-40">
        {ticks.map((tick) => (
          <span
            key={tick}
            aria-hidden
            style={{ bottom: `${(tick / top) * 100}%` }}
            className={cx("absolute inset-x-0 border-b", tick === 0 ? "border-line-strong" : "border-line")}
          />
        ))}
        <div
          ref={row}
          onKeyDown={onKeyDown}
          onPointerLeave={() => setShown(null)}
          className="relative flex h-full items-end gap-[max(1px,0.5%)]"
        >
          {bars.map((bar, place) => (
            <BarMark
              key={bar.label}
              {...{ bar, top }}
              name={`${bar.label}: ${wordsOf(bar, { format, parts })}`}
              isStop={place === here}
              onStop={() => setStop(place)}
              onShow={(on) => setShown((before) => (on ? place : before === place ? null : before))}
            />
          ))}
        </div>
        {shown !== null && bars[shown] && <Value bar={bars[shown]} place={shown} {...{ bars, format, parts, top }} />}
      </div>
      <div aria-hidden className="col-start-2 mt-1.5 flex gap-[max(1px,0.5%)] text-xs text-muted">
        {bars.map(({ label }, place) => (
          <span key={label} className="flex min-w-0 flex-1 justify-center whitespace-nowrap">
            {place % every === 0 ? label : ""}
          </span>
        ))}
      </div>
    </div>
  );
}

const totalOf = ({ value, also = 0 }: Bar) => value + also;

function wordsOf({ value, also = 0 }: Bar, { format, parts }: Pick<Drawn, "format" | "parts">): string {
  return parts ? `${parts[0]} ${format(value)}, ${parts[1]} ${format(also)}` : format(value);
}

/** Time runs as the page is read. */
function placeAfter({ key, currentTarget }: KeyboardEvent<HTMLElement>, place: number, count: number) {
  const onwards = getComputedStyle(currentTarget).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  if (key === "ArrowLeft" || key === "ArrowRight")
    return Math.max(0, Math.min(count - 1, place + (key === onwards ? 1 : -1)));
  return undefined;
}

function Axis({ ticks, format }: { ticks: readonly number[]; format: (value: number) => string }) {
  const top = ticks.at(-1) ?? 1;
  return (
    <div aria-hidden className="relative text-end text-xs text-muted tabular-nums">
      {/* As wide as the widest of them. */}
      <span className="invisible">{format(top)}</span>
      {ticks.map((tick) => (
        <span key={tick} style={{ bottom: `${(tick / top) * 100}%` }} className="absolute end-0 translate-y-1/2">
          {format(tick)}
        </span>
      ))}
    </div>
  );
}

interface BarMarkProps {
  bar: Bar;
  top: number;
  name: string;
  isStop: boolean;
  onStop: () => void;
  onShow: (on: boolean) => void;
}

function BarMark({ bar: { value, also = 0 }, top, name, isStop, onStop, onShow }: BarMarkProps) {
  return (
    <button
      type="button"
      aria-label={name}
      tabIndex={isStop ? 0 : -1}
      onFocus={() => {
        onStop();
        onShow(true);
      }}
      onBlur={() => onShow(false)}
      onPointerEnter={() => onShow(true)}
      onClick={() => onShow(true)}
      className="flex h-full min-w-0 flex-1 cursor-default flex-col justify-end rounded-t-[2px] hover:bg-hover focus-visible:bg-hover"
    >
      <span
        style={{ height: `${(also / top) * 100}%` }}
        className="mx-auto block w-full max-w-10 rounded-t-[2px] bg-chart-2"
      />
      <span
        style={{ height: `${(value / top) * 100}%` }}
        className={cx("mx-auto block w-full max-w-10 bg-chart-1", also === 0 && "rounded-t-[2px]")}
      />
    </button>
  );
}

/** Above its bar, towards the middle, so that it never leaves the chart. */
function Value({
  bar,
  place,
  bars,
  format,
  parts,
  top,
}: Omit<Drawn, "title"> & { bar: Bar; place: number; top: number }) {
  const inFirstHalf = place < bars.length / 2;
  const inset = `${((inFirstHalf ? place : bars.length - 1 - place) / bars.length) * 100}%`;
  return (
    <div
      aria-hidden
      style={{
        bottom: `calc(${(totalOf(bar) / top) * 100}% + 0.375rem)`,
        [inFirstHalf ? "insetInlineStart" : "insetInlineEnd"]: inset,
      }}
      className="pointer-events-none absolute z-10 rounded-control bg-raised px-2.5 py-1.5 text-sm whitespace-nowrap shadow-float"
    >
      <span className="block text-muted">{bar.label}</span>
      {parts ? (
        parts.map((part, each) => (
          <span key={part} className="flex items-center justify-between gap-4">
            <Part second={each === 1}>{part}</Part>
            <span className="font-medium tabular-nums">{format(each === 0 ? bar.value : (bar.also ?? 0))}</span>
          </span>
        ))
      ) : (
        <span className="font-medium tabular-nums">{format(bar.value)}</span>
      )}
    </div>
  );
}
