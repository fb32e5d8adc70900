/** Text to index terms: lower-cased, stemmed, without the words that carry no meaning. */
export type Analyse = (text: string, language: string) => readonly string[];

export interface TermReader {
  /** The terms of a text, in order, those that occur twice twice. */
  read(text: string, language: string): string[];
}

/**
 * The analyser of the index with a short memory: an answer looks at a thousand words, most of them the same few.
 * The memory is emptied when it is full, so that it stays small.
 */
export function createTermReader(analyse: Analyse): TermReader {
  const known = new Map<string, readonly string[]>();
  const readWord = (word: string, language: string): readonly string[] => {
    const key = `${language} ${word}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const terms = analyse(word, language);
    if (known.size >= MEMORY) known.clear();
    known.set(key, terms);
    return terms;
  };
  return {
    read(text, language) {
      if (UNSPACED.test(text)) return [...analyse(text, language)];
      const terms: string[] = [];
      for (const word of text.match(WORD) ?? []) {
        const found = readWord(word, language);
        if (found.length === 1) terms.push(found[0] ?? "");
        else terms.push(...found);
      }
      return terms;
    },
  };
}

const MEMORY = 20_000;
/** Words with what holds compounds together, so that each is analysed whole. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:[._\-@:/'’&+·,][\p{L}\p{M}\p{N}]+)*(?:\+\+|#)?/gu;
/** Scripts that are written without spaces, where words are only found in their surroundings. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
