import { CheckIcon, ChevronUpDownIcon, PlusIcon } from "@heroicons/react/16/solid";
import { Popover as Radix } from "radix-ui";
import { type KeyboardEvent, useId, useMemo, useState } from "react";
import { cx } from "./cx.ts";
import { useFieldProps } from "./field.tsx";
import { controlFrame } from "./input.tsx";
import { floatingItem } from "./floating.ts";
import type { Option } from "./select.tsx";
import { Spinner } from "./spinner.tsx";
import { useKitTexts } from "./texts.ts";

export interface ComboboxProps {
  value: string | null;
  onChange: (value: string) => void;
  options: readonly Option[];
  label?: string;
  placeholder?: string;
  /** Options come from elsewhere: called with what is typed; `options` then are the answer and not filtered here. */
  onSearch?: (words: string) => void;
  loading?: boolean;
  /** What is typed may be taken as it is. */
  create?: boolean;
  disabled?: boolean;
  onBlur?: () => void;
  className?: string;
}

/** One of many: type to find it. */
export function Combobox(props: ComboboxProps) {
  const { value, onChange, options, label, placeholder, disabled, onBlur, className } = props;
  const texts = useKitTexts();
  const field = useFieldProps({ label });
  const [open, setOpen] = useState(false);
  const chosen = options.find((option) => option.value === value)?.label ?? value;
  const change = (next: boolean) => {
    setOpen(next);
    if (!next) onBlur?.();
  };
  return (
    <Radix.Root open={open} onOpenChange={change}>
      <Radix.Trigger
        {...field}
        role="combobox"
        aria-expanded={open}
        disabled={disabled}
        className={cx(
          "flex h-control w-full items-center gap-2 px-2.5 text-start aria-invalid:border-danger disabled:bg-sunken disabled:text-muted",
          controlFrame,
          className,
        )}
      >
        <span className={cx("min-w-0 flex-1 truncate", chosen === null && "text-muted")}>
          {chosen ?? placeholder ?? texts.choose}
        </span>
        <ChevronUpDownIcon aria-hidden className="size-4 shrink-0 text-muted" />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align="start"
          sideOffset={6}
          collisionPadding={8}
          aria-label={label ?? placeholder ?? texts.choose}
          className="z-50 flex max-h-[min(24rem,var(--radix-popover-content-available-height))] w-(--radix-popover-trigger-width) min-w-60 animate-enter flex-col overflow-hidden rounded-card bg-raised shadow-float outline-none"
        >
          <OptionList
            {...props}
            isChosen={(option) => option === value}
            onChoose={(option) => {
              onChange(option);
              change(false);
            }}
          />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

interface OptionListProps extends Pick<ComboboxProps, "options" | "onSearch" | "loading" | "create"> {
  isChosen: (value: string) => boolean;
  onChoose: (value: string) => void;
}

/** A search field over a list; arrow keys move, Enter takes. */
export function OptionList({ options, onSearch, loading, create, isChosen, onChoose }: OptionListProps) {
  const texts = useKitTexts();
  const list = useId();
  const [words, setWords] = useState("");
  const [at, setAt] = useState(0);
  const found = useMemo(
    () => (onSearch ? options : options.filter((option) => fits(option, words))),
    [options, onSearch, words],
  );
  const typed = words.trim();
  const isNew = create && typed !== "" && !found.some(({ label }) => label.toLowerCase() === typed.toLowerCase());
  const all: readonly (Option & { isNew?: boolean })[] = isNew
    ? [...found, { value: typed, label: texts.add(typed), isNew }]
    : found;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const option = all[at];
    if (step !== undefined) setAt((all.length + at + step) % Math.max(1, all.length));
    else if (event.key === "Enter" && option && !option.disabled) onChoose(option.value);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className="flex items-center gap-2 border-b border-line px-3">
        <input
          autoFocus
          dir="auto"
          role="combobox"
          aria-label={texts.search}
          aria-expanded="true"
          aria-controls={list}
          aria-activedescendant={all[at] ? `${list}-${at}` : undefined}
          placeholder={texts.search}
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            setAt(0);
            onSearch?.(event.target.value);
          }}
          onKeyDown={onKeyDown}
          className="h-10 min-w-0 flex-1 bg-transparent outline-none pointer-coarse:text-lg"
        />
        {loading && <Spinner />}
      </div>
      <div id={list} role="listbox" aria-label={texts.choose} className="min-h-0 overflow-y-auto p-1">
        {all.map((option, place) => (
          <div
            key={option.value}
            id={`${list}-${place}`}
            role="option"
            aria-selected={isChosen(option.value)}
            aria-disabled={option.disabled}
            data-highlighted={place === at ? "" : undefined}
            ref={place === at ? (element) => element?.scrollIntoView({ block: "nearest" }) : undefined}
            onPointerMove={() => setAt(place)}
            onClick={() => !option.disabled && onChoose(option.value)}
            className={floatingItem}
          >
            {option.isNew && <PlusIcon aria-hidden className="size-4 text-muted" />}
            <span className="min-w-0 flex-1">
              <span className="block truncate">{option.label}</span>
              {option.hint && <span className="block truncate text-sm text-muted">{option.hint}</span>}
            </span>
            {isChosen(option.value) && <CheckIcon aria-hidden className="size-4 text-accent-text" />}
          </div>
        ))}
      </div>
      {all.length === 0 && !loading && (
        <p role="status" className="px-3 py-4 text-center text-muted">
          {texts.nothingFound}
        </p>
      )}
    </>
  );
}

function fits({ label, hint, value }: Option, words: string): boolean {
  const text = `${label} ${hint ?? ""} ${value}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
