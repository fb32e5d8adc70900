import {
  cloneElement,
  type ComponentType,
  isValidElement,
  type KeyboardEvent,
  type ReactNode,
  useContext,
  useEffect,
  useState,
} from "react";
import {
  type MenuChoiceProps,
  type MenuItemProps,
  type MenuProps,
  type OpenedMenuProps,
  PartsContext,
} from "./menu-parts.ts";
import { createStore, useStore } from "./store.ts";

interface Opened {
  OpenedMenu: ComponentType<OpenedMenuProps>;
}

const opened = createStore<Opened | null>(null);
/** Loads what menus are made of, ahead of the first that is opened. */
export const loadMenus = (): void => void import("./menu-opened.tsx").then(opened.set);

/** A menu of actions below its trigger. What it is made of is loaded when somebody comes near to it. */
export function Menu(props: MenuProps) {
  const parts = useStore(opened);
  const [open, setOpen] = useState(false);
  // From its first opening on it is the whole menu: its trigger is not exchanged under a focus that rests on it.
  const [whole, setWhole] = useState(false);
  useEffect(() => {
    if (open && parts) setWhole(true);
  }, [open, parts]);
  if (parts && (whole || open)) return <parts.OpenedMenu {...props} open={open} onOpenChange={setOpen} />;
  const show = () => {
    loadMenus();
    setOpen(true);
  };
  return isValidElement<Record<string, unknown>>(props.trigger)
    ? cloneElement(props.trigger, {
        "aria-haspopup": "menu",
        "aria-expanded": open,
        "data-state": "closed",
        onPointerEnter: loadMenus,
        onFocus: loadMenus,
        onClick: show,
        onKeyDown: (event: KeyboardEvent) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          show();
        },
      })
    : props.trigger;
}

export function MenuItem(props: MenuItemProps) {
  const parts = useContext(PartsContext);
  return parts && <parts.Item {...props} />;
}

export function MenuLine() {
  const parts = useContext(PartsContext);
  return parts && <parts.Line />;
}

export function MenuTitle({ children }: { children: ReactNode }) {
  const parts = useContext(PartsContext);
  return parts && <parts.Title>{children}</parts.Title>;
}

/** One of several inside a menu, which stays open. */
export function MenuChoice<T extends string>(props: MenuChoiceProps<T>) {
  const parts = useContext(PartsContext);
  return parts && <parts.Choice {...props} />;
}

export type { MenuChoiceProps, MenuItemProps, MenuProps } from "./menu-parts.ts";
