const SENTENCE_END = /[.!?…。！？؟।](?=\s|$|["'»”)])|[。！？]|\n/g;

/** The whole sentences of a growing text that come after `before` characters; all of it once it has ended. */
export function readySentences(text: string, before: number, ended: boolean): { ready: string; length: number } {
  if (ended) return { ready: text.slice(before).trim(), length: text.length };
  let length = before;
  for (const match of text.slice(before).matchAll(SENTENCE_END)) {
    const end = before + match.index + match[0].length;
    if (end < text.length) length = end;
  }
  return { ready: text.slice(before, length).trim(), length };
}
