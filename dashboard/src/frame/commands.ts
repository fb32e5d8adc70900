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

export const openOverlay = createStore<"commands" | "shortcuts" | null>(null);

export const openCommands = (): void => openOverlay.set("commands");
export const openShortcuts = (): void => openOverlay.set("shortcuts");
