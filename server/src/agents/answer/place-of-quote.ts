import type { Place } from "@parley/contracts";
import type { Passage } from "../../knowledge/index.ts";

/** Where in its file the quoted words stand: the page or row of the passage that shares most of them. */
export function placeOfQuote({ text, place, places = [] }: Passage, quote: string): Place | undefined {
  if (places.length < 2) return place;
  const wanted = wordsOf(quote);
  let best = place;
  let most = 0;
  for (const [index, one] of places.entries()) {
    const part = wordsOf(text.slice(index === 0 ? 0 : one.at, places[index + 1]?.at));
    let shared = 0;
    for (const word of wanted) if (part.has(word)) shared += 1;
    if (shared > most) {
      most = shared;
      best = one.place;
    }
  }
  return best;
}

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
