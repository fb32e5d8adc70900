import { CheckIcon } from "@heroicons/react/16/solid";
import { cloneElement, Fragment, type ReactElement, useState } from "react";
import type { Icon } from "./button.tsx";
import { cx } from "./cx.ts";
import { Dialog } from "./dialog.tsx";
import { Menu, MenuItem, MenuLine, MenuTitle } from "./menu.tsx";
import { usePhone } from "./use-phone.ts";

export interface SheetItem {
  id: string;
  label: string;
  /** A second line. */
  hint?: string | undefined;
  icon?: Icon;
  /** Shows a tick: the present choice. */
  checked?: boolean;
  danger?: boolean;
  onSelect: () => void;
}

export interface SheetGroup {
  id: string;
  title?: string;
  items: readonly SheetItem[];
}

export interface SheetMenuProps {
  /** What is chosen here: the title of the sheet. */
  title: string;
  /** One element that can have the focus. */
  trigger: ReactElement<{ onClick?: () => void; "aria-haspopup"?: string; "aria-expanded"?: boolean }>;
  /** Those without items are left out. */
  groups: readonly SheetGroup[];
  className?: string;
}

/** A menu below its trigger; on phones a sheet from below, with lines that a thumb hits. */
export function SheetMenu({ title, trigger, groups, className }: SheetMenuProps) {
  const isPhone = usePhone();
  const [open, setOpen] = useState(false);
  const full = groups.filter(({ items }) => items.length > 0);
  if (!isPhone)
    return (
      <Menu trigger={trigger} align="start" {...(className !== undefined && { className })}>
        {full.map(({ id, title: name, items }, place) => (
          <Fragment key={id}>
            {place > 0 && <MenuLine />}
            {name !== undefined && <MenuTitle>{name}</MenuTitle>}
            {items.map(({ id: each, label, ...item }) => (
              <MenuItem key={each} {...item}>
                <bdi>{label}</bdi>
              </MenuItem>
            ))}
          </Fragment>
        ))}
      </Menu>
    );
  return (
    <>
      {cloneElement(trigger, {
        "aria-haspopup": "dialog",
        "aria-expanded": open,
        onClick: () => setOpen(true),
      })}
      <Dialog open={open} onClose={() => setOpen(false)} title={title}>
        <div className="-mx-2 space-y-3">
          {full.map((group) => (
            <Lines key={group.id} group={group} onDone={() => setOpen(false)} />
          ))}
        </div>
      </Dialog>
    </>
  );
}

function Lines({ group: { title, items }, onDone }: { group: SheetGroup; onDone: () => void }) {
  return (
    <div role="group" aria-label={title}>
      {title !== undefined && <p className="px-2 pb-1 text-xs font-medium text-muted">{title}</p>}
      {items.map(({ id, label, hint, icon: Glyph, checked, danger, onSelect }) => (
        <button
          key={id}
          type="button"
          aria-current={checked || undefined}
          className={cx(
            "flex min-h-11 w-full items-center gap-2.5 rounded-control px-2 py-1.5 text-start hover:bg-hover",
            danger ? "text-danger-text" : "text-text",
          )}
          onClick={() => {
            onDone();
            onSelect();
          }}
        >
          {Glyph && <Glyph aria-hidden className={cx("size-4 shrink-0", !danger && "text-muted")} />}
          <span className="min-w-0 flex-1">
            <span className="block truncate">
              <bdi>{label}</bdi>
            </span>
            {hint !== undefined && <span className="block truncate text-sm text-muted">{hint}</span>}
          </span>
          {checked && <CheckIcon aria-hidden className="size-4 shrink-0 text-accent-text" />}
        </button>
      ))}
    </div>
  );
}
