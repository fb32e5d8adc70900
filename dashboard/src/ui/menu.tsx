import { CheckIcon } from "@heroicons/react/16/solid";
import { DropdownMenu as Radix } from "radix-ui";
import type { ReactNode } from "react";
import type { Icon } from "./button.tsx";
import { cx } from "./cx.ts";
import { Kbd } from "./kbd.tsx";
import { RouteLink } from "./link.tsx";

export const floating =
  "z-50 min-w-44 max-w-80 animate-enter overflow-y-auto overscroll-contain rounded-card bg-raised p-1 shadow-float";
export const floatingItem =
  "flex min-h-8 w-full cursor-default items-center gap-2 rounded-control px-2 py-1.5 text-start outline-none select-none pointer-coarse:min-h-11 data-highlighted:bg-hover data-disabled:opacity-50";

export interface MenuProps {
  /** One element that can have the focus: a Button, an IconButton. */
  trigger: ReactNode;
  children: ReactNode;
  align?: "start" | "center" | "end";
  side?: "top" | "right" | "bottom" | "left";
  className?: string;
}

/** A menu of actions below its trigger. */
export function Menu({ trigger, children, align = "end", side = "bottom", className }: MenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className={cx(floating, "max-h-[min(28rem,var(--radix-dropdown-menu-content-available-height))]", className)}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
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

export function MenuItem(props: MenuItemProps) {
  const { to, href, danger, disabled, onSelect } = props;
  const className = cx(floatingItem, danger ? "text-danger-text data-highlighted:bg-danger-soft" : "text-text");
  const content = <ItemContent {...props} />;
  return (
    <Radix.Item
      asChild={to !== undefined || href !== undefined}
      disabled={disabled}
      className={className}
      onSelect={onSelect}
    >
      {to !== undefined ? (
        <RouteLink to={to}>{content}</RouteLink>
      ) : href !== undefined ? (
        <a href={href} target="_blank" rel="noreferrer">
          {content}
        </a>
      ) : (
        content
      )}
    </Radix.Item>
  );
}

function ItemContent({ icon: Glyph, children, hint, shortcut, checked, danger }: MenuItemProps) {
  return (
    <>
      {Glyph && <Glyph aria-hidden className={cx("size-4 shrink-0", !danger && "text-muted")} />}
      <span className="min-w-0 flex-1">
        <span className="block truncate">{children}</span>
        {hint !== undefined && <span className="block truncate text-sm text-muted">{hint}</span>}
      </span>
      {shortcut && <Kbd keys={shortcut} />}
      {checked && <CheckIcon className="size-4 shrink-0 text-accent-text" />}
    </>
  );
}

export function MenuLine() {
  return <Radix.Separator className="my-1 h-px bg-line" />;
}

export function MenuTitle({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2 pt-1.5 pb-1 text-xs font-medium text-muted">{children}</Radix.Label>;
}

export interface MenuChoiceProps<T extends string> {
  title: string;
  value: T;
  options: readonly { value: T; label: string; icon?: Icon }[];
  onChange: (value: T) => void;
}

/** One of several inside a menu, which stays open. */
export function MenuChoice<T extends string>({ title, value, options, onChange }: MenuChoiceProps<T>) {
  return (
    <>
      <MenuTitle>{title}</MenuTitle>
      <Radix.RadioGroup value={value}>
        {options.map(({ value: each, label, icon: Glyph }) => (
          <Radix.RadioItem
            key={each}
            value={each}
            className={floatingItem}
            onSelect={(event) => {
              event.preventDefault();
              onChange(each);
            }}
          >
            {Glyph && <Glyph aria-hidden className="size-4 text-muted" />}
            <span className="flex-1">{label}</span>
            {each === value && <CheckIcon aria-hidden className="size-4 text-accent-text" />}
          </Radix.RadioItem>
        ))}
      </Radix.RadioGroup>
    </>
  );
}
