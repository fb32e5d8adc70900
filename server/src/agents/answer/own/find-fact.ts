import type { BusinessFact, FactKind, FactSettings } from "@parley/contracts";
import { textsOf } from "../../texts/texts.ts";
import type { AskKind } from "../../texts/types.ts";
import type { Analyse } from "../extract/read-terms.ts";
import type { AskedQuestion } from "../understand/understand.ts";
import { factWordsOf } from "./fact-words.ts";

export interface FoundFact {
  kind: FactKind;
  /** In the visitor's language. */
  label: string;
  lines: readonly BusinessFact[];
}

interface Asker {
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

function kindAsked({ text, kinds }: AskedQuestion, asker: Asker): FactKind | null {
  const terms = new Set(asker.analyse(text, asker.language));
  const words = factWordsOf(asker.language);
  const { asks, contact } = textsOf(asker.language).lexicon;
  const beside = `${words.beside} ${contact} ${asker.name} ${weekdays(asker.language)}`;
  const isOnly = (phrases: readonly string[]) => {
    const covered = new Set(asker.analyse(`${phrases.join(" ")} ${beside}`, asker.language));
    return [...terms].every((term) => covered.has(term));
  };
  const [first] = kinds;
  if (first === "phone" || first === "email" || first === "address") {
    const isFax = first === "phone" && /fax|факс/iu.test(text);
    return !isFax && isOnly(asks[first] ?? []) ? first : null;
  }
  const holds = words.hours.some((phrase) =>
    isUnspaced(phrase) ? text.includes(phrase) : includesAll(terms, asker.analyse(phrase, asker.language)),
  );
  return holds && kinds.every((kind) => TIMES.has(kind)) && isOnly(words.hours) ? "hours" : null;
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

const TIMES: ReadonlySet<AskKind> = new Set<AskKind>(["time", "duration", "count", "list"]);
