import { RadioGroup } from "radix-ui";
import type { Icon } from "./button.tsx";
import { cx } from "./cx.ts";
import { Tooltip } from "./tooltip.tsx";

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
