/** Scripts that write without spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const ideographs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const mark = /\p{M}/u;
const hangul = /\p{Script=Hangul}/u;

/** Words of a run of such a script; for Chinese and Japanese pairs of characters, for Korean word and pairs. */
export function segment(run: string, language: string): string[] {
  if (hangul.test(run)) return run.length > 2 ? [run, ...pairs(run)] : [run];
  if (ideographs.test(run)) return [...pairs(run)];
  return words(run, language);
}

segment.needed = (word: string): boolean => unspaced.test(word) || hangul.test(word);

/** A run cut where its script changes between these and the others; marks stay with what stands before. */
segment.runs = (run: string): { script: "unspaced" | "spaced"; text: string }[] => {
  const runs: { script: "unspaced" | "spaced"; text: string }[] = [];
  for (const character of run) {
    const last = runs.at(-1);
    const script = segment.needed(character) ? "unspaced" : "spaced";
    if (last && (last.script === script || mark.test(character))) last.text += character;
    else runs.push({ script, text: character });
  }
  return runs;
};

function words(run: string, language: string): string[] {
  const found: string[] = [];
  for (const { segment: word, isWordLike } of segmenterOf(language).segment(run)) if (isWordLike) found.push(word);
  return found;
}

function pairs(run: string): string[] {
  const characters = [...run];
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const made = new Intl.Segmenter(/^[a-z]{2,3}$/.test(language) ? language : "und", { granularity: "word" });
  segmenters.set(language, made);
  return made;
}
