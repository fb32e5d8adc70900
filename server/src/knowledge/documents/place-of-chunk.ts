import { type Place, place } from "@parley/contracts";
import { z } from "zod";

export interface PlaceAt {
  /** From this offset in the text on (UTF-16 units), up to the next. */
  at: number;
  place: Place;
}

/** Where the parts of a passage stand in its file, by the places of the document; null where nothing is known. */
export function placesOfChunk(
  places: readonly PlaceAt[] | undefined,
  pieces: readonly { at: number; from: number }[],
): PlaceAt[] | null {
  const found: PlaceAt[] = [];
  for (const { at, from } of pieces) {
    const here = placeAt(places, from);
    if (here && here !== found.at(-1)?.place) found.push({ at, place: here });
  }
  return found.length === 0 ? null : found;
}

function placeAt(places: readonly PlaceAt[] = [], offset: number): Place | undefined {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.at ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return places[low - 1]?.place;
}

/** What a row of the database says of its places: all of them, and the whole stretch in one. */
export function readPlaces(value: unknown): { place?: Place; places?: PlaceAt[] } {
  const found = placesAt.safeParse(value);
  const [first] = found.data ?? [];
  if (!found.success || !first) return {};
  const last = found.data.at(-1)?.place;
  const isRows =
    first.place.row !== undefined &&
    last?.row !== undefined &&
    last.row > first.place.row &&
    last.sheet === first.place.sheet;
  return { place: isRows ? { ...first.place, lastRow: last.row } : first.place, places: found.data };
}

export const placesAt = z.array(z.object({ at: z.int().nonnegative(), place }));
