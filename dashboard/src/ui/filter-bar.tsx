import { PlusIcon, XMarkIcon } from "@heroicons/react/16/solid";
import type { ReactNode } from "react";
import { useSearchState } from "../live/use-search-state.ts";
import type { ListOfViews } from "../views/use-views.ts";
import { SaveView, ViewPicker } from "../views/view-picker.tsx";
import { Button } from "./button.tsx";
import { cx } from "./cx.ts";
import { FilterSheet } from "./filter-sheet.tsx";
import { SearchInput } from "./input.tsx";
import { Menu, MenuItem } from "./menu.tsx";
import type { Option } from "./select.tsx";
import { useKitTexts } from "./texts.ts";

export interface Filter {
  /** Its name in the address. */
  name: string;
  label: string;
  options: readonly Option[];
}

export interface FilterBarProps {
  filters: readonly Filter[];
  /** A search field under this name in the address (`q` by default); its placeholder. */
  search?: string;
  searchName?: string;
  /** The list's saved views are offered. */
  views?: ListOfViews;
  /** At the end: a switch, a count. */
  children?: ReactNode;
}

/** So many need no folding. */
const FEW = 2;
/** By the width of the bar itself: a column of a wide window is as narrow as a phone. */
const narrow = { only: "@min-[720px]:hidden", never: "@max-[720px]:hidden", unseen: "@max-[720px]:sr-only" };

/**
 * What narrows a list down, as chips; everything stands in the address. Where the bar is narrow, what is not set folds
 * into one button.
 */
export function FilterBar(props: FilterBarProps) {
  const { filters, search: placeholder, searchName = "q", views, children } = props;
  const texts = useKitTexts();
  const [search, setSearch] = useSearchState();
  const set = filters.filter(({ name }) => search[name] !== undefined);
  const unset = filters.filter(({ name }) => search[name] === undefined);
  const clear = () => setSearch({ ...Object.fromEntries(set.map(({ name }) => [name, null])), view: null });
  const folds = filters.length > FEW;
  return (
    <div className="@container mb-4">
      <div className="flex flex-wrap items-center gap-2">
        {views && <ViewPicker of={views} />}
        {placeholder !== undefined && (
          <SearchInput
            value={search[searchName] ?? ""}
            placeholder={placeholder}
            onChange={(words) => setSearch({ [searchName]: words === "" ? null : words })}
          />
        )}
        {folds && (
          <FilterSheet
            filters={filters}
            values={search}
            onChange={(name, value) => setSearch({ [name]: value })}
            onClear={set.length > 0 ? clear : null}
            className={narrow.only}
          />
        )}
        {set.map((filter) => (
          <Chip
            key={filter.name}
            filter={filter}
            value={search[filter.name] ?? ""}
            folds={folds}
            onChange={(value) => setSearch({ [filter.name]: value })}
          />
        ))}
        {unset.length > 0 && (
          <span className={cx("contents", folds && narrow.never)}>
            <AddFilter filters={unset} onAdd={(name, value) => setSearch({ [name]: value })} />
          </span>
        )}
        {views && <SaveView of={views} />}
        {set.length > 1 && (
          <Button look="ghost" className={cx(folds && narrow.never)} onClick={clear}>
            {texts.clearFilters}
          </Button>
        )}
        {children !== undefined && <div className="flex items-center gap-2 @min-[720px]:ms-auto">{children}</div>}
      </div>
    </div>
  );
}

interface ChipProps {
  filter: Filter;
  value: string;
  /** Where the bar is narrow its value stands alone. */
  folds: boolean;
  onChange: (value: string | null) => void;
}

function Chip({ filter, value, folds, onChange }: ChipProps) {
  const texts = useKitTexts();
  const { label, options } = filter;
  const shown = options.find((option) => option.value === value)?.label ?? value;
  const trigger = (
    <button type="button" className="flex h-full items-center gap-1.5 rounded-s-control ps-2.5 pe-1.5 hover:bg-hover">
      <span className={cx("text-muted", folds && narrow.unseen)}>{label}</span>
      <span className="max-w-40 truncate font-medium">{shown}</span>
    </button>
  );
  return (
    <span className="inline-flex h-control items-center rounded-control border border-line-strong bg-surface">
      <Menu trigger={trigger} align="start">
        {options.map((option) => (
          <MenuItem
            key={option.value}
            {...(option.hint !== undefined && { hint: option.hint })}
            checked={option.value === value}
            onSelect={() => onChange(option.value)}
          >
            {option.label}
          </MenuItem>
        ))}
      </Menu>
      <button
        type="button"
        aria-label={texts.removeFilter(label)}
        className="grid h-full w-7 place-items-center rounded-e-control text-muted hover:bg-hover hover:text-text pointer-coarse:w-10"
        onClick={() => onChange(null)}
      >
        <XMarkIcon aria-hidden className="size-4" />
      </button>
    </span>
  );
}

function AddFilter({ filters, onAdd }: { filters: readonly Filter[]; onAdd: (name: string, value: string) => void }) {
  return filters.map(({ name, label, options }) => (
    <Menu
      key={name}
      align="start"
      trigger={
        <button
          type="button"
          className="inline-flex h-control items-center gap-1 rounded-control border border-dashed border-line-control px-2.5 text-muted hover:bg-hover hover:text-text"
        >
          <PlusIcon aria-hidden className="size-3.5" />
          {label}
        </button>
      }
    >
      {options.map((option) => (
        <MenuItem
          key={option.value}
          {...(option.hint !== undefined && { hint: option.hint })}
          onSelect={() => onAdd(name, option.value)}
        >
          {option.label}
        </MenuItem>
      ))}
    </Menu>
  ));
}

/** Whether the address narrows a list down by any of these names, and the way to take them all away. */
export function useFilters(names: readonly string[]): { filtered: boolean; clear: () => void } {
  const [search, setSearch] = useSearchState();
  return {
    filtered: names.some((name) => search[name] !== undefined),
    clear: () => setSearch({ ...Object.fromEntries(names.map((name) => [name, null])), view: null }),
  };
}
