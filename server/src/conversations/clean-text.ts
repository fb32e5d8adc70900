import { Fault, MESSAGE_LIMIT } from "@parley/contracts";

/** What a visitor sent, without what nobody can see or store. @throws Fault when nothing is left or it is too long. */
export function cleanText(text: string): string {
  const clean = text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    // Control characters but tab and newline, and the invisible marks that hide or reorder text.
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g, "")
    .trim();
  if (clean === "" || !/[^\s\u200b-\u200f\u2060]/.test(clean)) {
    throw new Fault("invalid_request", "The message is empty. Write something first.", { field: "text" });
  }
  if (clean.length > MESSAGE_LIMIT) {
    throw new Fault("too_large", `A message may have at most ${MESSAGE_LIMIT} characters.`, { field: "text" });
  }
  return clean;
}
