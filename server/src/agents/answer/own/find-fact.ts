import type { BusinessFact, FactKind, FactSettings } from "@parley/contracts";
import { primary, textsOf } from "../../texts/texts.ts";
import type { AskKind } from "../../texts/types.ts";
import type { Analyse } from "../extract/read-terms.ts";
import type { AskedQuestion } from "../understand/understand.ts";
import { contactWordsOf } from "./contact-phrases.ts";
import { factWordsOf } from "./fact-words.ts";

export interface FoundFact {
  kind: FactKind;
  /** In the visitor's language. */
  label: string;
  lines: readonly BusinessFact[];
}

export interface Asker {
  analyse: Analyse;
  /** The visitor's. */
  language: string;
  /** Of the agent: "When is Lindenhof open?" asks nothing more than "When are you open?". */
  name: string;
}

/**
 * The fact that a question asks for and for nothing else: "When are you open?", not "When is the pool open?". Null for
 * questions that go on from others, and for what the owner has not set.
 */
export function findFact(question: AskedQuestion, facts: FactSettings | undefined, asker: Asker): FoundFact | null {
  if (facts === undefined || question.followUp) return null;
  const kind = kindAsked(question, asker);
  const lines = kind === null ? undefined : facts[kind];
  if (kind === null || lines === undefined || lines.length === 0) return null;
  return { kind, label: factWordsOf(asker.language).labels[kind], lines };
}

/** Every way to reach the business, for "How can I contact you?" and for nothing else; empty for other questions. */
export function findContacts({ question, facts, asker }: Sought): FoundFact[] {
  if (facts === undefined || question.followUp || !asksContact(question, asker)) return [];
  const { labels } = factWordsOf(asker.language);
  return CONTACTS.flatMap((kind) => {
    const lines = facts[kind] ?? [];
    return lines.length === 0 ? [] : [{ kind, label: labels[kind], lines }];
  });
}

/** Whether a question asks for a way to reach the business, whichever it is. */
export function asksContact({ text, kinds }: Worded, asker: Asker): boolean {
  if (kinds.some((kind) => !WAYS.has(kind))) return false;
  const { phrases, beside } = contactWordsOf(asker.language);
  const { isOnly, holds } = readWords(text, asker);
  return holds(phrases) && isOnly([...phrases, ...beside.split(" ")]);
}

type Worded = Pick<AskedQuestion, "text" | "kinds">;

interface Sought {
  question: AskedQuestion;
  facts: FactSettings | undefined;
  asker: Asker;
}

/** Whether a question holds one of some phrases, and whether it holds anything beside them. */
function readWords(text: string, asker: Asker) {
  const terms = new Set(asker.analyse(text, asker.language));
  const words = factWordsOf(asker.language);
  const { contact, openers } = textsOf(asker.language).lexicon;
  const beside = `${words.beside} ${openers} ${contact} ${asker.name} ${weekdays(asker.language)}`;
  return {
    isOnly(phrases: readonly string[]): boolean {
      if (UNSPACED.has(primary(asker.language))) return leftOver(text, [...phrases, ...beside.split(" ")]) <= MOST_LEFT;
      const covered = new Set(asker.analyse(`${phrases.join(" ")} ${beside}`, asker.language));
      return [...terms].every((term) => covered.has(term));
    },
    holds: (phrases: readonly string[]): boolean =>
      phrases.some((phrase) =>
        isUnspaced(phrase) ? text.includes(phrase) : includesAll(terms, asker.analyse(phrase, asker.language)),
      ),
  };
}

/** Which fact a question asks for and for nothing else. */
export function kindAsked({ text, kinds }: Worded, asker: Asker): FactKind | null {
  const words = factWordsOf(asker.language);
  const { asks } = textsOf(asker.language).lexicon;
  const { isOnly, holds } = readWords(text, asker);
  const [first] = kinds;
  if (first === "phone" || first === "email" || first === "address") {
    const isFax = first === "phone" && /fax|факс/iu.test(text);
    return !isFax && isOnly(asks[first] ?? []) ? first : null;
  }
  const isOfTime = UNSPACED.has(primary(asker.language)) || kinds.every((kind) => TIMES.has(kind));
  return holds(words.hours) && isOfTime && isOnly(words.hours) ? "hours" : null;
}

/** Letters of a text that is written without spaces, when all that is known is taken out of it. */
function leftOver(text: string, known: readonly string[]): number {
  let rest = text.toLowerCase();
  const words = known.map((word) => word.toLowerCase()).filter((word) => word !== "");
  for (const word of words.sort((one, other) => other.length - one.length)) rest = rest.replaceAll(word, " ");
  return rest.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

function includesAll(terms: ReadonlySet<string>, wanted: readonly string[]): boolean {
  return wanted.length > 0 && wanted.every((term) => terms.has(term));
}

const isUnspaced = (phrase: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]/u.test(phrase);

const known = new Map<string, string>();

function weekdays(language: string): string {
  const found = known.get(language);
  if (found !== undefined) return found;
  const format = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
  const names = [1, 2, 3, 4, 5, 6, 7].map((day) => format.format(Date.UTC(2024, 0, day)));
  const made = [...names, ...names.map((name) => `${name}s`)].join(" ");
  known.set(language, made);
  return made;
}

const CONTACTS = ["phone", "email", "address"] as const satisfies readonly FactKind[];
/** What asks for a way to reach somebody may ask for besides: "Where can I contact you?". */
const WAYS: ReadonlySet<AskKind> = new Set<AskKind>(["way", "place", "list", "person", "count"]);
const TIMES: ReadonlySet<AskKind> = new Set<AskKind>(["time", "duration", "count", "list"]);
const UNSPACED: ReadonlySet<string> = new Set(["zh", "ja", "ko", "th"]);
/** Endings that no list holds. */
const MOST_LEFT = 2;
