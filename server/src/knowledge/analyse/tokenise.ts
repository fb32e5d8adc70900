import { segment } from "./segment.ts";

export interface Token {
  /** Lower-case, composed; the whole word, or a part of a compound. */
  word: string;
  /** True for figures, codes and joined compounds, which no stemmer may touch. */
  exact: boolean;
}

/**
 * Words of a text in order. A compound such as `export_to_markdown`, `LL1-22`, `2.59.0`, `info@parley.example` or
 * `camelCase` gives its parts and itself, so that both ways of asking for it find it.
 */
export function tokenise(text: string, language: string): Token[] {
  const tokens: Token[] = [];
  const folded = asciiDigits(text.normalize("NFKC").replace(marks, ""));
  for (const [compound] of folded.matchAll(compounds)) {
    if (isWord(compound)) addWord(tokens, compound, language);
    else addCompound(tokens, compound, language);
  }
  return tokens;
}

/** "٢٠٢٦", "२०२६" and "๒๕๖๙" are looked for with our digits as well, and the other way about. */
function asciiDigits(text: string): string {
  if (!otherDigit.test(text)) return text;
  return text.replace(otherDigits, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = zeros.findLast((start) => start <= code) ?? code;
    return String(code - zero);
  });
}

const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50];
const otherDigit = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59]/;
const otherDigits = new RegExp(otherDigit, "g");
/** Soft hyphens, joiners and directions; Arabic vowel signs and stretching; Hebrew points; the nukta. */
const marks = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0640\u064b-\u0652\u0670\u0591-\u05c7\u093c]/g;
const compounds = /[\p{L}\p{M}\p{N}]+(?:[._\-@:/'’&+·,][\p{L}\p{M}\p{N}]+)*(?:\+\+|#(?![\p{L}\p{N}]))?/gu;
const simple = /^[\p{L}\p{M}\p{N}]+$/u;
const parts = /[\p{L}\p{M}\p{N}]+/gu;
const plain = /^(?:\p{L}[\p{Ll}\p{M}\p{Lo}]*|\p{Lu}+|\d+)$/u;
const grouped = /^\d{1,3}(?:[,.'’]\d{3})+$/;
const ordinal = /^\d+(?:st|nd|rd|th)$/i;

function isWord(compound: string): boolean {
  return simple.test(compound);
}

function addWord(tokens: Token[], word: string, language: string): void {
  if (plain.test(word)) return addPlain(tokens, word, language);
  const humps = splitHumps(word);
  if (humps.length > 1) for (const hump of humps) addPlain(tokens, hump, language);
  if (humps.length > 1) tokens.push({ word: lower(word, language), exact: true });
  else addPlain(tokens, word, language);
}

function addPlain(tokens: Token[], word: string, language: string): void {
  if (segment.needed(word)) return addUnspaced(tokens, word, language);
  const lowered = lower(word, language);
  tokens.push({ word: lowered, exact: hasDigit(lowered) });
}

function addCompound(tokens: Token[], compound: string, language: string): void {
  if (grouped.test(compound)) {
    tokens.push({ word: compound.replace(/[,.'’]/g, ""), exact: true });
    if (compound.indexOf(".") === compound.lastIndexOf("."))
      tokens.push({ word: compound.replace(/[,'’]/g, ""), exact: true });
    return;
  }
  const words = compound.match(parts) ?? [];
  for (const word of words) addWord(tokens, word, language);
  if (compound.endsWith("++") || compound.endsWith("#")) {
    tokens.push({ word: lower(`${words.at(-1) ?? ""}${compound.endsWith("#") ? "#" : "++"}`, language), exact: true });
  }
  if (words.length < 2 || /['’,]/.test(compound)) return;
  const joined = words.join(words.every((word) => /^\d+$/.test(word)) ? "." : "");
  if (joined.length <= 64 && !segment.needed(joined)) tokens.push({ word: lower(joined, language), exact: true });
}

/** Latin letters and figures may stand in the middle of such a run. */
function addUnspaced(tokens: Token[], run: string, language: string): void {
  for (const { script, text } of segment.runs(run)) {
    if (script === "unspaced") for (const word of segment(text, language)) tokens.push({ word, exact: true });
    else addWord(tokens, text, language);
  }
}

/** `exportToMarkdown` → export, To, Markdown; `PDFReader` → PDF, Reader; `16GB` → 16, GB. */
function splitHumps(word: string): string[] {
  if (ordinal.test(word)) return [word];
  return word
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .replace(/^(\d+)(\p{L}{1,4})$/u, "$1 $2")
    .split(" ");
}

function hasDigit(word: string): boolean {
  return /\d/.test(word);
}

function lower(word: string, language: string): string {
  const lowered = language === "tr" || language === "az" ? word.toLocaleLowerCase("tr") : word.toLowerCase();
  return lowered.replace(/i\u0307/g, "i");
}
