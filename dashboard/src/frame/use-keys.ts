import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";

/** Keys by name: `"mod+k"`, `"?"`, `"x"`. Plain keys are left alone where somebody types, and under a dialog. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const mod = event.metaKey || event.ctrlKey;
      const name = mod ? `mod+${event.key.toLowerCase()}` : event.key;
      const run = latest.current[name];
      if (!run || event.altKey || event.defaultPrevented || event.isComposing) return;
      if (!mod && (isTyping(event.target) || isCovered())) return;
      event.preventDefault();
      run();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
}

const PAUSE_MS = 1_200;

/** `g`, then the letter of a place. */
export function useGoKeys(places: readonly { to: string; letter?: string }[]): void {
  const navigate = useNavigate();
  const latest = useRef(places);
  useEffect(() => {
    latest.current = places;
  });
  useEffect(() => {
    let pressed = 0;
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target) || isCovered()) return;
      const second = event.timeStamp - pressed < PAUSE_MS;
      pressed = !second && event.key === "g" ? event.timeStamp : 0;
      const place = second ? latest.current.find(({ letter }) => letter === event.key) : undefined;
      if (!place) return;
      event.preventDefault();
      event.stopPropagation();
      void navigate({ to: place.to });
    };
    addEventListener("keydown", onKey, { capture: true });
    return () => removeEventListener("keydown", onKey, { capture: true });
  }, [navigate]);
}

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

function isCovered(): boolean {
  return document.querySelector("[role=dialog][data-state=open], [role=alertdialog], [role=menu]") !== null;
}
