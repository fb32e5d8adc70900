/** The types of events of which there may be something new. */
export type Due = "all" | readonly string[];

export const joined = (one: Due, other: Due): Due =>
  one === "all" || other === "all" ? "all" : [...new Set([...one, ...other])];

export const hasAny = (due: Due, types: readonly string[]): boolean =>
  due === "all" || types.some((type) => due.includes(type));
