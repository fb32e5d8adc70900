import { use } from "react";
import { createStore, useStore } from "../ui/store.ts";

/** The languages that the dashboard speaks. A further one is a file `texts-de.ts` beside each area's `texts.ts`. */
export type Language = "en";
export const language = createStore<Language>("en");

type Others<T> = { [L in Exclude<Language, "en">]: () => Promise<{ texts: T }> };

/**
 * Makes an area's catalogue: English comes with the area, every other language when it is asked for, and must have
 * every key. `createTexts(texts, { de: () => import("./texts-de.ts") })` gives the hook that the area's screens use.
 */
export function createTexts<T>(english: T, others: Others<T>): () => T {
  const loaded = new Map<string, Promise<T>>();
  const ways: Readonly<Record<string, (() => Promise<{ texts: T }>) | undefined>> = others;
  const load = (name: string, way: () => Promise<{ texts: T }>) => {
    const known = loaded.get(name) ?? way().then(({ texts }) => texts);
    loaded.set(name, known);
    return known;
  };
  return () => {
    const name = useStore(language);
    const way = ways[name];
    return way === undefined ? english : use(load(name, way));
  };
}
