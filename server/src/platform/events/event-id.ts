import { idPrefixes } from "@parley/contracts";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** The public id of a stored event: its time and its number, so the same event has the same id for ever. */
export function eventId(number: number, at: Date): string {
  return `${idPrefixes.event}_${digits(at.getTime(), 10)}${digits(number, 16)}`;
}

function digits(value: number, places: number): string {
  let text = "";
  for (let rest = value; text.length < places; rest = Math.floor(rest / 32)) text = ALPHABET.charAt(rest % 32) + text;
  return text;
}
