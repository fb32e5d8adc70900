import { type RefObject, useEffect, useRef } from "react";

interface ListKeys {
  body: RefObject<HTMLElement | null>;
  onToggle: ((place: number) => void) | undefined;
}

/** `j` and `k` go down and up, `x` selects, Enter opens: the focus stands on the row's link. */
export function useListKeys(keys: ListKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || isBusy(event.target)) return;
      const { body, onToggle } = latest.current;
      const links = [...(body.current?.querySelectorAll<HTMLElement>("[data-row-link]") ?? [])];
      if (links.length === 0) return;
      const focused = links.findIndex((link) => link === document.activeElement);
      const here = focused >= 0 ? focused : links.findIndex((link) => link.ariaCurrent === "page");
      if (event.key === "x" && here >= 0) onToggle?.(here);
      else if (event.key === "j" || event.key === "k") {
        const next = links[here < 0 ? 0 : Math.min(links.length - 1, Math.max(0, here + (event.key === "j" ? 1 : -1)))];
        next?.focus({ preventScroll: true });
        next?.scrollIntoView({ block: "nearest" });
      } else return;
      event.preventDefault();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
}

function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector("[role=dialog][data-state=open], [role=menu]")) return true;
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
