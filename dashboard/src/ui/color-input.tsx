import { useState } from "react";
import { cx } from "./cx.ts";
import { useFieldProps } from "./field.tsx";
import { controlFrame } from "./input.tsx";
import { useKitTexts } from "./texts.ts";

export interface ColorInputProps {
  /** `#rrggbb`; null: none of one's own. */
  value: string | null;
  onChange: (value: string) => void;
  label?: string;
  /** Colours to begin with, such as those found on the site. */
  suggestions?: readonly string[];
  disabled?: boolean;
  onBlur?: () => void;
}

/** A colour: by eye, by its number, or one of a few. */
export function ColorInput({ value, onChange, label, suggestions = [], disabled, onBlur }: ColorInputProps) {
  const texts = useKitTexts();
  const field = useFieldProps({ label });
  const [typed, setTyped] = useState<string | null>(null);
  const type = (text: string) => {
    setTyped(text);
    const color = readColor(text);
    if (color) onChange(color);
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <div className={cx("flex h-control w-36 items-center gap-2 ps-1.5", controlFrame)}>
        <span
          className="relative size-5 shrink-0 overflow-hidden rounded-control border border-line-strong"
          style={{ backgroundColor: value ?? "transparent" }}
        >
          <input
            type="color"
            aria-label={label ?? texts.pickColor}
            tabIndex={-1}
            value={value ?? "#" + "0".repeat(6)}
            disabled={disabled}
            onChange={(event) => {
              setTyped(null);
              onChange(event.target.value);
            }}
            className="absolute -inset-2 size-10 cursor-pointer opacity-0"
          />
        </span>
        <input
          {...field}
          value={typed ?? value ?? ""}
          disabled={disabled}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => type(event.target.value)}
          onBlur={() => {
            setTyped(null);
            onBlur?.();
          }}
          className="h-full min-w-0 flex-1 bg-transparent pe-2 font-mono text-sm uppercase outline-none"
        />
      </div>
      {suggestions.map((color) => (
        <button
          key={color}
          type="button"
          aria-label={color}
          aria-pressed={color.toLowerCase() === value?.toLowerCase()}
          disabled={disabled}
          onClick={() => onChange(color)}
          style={{ backgroundColor: color }}
          className="size-6 rounded-full border border-line-strong ring-offset-2 ring-offset-surface aria-pressed:ring-2 aria-pressed:ring-accent pointer-coarse:size-10"
        />
      ))}
    </div>
  );
}

/** `#rrggbb` of what people type: with or without `#`, three signs or six. */
export function readColor(text: string): string | null {
  const digits = /^#?([\da-f]{3}|[\da-f]{6})$/i.exec(text.trim())?.[1];
  if (digits === undefined) return null;
  const whole = digits.length === 3 ? Array.from(digits, (digit) => digit + digit).join("") : digits;
  return `#${whole.toLowerCase()}`;
}
