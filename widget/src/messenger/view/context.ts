import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Texts } from "../../texts/types.ts";

export const TextsContext = createContext<Texts | null>(null);

export function useTexts(): Texts {
  const texts = useContext(TextsContext);
  if (texts === null) throw new Error("No texts around this view");
  return texts;
}
