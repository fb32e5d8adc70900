import { useEffect, useState } from "react";
import type { Conversation } from "./types.ts";

/**
 * Conversations that begin while somebody looks wait above the list, so that nothing moves under the pointer. `key`
 * names what is listed: another filter begins anew.
 */
export function useHeldRows(rows: readonly Conversation[], key: string) {
  const newest = rows[0]?.id ?? "";
  const [held, setHeld] = useState({ key, upTo: newest });
  // The first rows of a list are shown; so are the first of one that was empty.
  useEffect(() => {
    setHeld((before) => (before.key !== key || before.upTo === "" ? { key, upTo: newest } : before));
  }, [key, newest]);
  const upTo = held.key === key && held.upTo !== "" ? held.upTo : newest;
  const shown = rows.filter(({ id }) => id <= upTo);
  return { shown, waiting: rows.length - shown.length, show: () => setHeld({ key, upTo: newest }) };
}
