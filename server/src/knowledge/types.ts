/** The words of the knowledge room that others need. */
import type { BusinessFacts, Place, Substitution, Tone } from "@parley/contracts";

/** A passage as found by a search, with what an answerer needs to judge and to cite it. */
export interface Passage {
  chunk: number;
  documentId: string;
  externalId: string | null;
  title: string;
  url: string | null;
  /** Outermost first, without the title. */
  headings: string[];
  /** Markdown of this passage alone. */
  text: string;
  language: string;
  /** Which version of the document it is of. */
  documentVersion?: number;
  /** When its source was last seen to say this, as ISO 8601; left out where nobody looks. */
  checkedAt?: string;
  /** Where in its file it stands; only of files. */
  place?: Place;
  /** The same for each of its parts: from `at` in `text` (UTF-16 units) up to the next. */
  places?: { at: number; place: Place }[];
  /** BM25, higher is better; comparable only within one search. */
  score: number;
  /** What the score is made of, for those that were ranked anew. */
  parts?: ScoreParts;
  /** Cosine of its vector and the question's, where both are there. */
  nearness?: number;
  /** What a reranker said of it. */
  reranked?: number;
}

/** BM25 of the terms, and what was added for where they stand and for the language. */
export interface ScoreParts {
  terms: number;
  nearness: number;
  stretch: number;
  /** Words of the question in the title and the headings. */
  headings: number;
  /** A figure, where one is asked for. */
  figure: number;
  language: number;
  /** Of the best passages under the same title. */
  company: number;
  /** Of its vector, where an embedding model is configured. */
  meaning: number;
}

/** How common each term of a question is in the index: what tells a strong match from a weak one. */
export interface TermStatistic {
  term: string;
  /** Passages that hold it. */
  passages: number;
  /** Of its weight, what it counts; only for a term that was not asked for and stands in for one that was. */
  beside?: number;
}

/** An answer that people wrote to this very question. */
export interface VerifiedMatch {
  id: string;
  question: string;
  /** Markdown, to be said as it stands. */
  answer: string;
  /** In its place where it is heard; null or left out: the answer itself. */
  spoken?: string | null;
  language: string;
  /** 1 as written; less for the same words in another order, and less again with one of them mistyped. */
  score: number;
}

export interface SearchOutcome {
  passages: Passage[];
  terms: TermStatistic[];
  /** What was looked for in the place of a word, or beside it: mistypings and synonyms. */
  substitutions?: Substitution[];
  /** The question as it was understood, where words of it were mended; else left out. */
  corrected?: string;
  /** Passages in the index; 0 when nothing has been read yet. */
  indexSize: number;
  /** Outranks the passages. Looked for only where the visitor's own words were given. */
  verified?: VerifiedMatch | null;
}

/** What a site tells about itself, found while crawling. */
export interface SiteProfile {
  name: string | null;
  description: string | null;
  /** BCP 47. */
  language: string | null;
  /** `#rrggbb`. */
  color: string | null;
  /** Name of the stored file of the logo. */
  logoFile: string | null;
  /** Questions that the site itself asks, best first. */
  questions: string[];
  /** Of what an agent was tried with, what it answered last; kept when the site is read again. */
  starters?: string[];
  /** Missing in profiles made before these were looked for. */
  tone?: Tone;
  facts?: BusinessFacts;
  /** ISO 8601. */
  foundAt?: string;
}
