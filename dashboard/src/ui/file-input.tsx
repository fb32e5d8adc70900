import { type ReactNode, useRef, useState } from "react";
import { cx } from "./cx.ts";
import { useFieldProps } from "./field.tsx";

export interface FileInputProps {
  /** As the browser's: `"image/png,image/svg+xml"`. */
  accept?: string;
  onFiles: (files: File[]) => void;
  multiple?: boolean;
  label?: string;
  disabled?: boolean;
  /** What stands in it: "Drop a logo here, or choose one". */
  children: ReactNode;
}

/** Files by choosing or dropping. */
export function FileInput({ accept, onFiles, multiple, label, disabled, children }: FileInputProps) {
  const field = useFieldProps({ label });
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    <label
      htmlFor={field.id}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (!disabled) onFiles([...event.dataTransfer.files].slice(0, multiple ? undefined : 1));
      }}
      className={cx(
        "flex min-h-20 cursor-pointer items-center justify-center gap-2 rounded-card border border-dashed border-line-control px-4 py-3 text-center text-muted transition-colors duration-fast hover:bg-hover has-focus-visible:ring-focus",
        over && "border-accent bg-accent-soft",
      )}
    >
      <input
        {...field}
        ref={input}
        type="file"
        accept={accept}
        multiple={multiple}
        disabled={disabled}
        className="sr-only"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      {children}
    </label>
  );
}
