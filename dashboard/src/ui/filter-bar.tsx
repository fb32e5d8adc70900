import { PlusIcon, XMarkIcon } from "@heroicons/react/16/solid";
import type { ReactNode } from "react";
import { useSearchState } from "../live/use-search-state.ts";
import { Button } from "./button.tsx";
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
  /** At the end: a view switch, a count. */
  children?: ReactNode;
}

/** What narrows a list down, as chips; everything stands in the address. */
export function FilterBar({ filters, search: placeholder, searchName = "q", children }: FilterBarProps) {
  const texts = useKitTexts();
  const [search, setSearch] = useSearchState();
  const set = filters.filter(({ name }) => search[name] !== undefined);
  const unset = filters.filter(({ name }) => search[name] === undefined);
  return (
    <div className="mb-4 flex flex-wrap items-center gap-2">
      {placeholder !== undefined && (
        <SearchInput
          value={search[searchName] ?? ""}
          placeholder={placeholder}
          onChange={(words) => setSearch({ [searchName]: words === "" ? null : words })}
        />
      )}
      {set.map((filter) => (
        <Chip
          key={filter.name}
          filter={filter}
          value={search[filter.name] ?? ""}
          onChange={(value) => setSearch({ [filter.name]: value })}
        />
      ))}
      {unset.length > 0 && <AddFilter filters={unset} onAdd={(name, value) => setSearch({ [name]: value })} />}
      {set.length > 1 && (
        <Button look="ghost" onClick={() => setSearch(Object.fromEntries(set.map(({ name }) => [name, null])))}>
          {texts.clearFilters}
        </Button>
      )}
      {children !== undefined && <div className="ms-auto flex items-center gap-2">{children}</div>}
    </div>
  );
}

function Chip({
  filter,
  value,
  onChange,
}: {
  filter: Filter;
  value: string;
  onChange: (value: string | null) => void;
}) {
  const texts = useKitTexts();
  const { label, options } = filter;
  const shown = options.find((option) => option.value === value)?.label ?? value;
  const trigger = (
    <button type="button" className="flex h-full items-center gap-1.5 rounded-s-control ps-2.5 pe-1.5 hover:bg-hover">
      <span className="text-muted">{label}</span>
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
    clear: () => setSearch(Object.fromEntries(names.map((name) => [name, null]))),
  };
}
