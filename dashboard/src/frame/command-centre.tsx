import { lazy, Suspense, useEffect } from "react";
import { loadMenus } from "../ui/menu.tsx";
import { useStore } from "../ui/store.ts";
import { openCommands, openOverlay, openShortcuts } from "./commands.ts";
import { changeLook, look } from "./look.ts";
import { usePlaces } from "./places.ts";
import { useGoKeys, useKeys } from "./use-keys.ts";

const CommandMenu = lazy(async () => ({ default: (await import("./command-menu.tsx")).CommandMenu }));
const Shortcuts = lazy(async () => ({ default: (await import("./shortcuts.tsx")).Shortcuts }));

/** When the first screen stands, what is opened next may be fetched. */
const QUIET_AFTER_MS = 2_000;

/** Listens to the keys that work everywhere; what they open is loaded when it is first opened. */
export function CommandCentre() {
  const open = useStore(openOverlay);
  const places = usePlaces();
  useKeys({
    "mod+k": openCommands,
    "?": openShortcuts,
    "[": () => changeLook({ narrow: !look.get().narrow }),
  });
  useGoKeys([
    ...places.main,
    ...places.agent,
    ...places.settings.slice(0, 1).map((first) => ({ ...first, letter: "s" })),
  ]);
  useEffect(() => {
    const timer = setTimeout(loadMenus, QUIET_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  const close = () => openOverlay.set(null);
  return (
    <Suspense>
      {open === "commands" && <CommandMenu onClose={close} />}
      {open === "shortcuts" && <Shortcuts onClose={close} />}
    </Suspense>
  );
}
