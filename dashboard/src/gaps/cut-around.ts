export interface Cut {
  words: string;
  marked: boolean;
  start: number;
}

const AROUND = 180;

/** A long text near its marks alone, as pieces; without marks its beginning. Marks are in UTF-16 units. */
export function cutAround(text: string, given: readonly (readonly number[])[]): Cut[] {
  const marks = given.map(([start = 0, end = start]) => [start, end] as const);
  const [first] = marks;
  const last = marks.at(-1);
  const from = first === undefined ? 0 : wordAt(text, first[0] - AROUND);
  const to = last === undefined ? wordAt(text, AROUND * 2) : wordAt(text, last[1] + AROUND);
  const cuts: Cut[] = [];
  let at = from;
  const add = (start: number, end: number, marked: boolean) => {
    if (end > start) cuts.push({ words: text.slice(start, end), marked, start });
  };
  for (const [start, end] of marks) {
    add(at, start, false);
    add(start, end, true);
    at = end;
  }
  add(at, to, false);
  return cuts.map((cut, place) => ({
    ...cut,
    words: `${place === 0 && from > 0 ? "…" : ""}${cut.words}${place === cuts.length - 1 && to < text.length ? "…" : ""}`,
  }));
}

/** The next place between two words, so that nothing is cut in half. */
function wordAt(text: string, place: number): number {
  if (place <= 0) return 0;
  if (place >= text.length) return text.length;
  const gap = text.slice(place).search(/\s/u);
  return gap < 0 || gap > 40 ? place : place + gap;
}
