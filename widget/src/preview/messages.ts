/** What the editor of looks, the stage and the previewed messenger tell each other. */
import type { Agent } from "@parley/contracts";

export type Scene = "welcome" | "thread";

/** From the editor to the stage. */
export interface StageOrder {
  stage: 1;
  /** As visitors would see it with the draft. */
  agent: Agent;
  /** Of the page that is shown. */
  theme: "light" | "dark";
  open: boolean;
  scene: Scene;
}

/** From the stage to the messenger in it. */
export interface PreviewOrder {
  preview: 1;
  agent: Agent;
  scene: Scene;
}

/** From the stage to the editor: it listens now, or the visitor's side opened or closed the messenger. */
export interface StageNews {
  stage: "ready" | "open" | "close";
}

/** Only a window of our own that holds this one may say what is shown. */
export function isFromHolder<T extends object>(event: MessageEvent<unknown>, mark: keyof T): event is MessageEvent<T> {
  const { origin, source, data } = event;
  const isOurs = origin === location.origin && source === parent && source !== window;
  return isOurs && typeof data === "object" && data !== null && Reflect.get(data, mark) === 1;
}
