import { type ComponentType, createContext, type ReactNode } from "react";
import type { Icon } from "./button.tsx";

export interface MenuProps {
  /** One element that can have the focus: a Button, an IconButton. */
  trigger: ReactNode;
  children: ReactNode;
  align?: "start" | "center" | "end";
  side?: "top" | "right" | "bottom" | "left";
  className?: string;
}

export interface MenuItemProps {
  children: ReactNode;
  icon?: Icon;
  onSelect?: () => void;
  /** An address of this dashboard. */
  to?: string;
  /** An address elsewhere, in a new tab. */
  href?: string;
  danger?: boolean;
  disabled?: boolean;
  shortcut?: string;
  /** A second line. */
  hint?: ReactNode;
  /** Shows a tick: the present choice. */
  checked?: boolean;
}

export interface MenuChoiceProps<T extends string> {
  title: string;
  value: T;
  options: readonly { value: T; label: string; icon?: Icon }[];
  onChange: (value: T) => void;
}

export interface OpenedMenuProps extends MenuProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

interface Parts {
  Item: ComponentType<MenuItemProps>;
  Line: ComponentType;
  Title: ComponentType<{ children: ReactNode }>;
  Choice: <T extends string>(props: MenuChoiceProps<T>) => ReactNode;
}

/** What a menu is made of, as the menu that holds it provides it. */
export const PartsContext = createContext<Parts | null>(null);
