import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Entry } from "../conversation/list-entries.ts";

/** Close enough to the end to mean "I follow along", in pixels. */
const NEAR = 48;

/** Follows the growing end while the visitor is there; otherwise stays put and counts what came below. */
export function useStickToEnd(entries: Entry[]) {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const seen = useRef(0);
  const [unseen, setUnseen] = useState(0);
  const answers = entries.filter((entry) => entry.kind === "agent").length;
  const lastMine = entries.findLast((entry) => entry.kind === "visitor")?.key;

  const toEnd = () => {
    const box = scroller.current;
    follows.current = true;
    setUnseen(0);
    if (box !== null) box.scrollTop = box.scrollHeight;
  };

  useEffect(() => {
    const box = scroller.current;
    const inner = content.current;
    if (box === null || inner === null) return;
    // Only going up is a wish to stay: what grows below meanwhile is not.
    let before = box.scrollTop;
    const scrolled = () => {
      const isNear = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
      if (isNear) follows.current = true;
      else if (box.scrollTop < before) follows.current = false;
      before = box.scrollTop;
      if (isNear) setUnseen(0);
    };
    const grew = new ResizeObserver(() => {
      if (follows.current) box.scrollTop = box.scrollHeight;
    });
    grew.observe(inner);
    grew.observe(box);
    box.addEventListener("scroll", scrolled, { passive: true });
    return () => {
      grew.disconnect();
      box.removeEventListener("scroll", scrolled);
    };
  }, []);

  useLayoutEffect(toEnd, [lastMine]);
  useLayoutEffect(() => {
    const news = answers - seen.current;
    seen.current = answers;
    if (follows.current) toEnd();
    else if (news > 0) setUnseen((count) => count + news);
  }, [answers]);

  return { scroller, content, unseen, toEnd };
}
