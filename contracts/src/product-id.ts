/** The id of a product that was given none: its name, however it is spaced and capitalised. Room is left for a number. */
export function idOfName(name: string): string {
  return name.trim().replace(/\s+/gu, " ").toLowerCase().slice(0, 190);
}
