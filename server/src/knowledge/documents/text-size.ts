const ideographs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const southeast = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;
const spaced = /\S+/g;

/** How many words a text has, roughly: about two ideographs or five Thai letters make one. */
export function wordsIn(text: string): number {
  const words = text.match(spaced)?.length ?? 0;
  if (isLatin(text)) return Math.max(words, Math.ceil(text.length / 40));
  const dense = (text.match(ideographs)?.length ?? 0) * 0.55 + (text.match(southeast)?.length ?? 0) * 0.22;
  return Math.max(words, Math.ceil(dense + text.length / 60));
}

/** Pieces of at most `most` words that make up the text again: cut at spaces, else after punctuation, else anywhere. */
export function splitText(text: string, most: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  let size = 0;
  for (const word of text.match(/\s*\S{1,40}/gu) ?? []) {
    const words = wordsIn(word);
    if (size > 0 && size + words > most) {
      pieces.push(piece);
      piece = "";
      size = 0;
    }
    piece += word;
    size += words;
  }
  return [...pieces, piece].filter((part) => part !== "");
}

function isLatin(text: string): boolean {
  return !/[^\u0000-\u0dff]/.test(text);
}
