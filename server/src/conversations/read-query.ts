/** What a member types into the search, as the terms that stand in the words of conversations. */
import { analyse } from "../knowledge/index.ts";

export interface WordQuery {
  /** All of these were said. */
  terms: string[];
  /** And something that begins so: the last word may still be on its way. Null when it says nothing by itself. */
  prefix: string | null;
}

/** Analysed as a conversation in this language is. Undefined where nothing is left to look for. */
export function readQuery(text: string, language: string): WordQuery | undefined {
  const last = /\S+$/u.exec(text.trim())?.[0] ?? "";
  const before = text.trim().slice(0, -last.length || undefined);
  const terms = new Set(last === "" ? [] : analyse(before, language));
  const typed = analyse(last, language);
  const end = typed.at(-1);
  if (end === undefined) {
    // Stop words are written down nowhere; alone, they may be the beginning of a word that is.
    const beginning = terms.size > 0 ? "" : beginningOf(last);
    return terms.size > 0 || beginning !== "" ? { terms: [...terms], prefix: beginning || null } : undefined;
  }
  // A compound ends with itself as one word: its parts may be cut off where the typing is.
  const joined = typed.length > 1 && end.startsWith(typed[0] ?? "");
  if (!joined) for (const term of typed.slice(0, -1)) terms.add(term);
  // A word that was asked for in full and begins so holds the beginning already.
  return { terms: [...terms], prefix: [...terms].some((term) => term.startsWith(end)) ? null : end };
}

const beginningOf = (word: string): string =>
  /[\p{L}\p{M}\p{N}]+$/u.exec(word.normalize("NFKC"))?.[0].toLowerCase() ?? "";
