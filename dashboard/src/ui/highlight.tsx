import { type ReactNode, useEffect, useRef } from "react";

export interface HighlightProps {
  /** When this changes, what is inside lights up for a moment. */
  of: string | number | boolean | null | undefined;
  children: ReactNode;
  className?: string;
}

/** A value that changed by itself shows that it did. */
export function Highlight({ of, children, className }: HighlightProps) {
  const element = useRef<HTMLSpanElement>(null);
  const before = useRef(of);
  useEffect(() => {
    if (before.current === of || before.current === undefined) {
      before.current = of;
      return;
    }
    before.current = of;
    const { classList } = element.current ?? {};
    if (!classList) return;
    classList.remove("animate-flash");
    // Reading the layout between lets the animation start again.
    void element.current?.offsetWidth;
    classList.add("animate-flash");
  }, [of]);
  return (
    <span ref={element} className={`rounded-control ${className ?? ""}`}>
      {children}
    </span>
  );
}
