/**
 * The address of a page with a text fragment, so that the browser opens it at `quote` and marks it there.
 * `quote` must be text of one block as the page shows it. Null quote: the page's own address.
 * https://wicg.github.io/scroll-to-text-fragment/
 */
export function linkToText(url: string, quote: string): string {
  const words = quote.split(/\s+/u).filter((word) => word !== "");
  const directive = unspaced(quote) ? fromCharacters(quote.trim()) : fromWords(words);
  if (directive === "") return url;
  const hash = url.indexOf("#");
  if (hash < 0) return `${url}#:~:text=${directive}`;
  const anchor = url.slice(hash + 1).split(":~:", 1)[0] ?? "";
  return `${url.slice(0, hash)}#${anchor}:~:text=${directive}`;
}

function fromWords(words: readonly string[]): string {
  if (words.length <= WHOLE) return encode(words.join(" "));
  return `${encode(words.slice(0, EDGE).join(" "))},${encode(words.slice(-EDGE).join(" "))}`;
}

/** Chinese, Japanese and Thai: no spaces to count by. Start and end must not fall into the middle of a sign. */
function fromCharacters(text: string): string {
  const signs = [...text];
  if (signs.length <= WHOLE_SIGNS) return encode(text);
  return `${encode(signs.slice(0, EDGE_SIGNS).join("").trim())},${encode(signs.slice(-EDGE_SIGNS).join("").trim())}`;
}

function unspaced(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(text);
}

/** Dashes, commas and ampersands have a meaning of their own in the directive. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[-!'()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

const WHOLE = 8;
const EDGE = 4;
const WHOLE_SIGNS = 24;
const EDGE_SIGNS = 10;
