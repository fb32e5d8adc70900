import {
  cloneElement,
  isValidElement,
  type ReactNode,
  type RefObject,
  type SyntheticEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { createPortal } from "react-dom";
import { Kbd } from "./kbd.tsx";

type Side = "top" | "end" | "bottom" | "start";

export interface TooltipProps {
  words: ReactNode;
  shortcut?: string | undefined;
  side?: Side;
  /** One element that can have the focus. */
  children: ReactNode;
}

const SHOWS_AFTER_MS = 400;
/** After one was shown the next comes at once; and the pointer may go over to it. */
const LINGERS_MS = 150;
let lastShown = 0;

/** A short explanation of one control. Never the only place of something that matters: touch does not see it. */
export function Tooltip({ words, shortcut, side = "top", children }: TooltipProps) {
  const id = useId();
  const { anchor, handlers, hold, release } = useShown();
  if (!isValidElement<Record<string, unknown>>(children)) return children;
  const own = children.props;
  const merged = Object.entries(handlers).map(([name, handle]) => [
    name,
    (event: SyntheticEvent) => {
      const before = own[name];
      if (typeof before === "function") before(event);
      handle(event);
    },
  ]);
  const described = anchor ? { "aria-describedby": id } : {};
  return (
    <>
      {cloneElement(children, { ...Object.fromEntries(merged), ...described })}
      {anchor && (
        <Bubble {...{ id, anchor, side, hold, release }}>
          {words}
          {shortcut && (
            <span className="ms-2">
              <Kbd keys={shortcut} />
            </span>
          )}
        </Bubble>
      )}
    </>
  );
}

function useShown() {
  const [anchor, setAnchor] = useState<Element | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const later = (work: () => void, ms: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(work, ms);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  const hide = () => {
    clearTimeout(timer.current);
    if (anchor) lastShown = performance.now();
    setAnchor(null);
  };
  useEffect(() => {
    if (!anchor) return;
    addEventListener("scroll", hide, { capture: true, once: true });
    return () => removeEventListener("scroll", hide, { capture: true });
  });
  const handlers: Record<string, (event: SyntheticEvent) => void> = {
    onPointerEnter: (event) => {
      const { currentTarget } = event;
      if (event.nativeEvent instanceof PointerEvent && event.nativeEvent.pointerType === "touch") return;
      const soon = performance.now() - lastShown < SHOWS_AFTER_MS;
      later(() => setAnchor(currentTarget), soon ? 0 : SHOWS_AFTER_MS);
    },
    onPointerLeave: () => later(hide, LINGERS_MS),
    onPointerDown: hide,
    onFocus: ({ currentTarget }) => currentTarget.matches(":focus-visible") && setAnchor(currentTarget),
    onBlur: hide,
    onKeyDown: ({ nativeEvent }) => nativeEvent instanceof KeyboardEvent && nativeEvent.key === "Escape" && hide(),
  };
  return { anchor, handlers, hold: () => clearTimeout(timer.current), release: () => later(hide, LINGERS_MS) };
}

interface BubbleProps {
  id: string;
  anchor: Element;
  side: Side;
  hold: () => void;
  release: () => void;
  children: ReactNode;
}

/** Stands in the landmark of its control, so that readers find it there. */
function Bubble({ id, anchor, side, hold, release, children }: BubbleProps) {
  const bubble = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place(bubble, anchor, side), [anchor, side]);
  const home = anchor.closest("[role=dialog], main, nav, header") ?? document.body;
  return createPortal(
    <div
      ref={bubble}
      id={id}
      role="tooltip"
      onPointerEnter={hold}
      onPointerLeave={release}
      className="fixed z-50 w-max max-w-80 animate-fade rounded-control bg-raised px-2 py-1 text-start text-sm font-normal text-pretty whitespace-normal text-text shadow-float"
    >
      {children}
    </div>,
    home,
  );
}

const GAP = 6;
const EDGE = 8;

/** On its side of the anchor, or on the other one where there is no room, and never past the edges. */
function place(bubble: RefObject<HTMLElement | null>, anchor: Element, side: Side): void {
  if (!bubble.current) return;
  const [box, { offsetWidth: width, offsetHeight: height, style }] = [anchor.getBoundingClientRect(), bubble.current];
  const isLeft = side === (getComputedStyle(anchor).direction === "rtl" ? "end" : "start");
  const above = box.top - height - GAP;
  const below = box.bottom + GAP;
  const before = box.left - width - GAP;
  const after = box.right + GAP;
  let [x, y] = [box.left + (box.width - width) / 2, box.top + (box.height - height) / 2];
  if (side === "top") y = above < EDGE ? below : above;
  if (side === "bottom") y = below + height > innerHeight - EDGE ? above : below;
  if (side === "start" || side === "end") {
    const hasRoom = isLeft ? before >= EDGE : after + width <= innerWidth - EDGE;
    x = isLeft === hasRoom ? before : after;
  }
  const fit = (at: number, size: number, room: number) => Math.max(EDGE, Math.min(at, room - size - EDGE));
  style.left = `${Math.round(fit(x, width, innerWidth))}px`;
  style.top = `${Math.round(fit(y, height, innerHeight))}px`;
}
