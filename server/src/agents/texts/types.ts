/** What a question asks for, where its words tell. */
export type AskKind =
  | "email"
  | "phone"
  | "link"
  | "address"
  | "percent"
  | "money"
  | "count"
  | "duration"
  | "year"
  | "time"
  | "person"
  | "place"
  | "reason"
  | "way"
  | "list";

/** What Parley itself says. Braces hold what is filled in. */
export interface Phrases {
  /** {name}: the agent's. */
  greeting: string;
  thanks: string;
  bye: string;
  howAreYou: string;
  /** {name} */
  whoAreYou: string;
  /** Asked for a person, where none can be fetched. */
  person: string;
  /** The same, outside the hours in which people are there: {time} names the next ones. */
  away: string;
  /** Leads to the facts of contact that the site holds. */
  contact: string;
  /** The knowledge does not hold it. */
  unknown: string;
  /** One of several questions is not answered: {question}. */
  unknownPart: string;
  /** It is not there yet: the first reading of the site goes on. */
  stillReading: string;
  /** Leads to pages that come near. */
  perhaps: string;
  /** What to do next. */
  askAgain: string;
  /** The message holds nothing that could be looked for. */
  clarify: string;
  failed: string;
  /** The agent is archived. */
  unavailable: string;
  /** After a list that was cut: {count} items are left. */
  cut: string;
  /** A question to go on with: {topic}. */
  more: string;
}

/** What visitors say, so that it is understood without a language model. All lower case. */
export interface Lexicon {
  /** Common small words, which give a language away. Separated by spaces. */
  common: string;
  greeting: readonly string[];
  thanks: readonly string[];
  bye: readonly string[];
  howAreYou: readonly string[];
  whoAreYou: readonly string[];
  person: readonly string[];
  /** Words that change nothing about small talk, separated by spaces. */
  filler: string;
  /** What the page is called that says how people are reached. */
  contact: string;
  /** The word that joins two questions. */
  and: string;
  /** First words of a question, separated by spaces. */
  openers: string;
  /** How a question begins that goes on from the one before. */
  goesOn: readonly string[];
  /** Phrases in which a pointing word points at nothing: "is there". */
  notPointing: readonly string[];
  /** Words that point back to what was spoken of, separated by spaces. */
  pointing: string;
  /** Words of asking that a page need not hold to answer, separated by spaces: "what happens if". */
  light: string;
  /** What an offer of more help holds, as a model may add it. */
  offers: readonly string[];
  asks: Readonly<Partial<Record<AskKind, readonly string[]>>>;
}

export interface LanguageTexts {
  /** BCP 47, the language alone. */
  code: string;
  phrases: Phrases;
  lexicon: Lexicon;
}
