import { ChevronUpDownIcon, XMarkIcon } from "@heroicons/react/16/solid";
import { Popover as Radix } from "radix-ui";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { OptionList } from "./combobox.tsx";
import { cx } from "./cx.ts";
import { useFieldProps } from "./field.tsx";
import { controlFrame } from "./input.tsx";
import type { Option } from "./select.tsx";
import { useKitTexts } from "./texts.ts";

export interface MultiSelectProps {
  values: readonly string[];
  onChange: (values: string[]) => void;
  options: readonly Option[];
  label?: string;
  placeholder?: string;
  disabled?: boolean;
  onBlur?: () => void;
}

/** Several of many. */
export function MultiSelect({ values, onChange, options, label, placeholder, disabled, onBlur }: MultiSelectProps) {
  const texts = useKitTexts();
  const field = useFieldProps({ label });
  const toggle = (value: string) =>
    onChange(values.includes(value) ? values.filter((each) => each !== value) : [...values, value]);
  const nameOf = (value: string) => options.find((option) => option.value === value)?.label ?? value;
  return (
    <Radix.Root onOpenChange={(open) => !open && onBlur?.()}>
      <div
        className={cx(
          "relative flex min-h-control w-full flex-wrap items-center gap-1 py-0.5 ps-1.5 pe-8",
          controlFrame,
        )}
      >
        {values.map((value) => (
          <Chip key={value} name={nameOf(value)} onRemove={() => toggle(value)}>
            {nameOf(value)}
          </Chip>
        ))}
        <Radix.Trigger
          {...field}
          disabled={disabled}
          className="flex h-6 min-w-20 flex-1 items-center rounded-control px-1 text-start text-muted outline-none after:absolute after:inset-0"
        >
          <span className={cx("truncate", values.length > 0 && "sr-only")}>{placeholder ?? texts.choose}</span>
        </Radix.Trigger>
        <ChevronUpDownIcon aria-hidden className="pointer-events-none absolute end-2.5 top-2 size-4 text-muted" />
      </div>
      <Radix.Portal>
        <Radix.Content
          align="start"
          sideOffset={6}
          collisionPadding={8}
          aria-label={label ?? placeholder ?? texts.choose}
          className="z-50 flex max-h-[min(24rem,var(--radix-popover-content-available-height))] w-72 max-w-[calc(100vw-1rem)] animate-enter flex-col overflow-hidden rounded-card bg-raised shadow-float outline-none"
        >
          <OptionList options={options} isChosen={(value) => values.includes(value)} onChoose={toggle} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export interface TagInputProps {
  values: readonly string[];
  onChange: (values: string[]) => void;
  label?: string;
  placeholder?: string;
  /** A sentence when what is typed cannot be taken. */
  validate?: (text: string) => string | undefined;
  /** Several in one line may be parted by these; commas and new lines by default. */
  split?: RegExp;
  max?: number;
  disabled?: boolean;
  onBlur?: () => void;
}

/** Words of one's own, each added by Enter. What is left in the field counts when it is left. */
export function TagInput(props: TagInputProps) {
  const { values, onChange, label, placeholder, validate, split = /[\n,]+/, max = 100, disabled, onBlur } = props;
  const field = useFieldProps({ label });
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [refused, setRefused] = useState("");
  const add = (text: string) => {
    const given = text.split(split).map((each) => each.trim());
    const fresh = given.filter((each, place) => each !== "" && !values.includes(each) && given.indexOf(each) === place);
    const bad = fresh.map((each) => validate?.(each)).find((reason) => reason !== undefined);
    setRefused(bad ?? "");
    if (bad !== undefined) return setTyped(text);
    if (fresh.length > 0) onChange([...values, ...fresh].slice(0, max));
    setTyped("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && typed.trim() !== "") {
      event.preventDefault();
      add(typed);
    }
    if (event.key === "Backspace" && typed === "" && values.length > 0) onChange(values.slice(0, -1));
  };
  return (
    <>
      <div
        className={cx(
          "flex min-h-control w-full cursor-text flex-wrap items-center gap-1 py-0.5 ps-1.5 pe-1",
          controlFrame,
        )}
        onClick={(event) => event.target === event.currentTarget && input.current?.focus()}
      >
        {values.map((value) => (
          <Chip key={value} name={value} onRemove={() => onChange(values.filter((each) => each !== value))}>
            {value}
          </Chip>
        ))}
        <input
          {...field}
          ref={input}
          dir="auto"
          value={typed}
          disabled={disabled}
          placeholder={values.length === 0 ? placeholder : undefined}
          onChange={(event) =>
            split.test(event.target.value) ? add(event.target.value) : setTyped(event.target.value)
          }
          onKeyDown={onKeyDown}
          onBlur={() => {
            if (typed.trim() !== "") add(typed);
            onBlur?.();
          }}
          className="h-6 min-w-24 flex-1 bg-transparent px-1 outline-none pointer-coarse:h-9 pointer-coarse:text-lg"
        />
      </div>
      <p role="alert" className="mt-1.5 text-sm text-danger-text empty:hidden">
        {refused}
      </p>
    </>
  );
}

function Chip({ name, onRemove, children }: { name: string; onRemove: () => void; children: ReactNode }) {
  const texts = useKitTexts();
  return (
    <span className="z-1 inline-flex h-6 max-w-full items-center rounded-control bg-pressed ps-2 text-sm pointer-coarse:h-9">
      <span className="truncate">{children}</span>
      <button
        type="button"
        aria-label={texts.remove(name)}
        onClick={onRemove}
        className="grid h-full w-6 place-items-center rounded-control text-muted hover:text-text pointer-coarse:w-9"
      >
        <XMarkIcon aria-hidden className="size-3.5" />
      </button>
    </span>
  );
}
