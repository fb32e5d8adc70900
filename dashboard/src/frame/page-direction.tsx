import { Direction } from "radix-ui";
import { type ReactNode, useSyncExternalStore } from "react";

const read = () => (document.documentElement.dir === "rtl" ? "rtl" : "ltr");

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ["dir"] });
  return () => observer.disconnect();
}

/** Arrow keys, menus and sliders run as the page is read: whatever its `dir` says. */
export function PageDirection({ children }: { children: ReactNode }) {
  return <Direction.Provider dir={useSyncExternalStore(subscribe, read)}>{children}</Direction.Provider>;
}
