import { useEffect, useId } from "react";
import type { Icon } from "../ui/button.tsx";
import { createStore } from "../ui/store.ts";

/** Something that can be done from the command menu. */
export interface Command {
  /** What it does, as on its button: "Publish". */
  label: string;
  run: () => void;
  icon?: Icon;
  /** Further words to find it by. */
  keywords?: string;
  shortcut?: string;
}

export const registered = createStore<ReadonlyMap<string, readonly Command[]>>(new Map());
export const openOverlay = createStore<"commands" | "shortcuts" | null>(null);

export const openCommands = (): void => openOverlay.set("commands");
export const openShortcuts = (): void => openOverlay.set("shortcuts");

/** What this screen offers in the command menu, while it is shown. */
export function useCommands(commands: readonly Command[]): void {
  const id = useId();
  useEffect(() => {
    registered.set(new Map(registered.get()).set(id, commands));
    return () => {
      const left = new Map(registered.get());
      left.delete(id);
      registered.set(left);
    };
  }, [id, commands]);
}
