import { CheckIcon, MinusIcon } from "@heroicons/react/16/solid";
import { Checkbox as RadixCheckbox } from "radix-ui";
import { type ReactNode, useId } from "react";
import { Beside } from "./beside.tsx";

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
