/** Signs of an address that leads on without end, as a reason; undefined for an ordinary one. Bounds, not proof. */
export function findTrap(url: string): string | undefined {
  const { pathname, searchParams } = new URL(url);
  const segments = pathname.split("/").filter((segment) => segment !== "");
  if (segments.length > 20) return "The address goes too deep.";
  if (repeats(segments)) return "The address repeats itself.";
  if ([...searchParams].length > 8) return "The address has too many parameters.";
  return undefined;
}

/** Where many addresses differ in their queries alone, only so many of them are followed. */
export const MOST_QUERIES = 200;
/** Calendars run into the past and the future for ever. */
export const MOST_DATES = 100;

/** Addresses that count together against a bound: the path of a query, or a path with its numbers taken out of dates. */
export function familyOf(url: string): { key: string; most: number } | undefined {
  const { pathname, search } = new URL(url);
  if (search !== "") return { key: `?${pathname}`, most: MOST_QUERIES };
  const dated = pathname.replace(/\/(?:19|2\d)\d\d(?:[/-]\d{1,2}){1,2}(?=\/?$)/, "/#date");
  return dated === pathname ? undefined : { key: dated, most: MOST_DATES };
}

/** The same run of segments three times in a row, or one segment five times in all. */
function repeats(segments: readonly string[]): boolean {
  const counts = new Map<string, number>();
  for (const segment of segments) {
    const count = (counts.get(segment) ?? 0) + 1;
    if (count > 4) return true;
    counts.set(segment, count);
  }
  for (let size = 1; size * 3 <= segments.length; size += 1) {
    for (let at = 0; at + size * 3 <= segments.length; at += 1) {
      const run = segments.slice(at, at + size).join("/");
      if (
        run === segments.slice(at + size, at + size * 2).join("/") &&
        run === segments.slice(at + size * 2, at + size * 3).join("/")
      )
        return true;
    }
  }
  return false;
}
