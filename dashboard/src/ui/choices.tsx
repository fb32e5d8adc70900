import { CheckIcon, MinusIcon } from "@heroicons/react/16/solid";
import { Checkbox as RadixCheckbox, RadioGroup, Switch as RadixSwitch } from "radix-ui";
import { type ReactNode, useId } from "react";
import type { Icon } from "./button.tsx";
import { cx } from "./cx.ts";
import { useFieldProps } from "./field.tsx";
import { Tooltip } from "./tooltip.tsx";

export interface CheckboxProps {
  /** `"some"`: part of what it stands for. */
  checked: boolean | "some";
  onChange: (checked: boolean) => void;
  /** Beside it; without words give `name`. */
  label?: ReactNode;
  help?: ReactNode;
  name?: string;
  disabled?: boolean;
  onBlur?: () => void;
  className?: string;
}

export function Checkbox({ checked, onChange, label, help, name, disabled, onBlur, className }: CheckboxProps) {
  const id = useId();
  const box = (
    <RadixCheckbox.Root
      id={id}
      aria-label={name}
      aria-describedby={help === undefined ? undefined : `${id}-help`}
      checked={checked === "some" ? "indeterminate" : checked}
      disabled={disabled}
      onBlur={onBlur}
      onCheckedChange={(next) => onChange(next === true)}
      className="relative grid size-4 shrink-0 place-items-center rounded-[4px] border border-line-control bg-surface text-on-accent transition-colors duration-fast after:absolute after:-inset-2 data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:border-accent data-[state=indeterminate]:bg-accent pointer-coarse:size-5 pointer-coarse:after:-inset-3"
    >
      <RadixCheckbox.Indicator>
        {checked === "some" ? (
          <MinusIcon aria-hidden className="size-3.5" />
        ) : (
          <CheckIcon aria-hidden className="size-3.5" />
        )}
      </RadixCheckbox.Indicator>
    </RadixCheckbox.Root>
  );
  if (label === undefined) return box;
  return <Beside {...{ id, label, help, className }}>{box}</Beside>;
}

export interface SwitchProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  label?: ReactNode;
  help?: ReactNode;
  name?: string;
  disabled?: boolean;
  onBlur?: () => void;
  /** The switch at the far end of its line: for lists of settings. */
  end?: boolean;
  className?: string;
}

/** On or off, at once. */
export function Switch({ checked, onChange, label, help, name, disabled, onBlur, end, className }: SwitchProps) {
  const id = useId();
  const knob = (
    <RadixSwitch.Root
      id={id}
      aria-label={name}
      aria-describedby={help === undefined ? undefined : `${id}-help`}
      checked={checked}
      disabled={disabled}
      onBlur={onBlur}
      onCheckedChange={onChange}
      className="relative h-5 w-9 shrink-0 rounded-full bg-line-control transition-colors duration-fast after:absolute after:-inset-2 data-[state=checked]:bg-accent disabled:opacity-50 pointer-coarse:after:-inset-3"
    >
      <RadixSwitch.Thumb className="block size-4 translate-x-0.5 rounded-full bg-on-accent transition-transform duration-fast ease-out data-[state=checked]:translate-x-4.5 rtl:-translate-x-0.5 rtl:data-[state=checked]:-translate-x-4.5" />
    </RadixSwitch.Root>
  );
  if (label === undefined) return knob;
  return <Beside {...{ id, label, help, end, className }}>{knob}</Beside>;
}

interface BesideProps {
  id: string;
  label: ReactNode;
  help?: ReactNode;
  end?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
}

function Beside({ id, label, help, end, className, children }: BesideProps) {
  return (
    <div className={cx("flex items-start gap-2.5", end && "flex-row-reverse justify-between gap-4", className)}>
      <span className="flex h-[1lh] items-center">{children}</span>
      <div className="min-w-0">
        <label htmlFor={id} className="block">
          {label}
        </label>
        {help !== undefined && (
          <p id={`${id}-help`} className="text-sm text-pretty text-muted">
            {help}
          </p>
        )}
      </div>
    </div>
  );
}

export interface CardChoice<T extends string> {
  value: T;
  label: string;
  text?: ReactNode;
  icon?: Icon;
  /** Above the words: a small picture. */
  picture?: ReactNode;
  disabled?: boolean;
}

