const FIELDS = "input:not([type=hidden], :disabled), textarea:not(:disabled), [role=combobox]:not(:disabled)";

/**
 * Where the focus goes when something opens: what asked for it, else the first field, else the whole, so that reading
 * begins at the title. On touch no field is given it: the keyboard would cover what has just opened.
 */
export function focusInside(event: Event): void {
  const { currentTarget: opened } = event;
  if (!(opened instanceof HTMLElement)) return;
  event.preventDefault();
  if (opened.contains(document.activeElement) && document.activeElement !== opened) return;
  const touch = matchMedia("(pointer: coarse)").matches;
  const field = touch ? null : opened.querySelector<HTMLElement>(FIELDS);
  (field ?? opened).focus({ preventScroll: true });
}
