/** Without zod: screens read it early. */
import type { Place } from "./place.ts";

/** `page 3`, `slide 2`, `sheet Prices, row 12`, in English; empty where nothing is known. */
export function placeWords({ page, sheet, slide, row, lastRow }: Place): string {
  const rows =
    row === undefined ? [] : [lastRow === undefined || lastRow === row ? `row ${row}` : `rows ${row}–${lastRow}`];
  return [
    ...(page === undefined ? [] : [`page ${page}`]),
    ...(slide === undefined ? [] : [`slide ${slide}`]),
    ...(sheet === undefined ? [] : [`sheet ${sheet}`]),
    ...rows,
  ].join(", ");
}
