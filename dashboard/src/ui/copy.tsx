import { CheckIcon, ClipboardDocumentIcon } from "@heroicons/react/16/solid";
import { EyeIcon, EyeSlashIcon } from "@heroicons/react/16/solid";
import { type ReactNode, useEffect, useState } from "react";
import { IconButton } from "./button.tsx";
import { cx } from "./cx.ts";
import { useKitTexts } from "./texts.ts";

const SHOWN_MS = 2_000;

/** Copies a text; true for two seconds after it is done. */
export function useCopy(): [copied: boolean, copy: (text: string) => void] {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  return [copied, (text) => void writeText(text).then(setCopied)];
}

/** False where the browser keeps the clipboard to itself. Pages by plain http have the old way only. */
async function writeText(text: string): Promise<boolean> {
  if (navigator.clipboard) {
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    if (done) return true;
  }
  const area = document.createElement("textarea");
  area.value = text;
  area.setAttribute("readonly", "");
  area.className = "sr-only";
  const host = document.activeElement?.parentElement ?? document.body;
  host.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
}

export function CopyButton({ text, name, size }: { text: string; name?: string; size?: "normal" | "small" }) {
  const texts = useKitTexts();
  const [copied, copy] = useCopy();
  return (
    <>
      <IconButton
        name={copied ? texts.copied : (name ?? texts.copy)}
        icon={copied ? CheckIcon : ClipboardDocumentIcon}
        {...(size && { size })}
        onClick={() => copy(text)}
      />
      <span role="status" className="sr-only">
        {copied ? texts.copied : ""}
      </span>
    </>
  );
}

export interface CopyFieldProps {
  value: string;
  /** What it is; for its accessible name. */
  label: string;
  /** Dots until asked for. */
  secret?: boolean;
  className?: string;
}

/** A value to take along: an address, an id, a key that is shown once. */
export function CopyField({ value, label, secret, className }: CopyFieldProps) {
  const texts = useKitTexts();
  const [shown, setShown] = useState(!secret);
  return (
    <div
      className={cx(
        "flex h-control min-w-0 items-center rounded-control border border-line-strong bg-sunken ps-2.5",
        className,
      )}
    >
      <output
        tabIndex={0}
        aria-label={label}
        className="min-w-0 flex-1 overflow-x-auto font-mono text-sm whitespace-nowrap [scrollbar-width:none]"
      >
        {shown ? value : "•".repeat(Math.min(32, value.length))}
      </output>
      {secret && (
        <IconButton
          name={shown ? texts.hidePassword : texts.showPassword}
          icon={shown ? EyeSlashIcon : EyeIcon}
          onClick={() => setShown(!shown)}
        />
      )}
      <CopyButton text={value} name={`${texts.copy}: ${label}`} />
    </div>
  );
}

export interface CodeBlockProps {
  code: string;
  /** What it is: "Plain HTML", "index.html". */
  title?: ReactNode;
  /** Lines wrap in place of scrolling. */
  wrap?: boolean;
  maxHeight?: number;
  className?: string;
}

/** Code to read and to copy. */
export function CodeBlock({ code, title, wrap, maxHeight, className }: CodeBlockProps) {
  return (
    <figure className={cx("relative min-w-0 overflow-hidden rounded-card border border-line bg-sunken", className)}>
      {title !== undefined && (
        <figcaption className="flex h-10 items-center border-b border-line px-3 pe-12 text-sm text-muted">
          {title}
        </figcaption>
      )}
      <pre
        tabIndex={0}
        dir="ltr"
        style={{ maxHeight }}
        className={cx(
          "overflow-auto p-3 pe-12 text-sm leading-relaxed -outline-offset-2",
          wrap && "whitespace-pre-wrap wrap-anywhere",
        )}
      >
        <code>{code}</code>
      </pre>
      <span className="absolute end-1 top-1">
        <CopyButton text={code} />
      </span>
    </figure>
  );
}
