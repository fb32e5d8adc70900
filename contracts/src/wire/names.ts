/** What people call things and themselves. */
import { z } from "zod";

/** Orders of direction and other invisible marks in a name could make it read as another. */
const INVISIBLE = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff]/gu;

/**
 * One sign at least that is drawn by itself: no order, space, joiner or filler, no mark that needs a letter below it, and
 * none of the few letters and signs whose picture is empty. Beside such a sign all of these may stand.
 */
const SEEN = /[^\p{Cc}\p{Cf}\p{Cs}\p{Z}\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}\u2800\u{13441}\u{13442}\u{1d159}]/u;

/** One line without invisible marks, in the composed form of its letters. */
const tidyName = (text: string) => text.normalize("NFC").replace(INVISIBLE, " ").replace(/\s+/g, " ").trim();

const nameOf = (most: number) =>
  z
    .string()
    .max(1_000, `may have at most ${most} characters`)
    .overwrite(tidyName)
    .min(1, { error: "needs a name", abort: true })
    .max(most, `may have at most ${most} characters`)
    .refine((text) => SEEN.test(text), "needs a name that can be seen: this one is made of invisible characters alone");

export const nameInput = nameOf(120);
/** Where names stand in narrow places. */
export const shortNameInput = nameOf(80);
