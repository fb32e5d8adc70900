import type { LanguageTexts, Lexicon } from "../../texts/types.ts";

export type SmallTalk = "greeting" | "thanks" | "bye" | "howAreYou" | "whoAreYou" | "person";

export interface SmallTalkFound {
  /** What to answer to; null where the message asks something beside it. */
  kind: SmallTalk | null;
  /** The message without greetings and thanks around it. */
  rest: string;
}

export type ReadSmallTalk = (message: string, language: string) => SmallTalkFound;

/** Tells greetings, thanks and the like, in any of the languages, from questions, and takes them off those. */
export function createReadSmallTalk(languages: readonly LanguageTexts[]): ReadSmallTalk {
  const books = new Map(languages.map((texts) => [texts.code, book(texts.lexicon)]));
  return (message, language) => {
    const own = books.get(language);
    const order = [...(own === undefined ? [] : [own]), ...[...books.values()].filter((one) => one !== own)];
    const kinds: SmallTalk[] = [];
    const rest: string[] = [];
    for (const clause of message.match(CLAUSES) ?? []) {
      const words = normalise(clause);
      if (words === "") continue;
      const kind = find(order, words);
      if (kind === null) rest.push(clause);
      else kinds.push(kind);
    }
    if (rest.length > 0 && !kinds.includes("person")) return { kind: null, rest: strip(rest.join("").trim(), order) };
    return { kind: RANK.find((kind) => kinds.includes(kind)) ?? null, rest: "" };
  };
}

interface Book {
  phrases: ReadonlyMap<string, SmallTalk>;
  /** The first words of the phrases, and how many words the longest has: most questions are told by them. */
  starts: ReadonlySet<string>;
  longest: number;
  filler: ReadonlySet<string>;
  openings: readonly string[];
}

function book(lexicon: Lexicon): Book {
  const phrases = new Map<string, SmallTalk>();
  for (const kind of RANK) for (const phrase of lexicon[kind]) phrases.set(normalise(phrase), kind);
  const openings = [...lexicon.greeting, ...lexicon.thanks]
    .map(normalise)
    .sort((one, other) => other.length - one.length);
  const all = [...phrases.keys()].map((phrase) => phrase.split(" "));
  return {
    phrases,
    starts: new Set(all.map(([first = ""]) => first)),
    longest: Math.max(...all.map((words) => words.length)),
    filler: new Set(lexicon.filler.split(" ")),
    openings,
  };
}

function find(books: readonly Book[], words: string): SmallTalk | null {
  const all = words.split(" ");
  for (const one of books) {
    const whole = one.phrases.get(words);
    if (whole !== undefined) return whole;
    if (all.length > LONGEST) continue;
    const bare = all.filter((word) => !one.filler.has(word)).join(" ");
    const found = (bare === "" ? undefined : one.phrases.get(bare)) ?? covered(one, all);
    if (found !== undefined) return found;
  }
  return null;
}

/** Whether phrases and filler together make up all the words, as in "hi how are you". */
function covered({ phrases, starts, longest, filler }: Book, words: readonly string[]): SmallTalk | undefined {
  let best: SmallTalk | undefined;
  for (let at = 0; at < words.length;) {
    let taken = 0;
    const last = starts.has(words[at] ?? "") ? Math.min(words.length, at + longest) : at;
    for (let end = last; end > at && taken === 0; end -= 1) {
      const kind = phrases.get(words.slice(at, end).join(" "));
      if (kind === undefined) continue;
      taken = end - at;
      if (best === undefined || RANK.indexOf(kind) < RANK.indexOf(best)) best = kind;
    }
    if (taken === 0 && !filler.has(words[at] ?? "")) return undefined;
    at += Math.max(1, taken);
  }
  return best;
}

/** "hello where are you" → "where are you". */
function strip(question: string, books: readonly Book[]): string {
  const words = question.split(/\s+/u);
  if (words.length < 3) return question;
  const plain = words.map(normalise);
  for (const opening of books[0]?.openings ?? []) {
    const length = opening.split(" ").length;
    if (words.length - length >= 2 && plain.slice(0, length).join(" ") === opening)
      return words.slice(length).join(" ");
  }
  return question;
}

function normalise(text: string): string {
  return text.toLowerCase().replace(/’/gu, "'").replace(NOISE, " ").replace(/\s+/gu, " ").trim();
}

const NOISE = /[^\p{L}\p{M}\p{N}' -]|(?<![\p{L}])'|'(?![\p{L}])/gu;
/** A clause with the marks and spaces after it. */
const CLAUSES =
  /[^.!?,;:\n\u2026\u3002\uff01\uff1f\uff0c\u3001\u060c\u061f\u0964\u00bf\u00a1]+[.!?,;:\n\u2026\u3002\uff01\uff1f\uff0c\u3001\u060c\u061f\u0964\u00bf\u00a1\s]*|[.!?,;:\n\u2026\u3002\uff01\uff1f\uff0c\u3001\u060c\u061f\u0964\u00bf\u00a1\s]+/gu;
const LONGEST = 12;
/** What outweighs what when a message holds several. */
const RANK = ["person", "whoAreYou", "howAreYou", "bye", "thanks", "greeting"] as const satisfies readonly SmallTalk[];
