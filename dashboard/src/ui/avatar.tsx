import { useState } from "react";
import { cx } from "./cx.ts";

export interface AvatarProps {
  /** A picture's address; without one, or until it is there, the first letters of the name on a colour of its own. */
  src?: string | null | undefined;
  name: string;
  size?: 16 | 20 | 24 | 32 | 40 | 56;
  /** Organizations and agents have corners, people are round. */
  square?: boolean;
  className?: string;
}

const sizes = {
  16: "size-4 text-[8px]",
  20: "size-5 text-[9px]",
  24: "size-6 text-[10px]",
  32: "size-8 text-xs",
  40: "size-10 text-sm",
  56: "size-14 text-lg",
};
const tones = [
  "bg-[color-mix(in_oklab,var(--chart-1)_18%,var(--surface))]",
  "bg-[color-mix(in_oklab,var(--chart-2)_18%,var(--surface))]",
  "bg-[color-mix(in_oklab,var(--chart-3)_18%,var(--surface))]",
  "bg-[color-mix(in_oklab,var(--chart-4)_18%,var(--surface))]",
  "bg-[color-mix(in_oklab,var(--chart-5)_18%,var(--surface))]",
  "bg-[color-mix(in_oklab,var(--chart-7)_18%,var(--surface))]",
];

/** A picture of somebody or something whose name stands beside it. */
export function Avatar({ src, name, size = 24, square, className }: AvatarProps) {
  const [there, setThere] = useState("");
  const isShown = Boolean(src) && there === src;
  const tone = isShown ? "bg-sunken" : tones[sumOf(name) % tones.length];
  return (
    <span
      aria-hidden
      className={cx(
        "relative inline-grid shrink-0 place-items-center overflow-hidden font-semibold text-text select-none",
        square ? "rounded-control" : "rounded-full",
        sizes[size],
        className,
        tone,
      )}
    >
      {!isShown && lettersOf(name)}
      {src && (
        <img
          src={src}
          alt=""
          onLoad={() => setThere(src)}
          className={cx("absolute inset-0 size-full object-cover", !isShown && "opacity-0")}
          referrerPolicy="no-referrer"
        />
      )}
    </span>
  );
}

function lettersOf(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => firstSign(word ?? ""));
  return letters.join("").toUpperCase() || "?";
}

/** One sign as people see it: an emoji of several code points is one. */
function firstSign(word: string): string {
  const [first] = new Intl.Segmenter().segment(word.replace(/^[^\p{L}\p{N}\p{Emoji}]+/u, "") || word);
  return first?.segment ?? "";
}

function sumOf(text: string): number {
  return Array.from(text).reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 9_973, 7);
}
