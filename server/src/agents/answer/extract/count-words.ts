/** Words as a reader counts them; two signs of Chinese or Japanese are about one, and four or five of Thai. */
export function countWords(text: string): number {
  const signs = text.match(SIGNS)?.length ?? 0;
  const thai = text.match(THAI)?.length ?? 0;
  const rest = signs + thai > 0 ? text.replace(SIGNS, " ").replace(THAI, " ") : text;
  return Math.ceil(signs / 2 + thai / 4.5) + (rest.match(/\S+/gu)?.length ?? 0);
}

const SIGNS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const THAI = /\p{Script=Thai}/gu;
