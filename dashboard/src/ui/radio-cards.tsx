import { RadioGroup } from "radix-ui";
import type { ReactNode } from "react";
import type { Icon } from "./button.tsx";
import { cx } from "./cx.ts";
import { useFieldProps } from "./field.tsx";

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
