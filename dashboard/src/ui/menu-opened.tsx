import { CheckIcon } from "@heroicons/react/16/solid";
import { DropdownMenu as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { Kbd } from "./kbd.tsx";
import { RouteLink } from "./link.tsx";
import { floating, floatingItem } from "./floating.ts";
import { type MenuChoiceProps, type MenuItemProps, type OpenedMenuProps, PartsContext } from "./menu-parts.ts";

/** The menu itself; menu.tsx loads it when one is about to be opened. */
export function OpenedMenu({
  trigger,
  children,
  align = "end",
  side = "bottom",
  className,
  ...state
}: OpenedMenuProps) {
  return (
    <Radix.Root modal={false} {...state}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className={cx(floating, "max-h-[min(28rem,var(--radix-dropdown-menu-content-available-height))]", className)}
        >
          <PartsContext value={{ Item, Line, Title, Choice }}>{children}</PartsContext>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Item(props: MenuItemProps) {
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
        <span dir="auto" className="block truncate">
          {children}
        </span>
        {hint !== undefined && <span className="block truncate text-sm text-muted">{hint}</span>}
      </span>
      {shortcut && <Kbd keys={shortcut} />}
      {checked && <CheckIcon className="size-4 shrink-0 text-accent-text" />}
    </>
  );
}

function Line() {
  return <Radix.Separator className="my-1 h-px bg-line" />;
}

function Title({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2 pt-1.5 pb-1 text-xs font-medium text-muted">{children}</Radix.Label>;
}

function Choice<T extends string>({ title, value, options, onChange }: MenuChoiceProps<T>) {
  return (
    <>
      <Title>{title}</Title>
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
