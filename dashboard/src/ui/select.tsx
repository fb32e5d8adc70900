import { CheckIcon, ChevronUpDownIcon } from "@heroicons/react/16/solid";
import { Select as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { useFieldProps } from "./field.tsx";
import { controlFrame } from "./input.tsx";
import { floatingItem } from "./floating.ts";
import { useKitTexts } from "./texts.ts";

export interface Option<T extends string = string> {
  value: T;
  label: string;
  /** A second line. */
  hint?: string;
  disabled?: boolean;
}

export interface SelectProps<T extends string> {
  value: T | null;
  onChange: (value: T) => void;
  options: readonly Option<T>[];
  label?: string;
  placeholder?: string;
  disabled?: boolean;
  onBlur?: () => void;
  /** Before the choice: "Status:". */
  prefix?: ReactNode;
  className?: string;
  id?: string;
}

/** One of a few. From ten on take a Combobox. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { value, onChange, options, label, placeholder, disabled, onBlur, prefix, className } = props;
  const texts = useKitTexts();
  const field = useFieldProps({ id: props.id, label });
  const known = (text: string) => options.find((option) => option.value === text);
  return (
    <Radix.Root
      value={value ?? ""}
      disabled={disabled}
      onValueChange={(text) => {
        const option = known(text);
        if (option) onChange(option.value);
      }}
      onOpenChange={(open) => !open && onBlur?.()}
    >
      <Radix.Trigger
        {...field}
        className={cx(
          "flex h-control w-full items-center gap-2 px-2.5 text-start outline-none focus-visible:border-focus focus-visible:ring-3 focus-visible:ring-accent-soft aria-invalid:border-danger disabled:bg-sunken disabled:text-muted data-placeholder:text-muted",
          controlFrame,
          className,
        )}
      >
        {prefix !== undefined && <span className="text-muted">{prefix}</span>}
        <span className="min-w-0 flex-1 truncate">
          <Radix.Value placeholder={placeholder ?? texts.choose}>{known(value ?? "")?.label}</Radix.Value>
        </span>
        <ChevronUpDownIcon aria-hidden className="size-4 shrink-0 text-muted" />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={6}
          collisionPadding={8}
          className="z-50 max-h-[min(24rem,var(--radix-select-content-available-height))] min-w-(--radix-select-trigger-width) max-w-100 animate-enter overflow-hidden rounded-card bg-raised shadow-float"
        >
          <Radix.Viewport nonce={nonceOfPage()} className="p-1">
            {options.map((option) => (
              <Radix.Item
                key={option.value}
                value={option.value}
                disabled={option.disabled ?? false}
                className={floatingItem}
              >
                <span className="min-w-0 flex-1">
                  <Radix.ItemText>{option.label}</Radix.ItemText>
                  {option.hint && <span className="block text-sm text-muted">{option.hint}</span>}
                </span>
                <Radix.ItemIndicator>
                  <CheckIcon aria-hidden className="size-4 text-accent-text" />
                </Radix.ItemIndicator>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** The list brings a style of its own, which the page takes only with its nonce. */
const nonceOfPage = () => document.querySelector<HTMLMetaElement>("meta[property=csp-nonce]")?.nonce;
