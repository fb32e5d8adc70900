import { EyeIcon, EyeSlashIcon, MagnifyingGlassIcon, XMarkIcon } from "@heroicons/react/16/solid";
import { type InputHTMLAttributes, type Ref, type TextareaHTMLAttributes, useEffect, useRef, useState } from "react";
import type { Icon } from "./button.tsx";
import { cx } from "./cx.ts";
import { useFieldProps } from "./field.tsx";
import { useKitTexts } from "./texts.ts";

/** The frame of everything that is typed into. */
export const controlFrame =
  "rounded-control border border-line-control bg-surface text-text transition-[border-color,box-shadow] duration-fast " +
  "focus-within:border-focus focus-within:ring-3 focus-within:ring-accent-soft has-aria-invalid:border-danger has-aria-invalid:focus-within:ring-danger-soft " +
  "has-disabled:bg-sunken has-disabled:text-muted pointer-coarse:text-lg";
const bare = "h-full w-full min-w-0 bg-transparent outline-none disabled:cursor-not-allowed pointer-coarse:text-lg";

export interface InputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "onChange" | "value" | "size"> {
  value: string;
  onChange: (value: string) => void;
  /** A name for where no Field stands around it. */
  label?: string;
  icon?: Icon;
  /** Words before and after what is typed: `https://`, `ms`. */
  prefix?: string;
  suffix?: string;
  /** For codes, keys and addresses. */
  mono?: boolean;
  ref?: Ref<HTMLInputElement>;
}

export function Input({ value, onChange, label, icon: Glyph, prefix, suffix, mono, className, ...rest }: InputProps) {
  const field = useFieldProps({ id: rest.id, label });
  const [shown, setShown] = useState(false);
  const secret = rest.type === "password";
  return (
    <div className={cx("flex h-control w-full items-center", controlFrame, className)}>
      {Glyph && <Glyph aria-hidden className="ms-2.5 size-4 shrink-0 text-muted" />}
      {prefix && <span className="ps-2.5 text-muted select-none">{prefix}</span>}
      <input
        dir="auto"
        {...rest}
        {...field}
        type={secret && shown ? "text" : rest.type}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={cx(bare, Glyph || prefix ? "px-2" : "px-2.5", mono && "font-mono text-sm")}
      />
      {suffix && <span className="pe-2.5 text-muted select-none">{suffix}</span>}
      {secret && <ShowPassword shown={shown} onChange={setShown} />}
    </div>
  );
}

function ShowPassword({ shown, onChange }: { shown: boolean; onChange: (shown: boolean) => void }) {
  const texts = useKitTexts();
  const Glyph = shown ? EyeSlashIcon : EyeIcon;
  return (
    <button
      type="button"
      aria-label={shown ? texts.hidePassword : texts.showPassword}
      className="me-0.5 grid h-full w-8 shrink-0 place-items-center rounded-control text-muted hover:text-text"
      onClick={() => onChange(!shown)}
    >
      <Glyph aria-hidden className="size-4" />
    </button>
  );
}

export interface TextareaProps extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "onChange" | "value"> {
  value: string;
  onChange: (value: string) => void;
  label?: string;
  /** Rows at first; it grows with its text up to `maxRows`. */
  rows?: number;
  maxRows?: number;
  mono?: boolean;
  ref?: Ref<HTMLTextAreaElement>;
}

export function Textarea({ value, onChange, label, rows = 3, maxRows = 16, mono, className, ...rest }: TextareaProps) {
  const field = useFieldProps({ id: rest.id, label });
  return (
    <div className={cx("grid w-full", controlFrame, className)}>
      <textarea
        dir="auto"
        {...rest}
        {...field}
        rows={rows}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        style={{ minHeight: `calc(${rows}lh + 0.75rem)`, maxHeight: `calc(${maxRows}lh + 1rem)` }}
        className={cx(
          "field-sizing-content min-w-0 resize-none bg-transparent px-2.5 py-1.5 outline-none pointer-coarse:text-lg",
          mono && "font-mono text-sm",
        )}
      />
    </div>
  );
}

export interface NumberInputProps extends Omit<InputProps, "value" | "onChange" | "type"> {
  /** Null: nothing is given. */
  value: number | null;
  onChange: (value: number | null) => void;
  min?: number;
  max?: number;
  step?: number;
}

/** A number; arrow keys step. What is no number stays typed and counts as none. */
export function NumberInput({ value, onChange, ...rest }: NumberInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed !== null && numberOf(typed) === value ? typed : value === null ? (typed ?? "") : String(value);
  return (
    <Input
      inputMode="decimal"
      {...rest}
      type="number"
      className={cx("tabular-nums", rest.className)}
      value={shown}
      onChange={(text) => {
        setTyped(text);
        onChange(numberOf(text));
      }}
    />
  );
}

function numberOf(text: string): number | null {
  const number = Number(text);
  return text.trim() === "" || !Number.isFinite(number) ? null : number;
}

export interface SearchInputProps {
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  /** Milliseconds of rest before `onChange` is called. */
  pause?: number;
  className?: string;
}

const PAUSE_MS = 200;

/** Searches while typing. `/` goes to it. */
export function SearchInput({ value, onChange, placeholder, pause = PAUSE_MS, className }: SearchInputProps) {
  const texts = useKitTexts();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const latest = useRef({ onChange, value });
  useEffect(() => {
    latest.current = { onChange, value };
  });
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === latest.current.value) return;
    const timer = setTimeout(() => latest.current.onChange(typed), pause);
    return () => clearTimeout(timer);
  }, [typed, pause]);
  useSlash(input);
  return (
    <div
      role="search"
      aria-label={placeholder ?? texts.search}
      className={cx("flex h-control w-full items-center sm:w-64", controlFrame, className)}
    >
      <MagnifyingGlassIcon aria-hidden className="ms-2.5 size-4 shrink-0 text-muted" />
      <input
        ref={input}
        type="search"
        dir="auto"
        aria-label={placeholder ?? texts.search}
        placeholder={placeholder ?? texts.search}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && setTyped("")}
        className={cx(bare, "px-2 [&::-webkit-search-cancel-button]:hidden")}
      />
      {typed !== "" && (
        <button
          type="button"
          aria-label={texts.clear}
          className="me-1 grid size-6 shrink-0 place-items-center rounded-control text-muted hover:text-text"
          onClick={() => setTyped("")}
        >
          <XMarkIcon aria-hidden className="size-4" />
        </button>
      )}
    </div>
  );
}

function useSlash(input: React.RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA)$/.test(event.target.tagName);
      if (event.key !== "/" || typing || event.metaKey || event.ctrlKey) return;
      event.preventDefault();
      input.current?.focus();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [input]);
}