export interface RadioCardsProps<T extends string> {
  value: T | null;
  onChange: (value: T) => void;
  options: readonly CardChoice<T>[];
  label?: string;
  columns?: 1 | 2 | 3 | 4;
  disabled?: boolean;
  onBlur?: () => void;
}

const columnsOf = { 1: "", 2: "sm:grid-cols-2", 3: "sm:grid-cols-3", 4: "grid-cols-2 lg:grid-cols-4" };

/** One of a few that need explaining. */
export function RadioCards<T extends string>(props: RadioCardsProps<T>) {
  const { value, onChange, options, label, columns = 2, disabled, onBlur } = props;
  const field = useFieldProps({ label });
  const choose = (text: string) => {
    const option = options.find((each) => each.value === text);
    if (option) onChange(option.value);
  };
  return (
    <RadioGroup.Root
      {...field}
      value={value ?? ""}
      disabled={disabled}
      onValueChange={choose}
      onBlur={onBlur}
      className={cx("grid gap-3", columnsOf[columns])}
    >
      {options.map(({ value: each, label: name, text, icon: Glyph, picture, disabled: off }) => (
        <RadioGroup.Item
          key={each}
          value={each}
          disabled={off ?? false}
          className="group flex min-w-0 flex-col rounded-card border border-line-control bg-surface p-3 text-start transition-colors duration-fast hover:bg-hover disabled:opacity-50 data-[state=checked]:border-accent data-[state=checked]:bg-accent-soft data-[state=checked]:ring-1 data-[state=checked]:ring-accent"
        >
          {picture !== undefined && <span className="mb-3 block w-full">{picture}</span>}
          <span className="flex w-full items-center gap-2 font-medium">
            {Glyph && (
              <Glyph aria-hidden className="size-4 shrink-0 text-muted group-data-[state=checked]:text-accent-text" />
            )}
            <span className="min-w-0 flex-1">{name}</span>
            <span className="grid size-4 shrink-0 place-items-center rounded-full border border-line-control bg-surface group-data-[state=checked]:border-accent group-data-[state=checked]:bg-accent">
              <span className="size-1.5 rounded-full bg-transparent group-data-[state=checked]:bg-on-accent" />
            </span>
          </span>
          {text !== undefined && <span className="mt-1 text-sm text-pretty text-muted">{text}</span>}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}

export interface SegmentedControlProps<T extends string> {
  value: T;
  onChange: (value: T) => void;
  options: readonly { value: T; label: string; icon?: Icon }[];
  /** What is chosen here: its accessible name. */
  label: string;
  /** Icons alone, with their words as tooltips. */
  iconsOnly?: boolean;
  disabled?: boolean;
  className?: string;
}

/** One of two to four short words, seen at once: a view, a size. */
export function SegmentedControl<T extends string>(props: SegmentedControlProps<T>) {
  const { value, onChange, options, label, iconsOnly, disabled, className } = props;
  const choose = (text: string) => {
    const option = options.find((each) => each.value === text);
    if (option) onChange(option.value);
  };
  return (
    <RadioGroup.Root
      aria-label={label}
      value={value}
      disabled={disabled}
      onValueChange={choose}
      orientation="horizontal"
      className={cx("inline-flex h-control w-fit max-w-full items-stretch rounded-control bg-pressed p-0.5", className)}
    >
      {options.map(({ value: each, label: name, icon: Glyph }) => {
        const item = (
          <RadioGroup.Item
            key={each}
            value={each}
            aria-label={iconsOnly ? name : undefined}
            className="flex min-w-7 flex-auto items-center justify-center gap-1.5 rounded-[5px] px-2.5 whitespace-nowrap text-muted transition-colors duration-fast hover:text-text aria-checked:bg-surface aria-checked:font-medium aria-checked:text-text aria-checked:ring-1 aria-checked:ring-line-strong"
          >
            {Glyph && <Glyph aria-hidden className="size-4" />}
            {!iconsOnly && name}
          </RadioGroup.Item>
        );
        return iconsOnly ? (
          <Tooltip key={each} words={name}>
            {item}
          </Tooltip>
        ) : (
          item
        );
      })}
    </RadioGroup.Root>
  );
}
