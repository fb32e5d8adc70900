import { cva, type VariantProps } from "class-variance-authority";
import type { ButtonHTMLAttributes, ComponentType, ReactNode, SVGProps } from "react";
import { cx } from "./cx.ts";
import { RouteLink } from "./link.tsx";
import { Spinner } from "./spinner.tsx";
import { Tooltip } from "./tooltip.tsx";

export type Icon = ComponentType<SVGProps<SVGSVGElement>>;

export const buttonLook = cva(
  [
    "relative inline-flex shrink-0 items-center justify-center gap-1.5 rounded-control font-medium whitespace-nowrap select-none",
    "transition-colors duration-fast ease-out",
    "disabled:opacity-50 aria-disabled:opacity-50 aria-disabled:cursor-not-allowed",
  ].join(" "),
  {
    variants: {
      look: {
        primary: "bg-accent text-on-accent hover:bg-accent-hover",
        secondary: "border border-line-strong bg-surface text-text hover:bg-hover active:bg-pressed",
        ghost: "text-muted hover:bg-hover hover:text-text active:bg-pressed",
        danger: "bg-danger text-on-danger hover:bg-danger-hover",
        "danger-quiet": "border border-line-strong bg-surface text-danger-text hover:bg-danger-soft",
      },
      size: {
        normal: "h-control px-3",
        small: "h-7 px-2 text-sm pointer-coarse:h-10",
        large: "h-10 px-4 pointer-coarse:h-12",
        icon: "size-control",
        "icon-small": "size-7 pointer-coarse:size-10",
      },
      wide: { true: "w-full", false: "" },
    },
    defaultVariants: { look: "secondary", size: "normal", wide: false },
  },
);

type Look = VariantProps<typeof buttonLook>;

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "children"> {
  children: ReactNode;
  look?: Look["look"];
  size?: "normal" | "small" | "large";
  wide?: boolean;
  /** At the start of the words; 16 px. */
  icon?: Icon;
  /** Under way: shows that, and cannot be pressed again. */
  loading?: boolean;
  /** Address of this dashboard: then it is a link that looks like a button. */
  to?: string;
}

export function Button({ children, look, size, wide, icon, loading, to, className, ...rest }: ButtonProps) {
  const name = cx(buttonLook({ look, size, wide }), className);
  const content = <ButtonContent {...{ icon, loading, children }} />;
  if (to !== undefined)
    return (
      <RouteLink to={to} className={name}>
        {content}
      </RouteLink>
    );
  return (
    <button
      type="button"
      {...rest}
      className={name}
      aria-busy={loading || undefined}
      aria-disabled={loading || rest["aria-disabled"]}
      onClick={loading ? (event) => event.preventDefault() : rest.onClick}
    >
      {content}
    </button>
  );
}

function ButtonContent({ icon: Glyph, loading, children }: Pick<ButtonProps, "icon" | "loading" | "children">) {
  return (
    <>
      {loading && (
        <span className="absolute inset-0 grid place-items-center">
          <Spinner />
        </span>
      )}
      <span className={cx("inline-flex items-center gap-1.5", loading && "invisible")}>
        {Glyph && <Glyph aria-hidden className="-ms-0.5 size-4 shrink-0" />}
        {children}
      </span>
      {loading && <span className="sr-only">{children}</span>}
    </>
  );
}

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "children"> {
  /** What it does: its name and its tooltip. */
  name: string;
  icon: Icon;
  look?: Look["look"];
  size?: "normal" | "small";
  /** Shown behind the name in the tooltip, as in "Search  ⌘K". */
  shortcut?: string;
  loading?: boolean;
  pressed?: boolean;
  to?: string;
}

export function IconButton({
  name,
  icon: Glyph,
  look = "ghost",
  size,
  shortcut,
  loading,
  pressed,
  to,
  ...rest
}: IconButtonProps) {
  const className = cx(
    buttonLook({ look, size: size === "small" ? "icon-small" : "icon" }),
    pressed && "bg-pressed text-text",
    rest.className,
  );
  const glyph = loading ? <Spinner /> : <Glyph aria-hidden className="size-4" />;
  return (
    <Tooltip words={name} shortcut={shortcut}>
      {to === undefined ? (
        <button type="button" {...rest} aria-label={name} aria-pressed={pressed} className={className}>
          {glyph}
        </button>
      ) : (
        <RouteLink to={to} aria-label={name} className={className}>
          {glyph}
        </RouteLink>
      )}
    </Tooltip>
  );
}
