/**
 * How each language asks for what visitors ask of almost any business, and by which words a page shows that it speaks
 * of that. Parted by commas; each is the beginning of a word, or a piece of one where words are not parted.
 */
import { primary } from "../../texts/texts.ts";
import { topicLists } from "./topic-lists.ts";

export type TopicKind = "price" | "pay" | "book" | "cancel";

export interface TopicWords {
  price: string;
  pay: string;
  /** Means of payment, beside the names that every language has. */
  means: string;
  book: string;
  /** Ways to book. */
  ways: string;
  /** Cancelling; and giving back, where that is not told apart. */
  cancel: string;
  /** Giving back alone: no answer to whoever asks only whether they can cancel. */
  returns?: string;
  /** What rules about it speak of. */
  rules: string;
  /** Small words beside them that leave a question what it is. */
  beside: string;
  /** Where a word that asks for it means too much to prove it on a page: "book". */
  asks?: { book: string; cancel: string };
}

const lists: Record<string, TopicWords> = topicLists;

/** Undefined where we have no words of a language. */
export function topicWordsOf(language: string): TopicWords | undefined {
  return lists[primary(language)];
}
