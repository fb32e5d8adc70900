import { createHash } from "node:crypto";
import { type Shingles, shinglesOf } from "./shingle.ts";

/** What is left of a passage once it has been read. */
export interface SeenPassage {
  documentId: string;
  shingles: Shingles;
  /** Of its text. */
  digest: string;
}

/** About half a kilobyte each. */
const MOST_SEEN = 8_000;

/** Passages read lately: of a text that many pages share, the same neighbours are met again and again. */
export function createSeenPassages() {
  const seen = new Map<number, SeenPassage>();
  return {
    get: (chunk: number): SeenPassage | undefined => seen.get(chunk),

    add(chunk: number, { documentId, text, language }: { documentId: string; text: string; language: string }) {
      if (seen.size >= MOST_SEEN) seen.delete(seen.keys().next().value ?? chunk);
      const passage: SeenPassage = { documentId, shingles: shinglesOf(text, language), digest: digest(text) };
      seen.set(chunk, passage);
      return passage;
    },
  };
}

export type SeenPassages = ReturnType<typeof createSeenPassages>;

export const digest = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, 22);
