import type { Passage } from "../../../knowledge/index.ts";
import { primary } from "../../texts/texts.ts";
import { plainText } from "../plain-text.ts";
import type { TermReader } from "../extract/read-terms.ts";
import { type Figures, type ReadFigures } from "./read-figures.ts";
import { once, type ReadWholePassage, type WholePassage, wordsIn } from "../extract/read-whole-passage.ts";
import { readLinks } from "./read-links.ts";
import { isUnasked } from "./is-unasked.ts";
import { namesOf } from "./names-of.ts";

/** What an answer may say: what the passages hold, and what the visitor said. Most of it is read only when asked for. */
export interface Evidence {
  passages: readonly PassageEvidence[];
  figures: () => readonly Figures[];
  links: () => ReadonlySet<string>;
  /** Whether a word, in lower case, is said anywhere. */
  holdsWord: (word: string) => boolean;
  /** Terms of what the visitor said: neither for nor against a sentence. */
  said: (language: string) => ReadonlySet<string>;
  /** Whether a link leads to the site itself. */
  isOwnLink: (link: string) => boolean;
}

export interface PassageEvidence {
  passage: Passage;
  language: string;
  whole: WholePassage;
}

export interface GroundKit {
  terms: TermReader;
  readFigures: ReadFigures;
  readWhole: ReadWholePassage;
}

/** Prepares the passages and the visitor's own words for the checking of sentences. */
export function gatherEvidence(passages: readonly Passage[], said: readonly string[], kit: GroundKit): Evidence {
  const held = passages.map((passage): PassageEvidence => ({
    passage,
    language: primary(passage.language),
    whole: kit.readWhole(passage),
  }));
  const remembered = new Map<string, ReadonlySet<string>>();
  const saidWords = once(() => wordsIn(said.join("\n")));
  return {
    passages: held,
    figures: once(() => [...held.map(({ whole }) => whole.figures()), ...said.map((text) => kit.readFigures(text))]),
    links: once(() => new Set([...held.flatMap(({ whole }) => whole.links()), ...said.flatMap(readLinks)])),
    holdsWord: (word) => saidWords().has(word) || held.some(({ whole }) => whole.words().has(word)),
    said: (language) => {
      const before = remembered.get(language) ?? new Set(kit.terms.read(said.join("\n"), language));
      remembered.set(language, before);
      return before;
    },
    isOwnLink: (link) => held.some(({ passage }) => passage.url !== null && hostOf(link) === hostOf(passage.url)),
  };
}

/** Of a web or mail address, without `www.`. */
function hostOf(address: string): string {
  const host = address.replace(/^.*?(?:\/\/|@)/u, "").replace(/[/?#:].*$/u, "");
  return host.replace(/^www\./u, "").toLowerCase();
}

/**
 * Whether a sentence of an answer is supported: no figure, date, price, address or name that the evidence does not
 * hold, and at least half of its content words found in the passages. Where no passage is in the sentence's language
 * the words cannot be compared, and only the rest is. `exempt`: a greeting, an offer or a question back, whose words
 * are not checked. What a page wants said and nobody asked for is not supported, though a page holds it.
 */
export function isSupported(
  sentence: string,
  evidence: Evidence,
  check: { language: string; exempt: boolean; kit: GroundKit },
): boolean {
  const { language, exempt, kit } = check;
  if (isUnasked(sentence, evidence, { language, kit })) return false;
  if (!readLinks(sentence).every((link) => evidence.links().has(link))) return false;
  const figures = kit.readFigures(plainText(sentence));
  if (!isEmpty(figures) && !holdsFigures(figures, evidence.figures())) return false;
  if (!namesOf(sentence, language).every((name) => holdsName(name, evidence))) return false;
  return exempt || holdsWords(sentence, evidence, { language, kit });
}

function isEmpty({ numbers, money, percents, dates, times }: Figures): boolean {
  return numbers.size + money.size + percents.size + dates.length + times.length === 0;
}

function holdsFigures(claimed: Figures, held: readonly Figures[]): boolean {
  const some = (test: (figures: Figures) => boolean) => held.some(test);
  const bare = (money: string) => {
    const [currency = "", value = ""] = money.split(" ");
    return some(({ currencies }) => currencies.has(currency)) && some(({ numbers }) => numbers.has(value));
  };
  return (
    [...claimed.money].every((money) => some((one) => one.money.has(money)) || bare(money)) &&
    [...claimed.percents].every((percent) => some(({ percents }) => percents.has(percent))) &&
    claimed.dates.every((date) => some(({ dates }) => dates.some((other) => sameDate(date, other)))) &&
    claimed.times.every((time) =>
      some(({ times }) => times.some((other) => [...time].some((minutes) => other.has(minutes)))),
    ) &&
    [...claimed.numbers].every((number) => some((one) => holdsNumber(one, number)))
  );
}

function holdsNumber({ numbers, money, percents, dates, times }: Figures, number: string): boolean {
  if (numbers.has(number) || percents.has(number)) return true;
  for (const one of money) if (one.endsWith(` ${number}`)) return true;
  for (const date of dates)
    for (const reading of date) if (reading.length > 5 && reading.startsWith(`${number}-`)) return true;
  for (const time of times) for (const minutes of time) if (Math.floor(minutes / 60) === Number(number)) return true;
  return false;
}

/** A date without a year is held by one with it; not the other way round. */
function sameDate(claimed: ReadonlySet<string>, held: ReadonlySet<string>): boolean {
  for (const one of claimed)
    for (const other of held) if (one === other || (one.length === 5 && other.endsWith(`-${one}`))) return true;
  return false;
}

/** Names in another script than the passages cannot be compared. */
function holdsName(name: string, evidence: Evidence): boolean {
  const word = name.toLowerCase();
  const forms = [word, word.replace(/['’]s$/u, ""), `${word}s`, word.endsWith("s") ? word.slice(0, -1) : word];
  if (forms.some(evidence.holdsWord)) return true;
  if (/^\p{Script=Latin}/u.test(name))
    return !evidence.passages.some(({ passage }) => /\p{Script=Latin}{3}/u.test(passage.text));
  return false;
}

function holdsWords(
  sentence: string,
  evidence: Evidence,
  { language, kit }: { language: string; kit: GroundKit },
): boolean {
  const own = evidence.passages.filter((one) => one.language === primary(language));
  if (own.length === 0) return true;
  const content = new Set(kit.terms.read(plainText(sentence), language));
  const said = evidence.said(language);
  let [found, strange] = [0, 0];
  for (const term of content) {
    if (/^[\p{N}.]+$/u.test(term)) continue;
    if (own.some(({ whole }) => whole.allTerms().has(term))) found += 1;
    else if (!said.has(term)) strange += 1;
  }
  return found + strange === 0 ? [...content].every((term) => !said.has(term)) : found > 0 && strange <= found;
}
