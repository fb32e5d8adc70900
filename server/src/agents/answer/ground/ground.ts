import type { Passage } from "../../../knowledge/index.ts";
import { primary } from "../../texts/texts.ts";
import { plainText } from "../plain-text.ts";
import type { TermReader } from "../read-terms.ts";
import { type Figures, type ReadFigures } from "./read-figures.ts";
import { readLinks } from "./read-links.ts";
import { namesOf } from "./names-of.ts";

/** What an answer may say: what the passages hold, and what the visitor said. */
export interface Evidence {
  passages: readonly PassageEvidence[];
  figures: readonly Figures[];
  links: ReadonlySet<string>;
  /** Every word, lower case. */
  words: ReadonlySet<string>;
  /** Terms of what the visitor said: neither for nor against a sentence. */
  said: (language: string) => ReadonlySet<string>;
  scripts: string;
}

export interface PassageEvidence {
  passage: Passage;
  language: string;
  terms: ReadonlySet<string>;
}

export interface GroundKit {
  terms: TermReader;
  readFigures: ReadFigures;
}

/** Prepares the passages and the visitor's own words for the checking of sentences. */
export function gatherEvidence(
  passages: readonly Passage[],
  said: readonly string[],
  { terms, readFigures }: GroundKit,
): Evidence {
  const held = passages.map((passage): PassageEvidence => {
    const text = `${passage.title}\n${passage.headings.join("\n")}\n${passage.text}`;
    return {
      passage,
      language: primary(passage.language),
      terms: new Set(terms.read(plainText(text), passage.language)),
    };
  });
  const texts = [...passages.flatMap((one) => [`${one.title}\n${one.headings.join("\n")}\n${one.text}`]), ...said];
  const remembered = new Map<string, ReadonlySet<string>>();
  return {
    passages: held,
    figures: texts.map((text) => readFigures(plainText(text))),
    links: new Set([...texts, ...passages.map(({ url }) => url ?? "")].flatMap(readLinks)),
    words: new Set(texts.flatMap((text) => plainText(text).toLowerCase().match(WORD) ?? [])),
    said: (language) => {
      const before = remembered.get(language) ?? new Set(terms.read(said.join("\n"), language));
      remembered.set(language, before);
      return before;
    },
    scripts: passages.map(({ text }) => text).join("\n"),
  };
}

/**
 * Whether a sentence of an answer is supported: no figure, date, price, address or name that the evidence does not
 * hold, and at least half of its content words found in the passages. Where no passage is in the sentence's language
 * the words cannot be compared, and only the rest is. `exempt`: a greeting, an offer or a question back, whose words
 * are not checked.
 */
export function isSupported(
  sentence: string,
  evidence: Evidence,
  check: { language: string; exempt: boolean; kit: GroundKit },
): boolean {
  const { language, exempt, kit } = check;
  if (!readLinks(sentence).every((link) => evidence.links.has(link))) return false;
  if (!holdsFigures(kit.readFigures(plainText(sentence)), evidence.figures)) return false;
  if (!namesOf(sentence, language).every((name) => holdsName(name, evidence))) return false;
  return exempt || holdsWords(sentence, evidence, { language, kit });
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
  if (evidence.words.has(word) || evidence.words.has(word.replace(/['’]s$/u, ""))) return true;
  if (evidence.words.has(`${word}s`) || (word.endsWith("s") && evidence.words.has(word.slice(0, -1)))) return true;
  if (/^\p{Script=Latin}/u.test(name)) return !/\p{Script=Latin}{3}/u.test(evidence.scripts);
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
    if (own.some(({ terms }) => terms.has(term))) found += 1;
    else if (!said.has(term)) strange += 1;
  }
  return found + strange === 0 ? [...content].every((term) => !said.has(term)) : found > 0 && strange <= found;
}

const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}]+)?/gu;
