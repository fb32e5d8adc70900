import { splitThai } from "./split-thai.ts";

/**
 * Splits a line of prose into sentences, in every language whose sentences end with a mark. Text in Thai,
 * which has none, is split at its spaces into pieces of a sentence's length. Own rules, not Intl.Segmenter: that
 * one breaks after abbreviations and initials, and costs five times as much.
 */
export function splitSentences(text: string, language = "en"): string[] {
  const sentences: string[] = [];
  let start = 0;
  BOUNDARY.lastIndex = 0;
  for (let match = BOUNDARY.exec(text); match; match = BOUNDARY.exec(text)) {
    const end = match.index + match[0].length;
    if (match[1] !== undefined && !isEnd(text, [match.index, end], language)) continue;
    push(sentences, text.slice(start, end));
    start = end;
  }
  push(sentences, text.slice(start));
  return THAI.test(text) ? sentences.flatMap((one) => (THAI.test(one) ? splitThai(one) : [one])) : sentences;
}

/** Whether the mark at `mark`, followed by white space up to `next`, really ends a sentence. */
function isEnd(text: string, [mark, next]: [number, number], language: string): boolean {
  if (LOWER.test(text.charAt(next))) return false;
  if (text.charAt(mark) !== ".") return true;
  const word = LAST_WORD.exec(text.slice(Math.max(0, mark - 24), mark))?.[0] ?? "";
  if (word === "") return true;
  if (INITIAL.test(word)) return false;
  if (ORDINAL.test(word) && DOTTED_ORDINALS.has(language)) return !LETTER.test(text.charAt(next));
  return !ABBREVIATIONS.has(word.toLowerCase());
}

function push(sentences: string[], text: string): void {
  const trimmed = text.trim();
  if (trimmed !== "") sentences.push(trimmed);
}

const THAI = /[\u0e00-\u0e7f]/u;
// Marks that need white space after them, then those that do not.
const BOUNDARY =
  /([.!?\u2026\u037e]["'\u201d\u2019\u00bb)\]]*\s+)|[\u3002\uff01\uff1f\uff61]+["'\u201d\u2019\u300d\u300f\uff09]*\s*|[\u0964\u0965\u061f\u06d4]+["'\u201d\u00bb)]*\s*/gu;
const LOWER = /\p{Ll}/u;
const LAST_WORD = /[\p{L}\p{M}\p{N}.]+$/u;
const INITIAL = /^(?:\p{Lu}|\p{L}\.\p{L}|(?:\p{L}\.)+\p{L})$/u;
const ORDINAL = /^\d{1,2}$/u;
const LETTER = /\p{L}/u;
const DOTTED_ORDINALS = new Set(["de", "pl", "tr", "cs", "da", "fi", "no", "nb", "hu"]);
const ABBREVIATIONS = new Set(
  (
    "mr mrs ms dr prof sr sra srta st vs no nr nos inc ltd co corp jr rev gen col lt sgt capt hon gov sen rep fig figs " +
    "vol ed eds pp approx ca cf al e.g i.e jan feb mar apr jun jul aug sep sept oct nov dec dept est ext ave blvd rd mt ft " +
    "bzw z.b u.a d.h evtl inkl zzgl tel art abs hr fr str mio mrd vgl sog geb gest mind max min ggf bspw " +
    "mme mlle mm env ex av éd chap bd s.a núm pág págs dña ud uds d.c a.c ecc pag sig sigg " +
    "bijv o.a d.w.z blz m.b.t vb örn yy np m.in ul tzn godz wg pl al płk itd ok tzw nr.crt dl dna şos jud art " +
    "г гг ул стр тел др т.е т.д т.п им руб коп тыс млн млрд см рис обл р-н вул тов грн π.χ κ.λπ τηλ αρ σελ"
  ).split(" "),
);
