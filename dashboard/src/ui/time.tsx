import { useEffect, useState } from "react";
import { useTimeZone } from "../live/session.ts";
import { useStore } from "./store.ts";
import { language } from "../texts/create-texts.ts";
import { Tooltip } from "./tooltip.tsx";

export interface TimeProps {
  /** ISO 8601, or milliseconds. */
  at: string | number | Date;
  /** `relative` ("3 min ago", the whole on pointing), else written out. */
  style?: "relative" | "date" | "datetime" | "time";
  className?: string;
}

/** A time in the member's zone. */
export function Time({ at, style = "relative", className }: TimeProps) {
  const zone = useTimeZone();
  const locale = useStore(language);
  const date = new Date(at);
  const now = useNow(style === "relative");
  if (Number.isNaN(date.getTime())) return null;
  const whole = formatTime(date, { zone, locale, style: "datetime" });
  if (style !== "relative")
    return (
      <time dateTime={date.toISOString()} className={className}>
        {formatTime(date, { zone, locale, style })}
      </time>
    );
  return (
    <Tooltip words={`${whole} (${zone})`}>
      <time dateTime={date.toISOString()} className={`whitespace-nowrap ${className ?? ""}`}>
        {relative({ date, now, zone, locale })}
      </time>
    </Tooltip>
  );
}

interface Shape {
  zone: string;
  locale: string;
  style: "date" | "datetime" | "time";
}

export function formatTime(date: Date, { zone, locale, style }: Shape): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    ...(style !== "time" && { dateStyle: "medium" }),
    ...(style !== "date" && { timeStyle: "short" }),
  }).format(date);
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;

function relative({ date, now, zone, locale }: { date: Date; now: number; zone: string; locale: string }): string {
  const past = date.getTime() - now;
  const size = Math.abs(past);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "narrow" });
  if (size < MINUTE_MS) return words.format(0, "second");
  if (size < HOUR_MS) return words.format(Math.round(past / MINUTE_MS), "minute");
  if (size < DAY_MS) return words.format(Math.round(past / HOUR_MS), "hour");
  if (size < WEEK_MS) return words.format(Math.round(past / DAY_MS), "day");
  const sameYear = date.getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    day: "numeric",
    month: "short",
    ...(!sameYear && { year: "numeric" }),
  }).format(date);
}

function useNow(ticking: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!ticking) return;
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS / 2);
    return () => clearInterval(timer);
  }, [ticking]);
  return now;
}

/** Milliseconds as people say them: 320 ms, 1.4 s, 3 min 5 s. */
export function Duration({ ms }: { ms: number }) {
  return <span className="tabular-nums">{formatDuration(ms)}</span>;
}

export function formatDuration(ms: number): string {
  if (ms < 1) return "<1 ms";
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  if (ms < 10_000) return `${(ms / 1_000).toFixed(1)} s`;
  if (ms < MINUTE_MS) return `${Math.round(ms / 1_000)} s`;
  const minutes = Math.floor(ms / MINUTE_MS);
  if (ms >= HOUR_MS) return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  return `${minutes} min ${Math.round((ms % MINUTE_MS) / 1_000)} s`;
}

export interface NumProps {
  value: number;
  /** `compact` 12k, `percent` of 0 to 1, `bytes`. */
  style?: "plain" | "compact" | "percent" | "bytes";
  digits?: number;
}

/** A number in the member's language, its figures of one width. */
export function Num({ value, style = "plain", digits }: NumProps) {
  const locale = useStore(language);
  return (
    <span className="tabular-nums">
      {formatNumber(value, { locale, style, ...(digits !== undefined && { digits }) })}
    </span>
  );
}

export function formatNumber(
  value: number,
  { locale = "en", style = "plain", digits }: { locale?: string; style?: NumProps["style"]; digits?: number } = {},
): string {
  const limits = { maximumFractionDigits: digits ?? (style === "plain" ? 2 : 1) };
  if (style === "bytes") {
    const step = Math.min(3, Math.max(0, Math.floor(Math.log10(Math.max(1, value)) / 3)));
    const unit = (["byte", "kilobyte", "megabyte", "gigabyte"] as const)[step] ?? "byte";
    return new Intl.NumberFormat(locale, { ...limits, style: "unit", unit }).format(value / 1_000 ** step);
  }
  const shape =
    style === "compact" ? { notation: "compact" as const } : style === "percent" ? { style: "percent" as const } : {};
  return new Intl.NumberFormat(locale, { ...limits, ...shape }).format(value);
}
