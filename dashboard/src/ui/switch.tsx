import { Switch as RadixSwitch } from "radix-ui";
import { type ReactNode, useId } from "react";
import { Beside } from "./beside.tsx";

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
