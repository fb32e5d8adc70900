import type { AskKind, LanguageTexts } from "../../texts/types.ts";

export interface ReadAsk {
  (question: string, language: string): AskKind[];
  /** The words by which a language asks for a kind. */
  words(kind: AskKind | undefined, language: string): readonly string[];
}

/** What a question asks for: all kinds whose words it holds, the most telling first. */
export function createReadAsk(languages: readonly LanguageTexts[]): ReadAsk {
  const patterns = new Map(languages.map((texts) => [texts.code, compile(texts)]));
  const lexicons = new Map(languages.map(({ code, lexicon }) => [code, lexicon]));
  const read = (question: string, language: string) => {
    const found = patterns.get(language) ?? [];
    const text = question.toLowerCase();
    return found.filter(([, pattern]) => pattern.test(text)).map(([kind]) => kind);
  };
  const words = (kind: AskKind | undefined, language: string) =>
    kind === undefined ? [] : (lexicons.get(language)?.asks[kind] ?? []);
  return Object.assign(read, { words });
}

function compile({ code, lexicon }: LanguageTexts): [AskKind, RegExp][] {
  const spaced = !UNSPACED.has(code);
  return ORDER.flatMap((kind): [AskKind, RegExp][] => {
    const phrases = lexicon.asks[kind];
    if (phrases === undefined || phrases.length === 0) return [];
    const either = phrases.map((phrase) => escape(phrase).replaceAll("\\*", ANY_WORDS)).join("|");
    return [
      [
        kind,
        spaced
          ? new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${either})(?![\\p{L}\\p{M}\\p{N}])`, "u")
          : new RegExp(either, "u"),
      ],
    ];
  });
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, "\\$&");
}

/** What a star in a phrase stands for: one word to three. */
const ANY_WORDS = "[\\p{L}\\p{M}'’-]+(?: [\\p{L}\\p{M}'’-]+){0,2}";
/** Written without spaces, or with endings and prefixes on the words. */
const UNSPACED = new Set(["zh", "ja", "th", "ko", "ar", "he"]);
const ORDER = [
  "email",
  "phone",
  "link",
  "address",
  "percent",
  "year",
  "duration",
  "money",
  "count",
  "time",
  "person",
  "place",
  "reason",
  "way",
  "list",
] as const satisfies readonly AskKind[];
