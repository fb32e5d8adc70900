import { useEffect, useState } from "preact/hooks";

/** True once the condition has held for so long: what is over sooner is not shown at all. */
export function useDelayed(condition: boolean, afterMs: number): boolean {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    setHeld(false);
    if (!condition) return;
    const timer = setTimeout(() => setHeld(true), afterMs);
    return () => clearTimeout(timer);
  }, [condition, afterMs]);
  return condition && held;
}
