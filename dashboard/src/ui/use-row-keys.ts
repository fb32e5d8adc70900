import { type RefObject, useEffect, useRef } from "react";

export interface RowKeys {
  body: RefObject<HTMLElement | null>;
  count: number;
  /** Brings a row that is not drawn into sight. */
  scrollTo: ((place: number) => void) | undefined;
  onToggle: ((place: number, range?: boolean) => void) | undefined;
}

/** `j` and `k` go down and up, `x` selects, Enter opens (the focus stands on the row's link). */
export function useRowKeys(keys: RowKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || isBusy(event.target)) return;
      const { body, count, scrollTo, onToggle } = latest.current;
      if (!body.current || count === 0) return;
      const here = placeOf(body.current);
      if (event.key === "x" && here >= 0) onToggle?.(here, event.shiftKey);
      else if (event.key === "j" || event.key === "k") {
        const next = Math.min(count - 1, Math.max(0, here < 0 ? 0 : here + (event.key === "j" ? 1 : -1)));
        scrollTo?.(next);
        requestAnimationFrame(() => focusRow(body.current, next));
      } else return;
      event.preventDefault();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
}

function placeOf(body: HTMLElement): number {
  const row = document.activeElement?.closest("tr[data-index]");
  return row && body.contains(row) ? Number(row.getAttribute("data-index")) : -1;
}

function focusRow(body: HTMLElement | null, place: number): void {
  const row = body?.querySelector(`tr[data-index="${place}"]`);
  const target = row?.querySelector<HTMLElement>("[data-row-link]") ?? row?.querySelector<HTMLElement>("button, a");
  target?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: "nearest" });
}

function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector("[role=dialog][data-state=open]:not([data-panel]), [role=menu]")) return true;
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
