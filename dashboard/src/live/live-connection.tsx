import { createStore, type Store } from "../ui/store.ts";

/** Whether news come in: `off` before the first connection. */
export type LiveStatus = "off" | "open" | "lost";
export const liveStatus: Store<LiveStatus> = createStore("off");

/** Keeps `/v1/live` open while an organization is shown. */
export function LiveConnection() {
  return null;
}
