import type { AskCatalogue } from "../../../knowledge/index.ts";
import type { Scope } from "../../../platform/index.ts";
import type { Analyse } from "../extract/read-terms.ts";
import { sameColour } from "./colours.ts";

/** What is left of a question without its grammar, as the catalogue knows it. */
export interface Content {
  /** Of each word, how the catalogue spells it. */
  words: string[][];
  /** Words that no product is found by: the catalogue does not understand the question. */
  unknown: string[];
  /** All stems of the words. */
  terms: ReadonlySet<string>;
  /** Nothing else was said: "red shoes". */
  isBare: boolean;
  /** It names a kind of thing and no single one. */
  isBroad: boolean;
  /** The name of an attribute that was said, such as "colour". */
  attribute: string | null;
  termsOf(product: { name: string; language: string }): string[];
}

interface ContentRun {
  scope: Scope;
  agentId: string;
  agentName: string;
  languages: readonly string[];
  kit: { catalogue: AskCatalogue; analyse: Analyse };
}

/** A phrase of at most so many words may stand for a question. */
const BARE = 6;
const WORD = /[\p{L}\p{M}\p{N}]+(?:[-'’.+#&][\p{L}\p{M}\p{N}]+)*/gu;

export async function readContent(
  rest: string,
  { scope, agentId, agentName, languages, kit }: ContentRun,
): Promise<Content> {
  const own = new Set(stemsOf(agentName, languages, kit.analyse).flat());
  const [asked] = languages;
  const said = (rest.match(WORD) ?? []).flatMap((word) => {
    // What carries no meaning in the visitor's language narrows nothing.
    if (asked !== undefined && kit.analyse(word, asked).length === 0) return [];
    return stemsOf(word, languages, kit.analyse).map((stems) => ({
      word,
      stems: [...new Set([...stems, ...coloursOf(word, languages, kit.analyse)])],
    }));
  });
  const wanted = said.flatMap(({ stems }) => stems.flatMap((stem) => [stem, `=n:${stem}`]));
  const known = await kit.catalogue.known(scope, agentId, [...new Set(wanted)]);
  const words: string[][] = [];
  const unknown: string[] = [];
  let attribute: string | null = null;
  const parts = Map.groupBy(said, ({ word }) => word);
  for (const { word, stems } of said) {
    const held = stems.filter((stem) => known.has(stem));
    const name = stems.find((stem) => known.has(`=n:${stem}`));
    if (held.length > 0) words.push(held);
    else if (name !== undefined) attribute ??= name;
    // A compound is known by its parts, and what joins them need not be.
    else if (
      !stems.some((stem) => own.has(stem)) &&
      !(parts.get(word) ?? []).some((part) => part.stems.some((stem) => known.has(stem)))
    )
      unknown.push(word);
  }
  const terms = new Set(said.flatMap(({ stems }) => stems));
  return {
    words,
    unknown,
    terms,
    isBare: words.length > 0 && said.length <= BARE,
    isBroad: words.length < 3,
    attribute,
    termsOf: ({ name, language }) => [...new Set(kit.analyse(name, language))],
  };
}

/** Of a word its stems in each language, part by part. */
function stemsOf(word: string, languages: readonly string[], analyse: Analyse): string[][] {
  const spelled = languages.map((language) => analyse(word, language)).filter(({ length }) => length > 0);
  const longest = Math.max(0, ...spelled.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => [...new Set(spelled.flatMap((stems) => stems[at] ?? []))]);
}

function coloursOf(word: string, languages: readonly string[], analyse: Analyse): string[] {
  return sameColour(word).flatMap((same) => languages.flatMap((language) => analyse(same, language)));
}
