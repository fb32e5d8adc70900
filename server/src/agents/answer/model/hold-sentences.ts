/** A piece of a model's answer that is whole: a sentence, a line of a list, a block of code. */
export interface HeldSentence {
  /** White space that came before it: breaks between lines are part of how an answer reads. */
  before: string;
  /** Without the marks of its sources. */
  text: string;
  /** Numbers of its sources, in the order of their marks. */
  sources: number[];
}

export interface SentenceHold {
  /** Takes what the model says next and gives what has become whole. */
  push(delta: string): HeldSentence[];
  /** What is left when the model has said all. */
  flush(): HeldSentence[];
}

/** Holds a stream of text back until sentences are whole, and takes `[1]` out of them, also when it comes in halves. */
export function holdSentences(): SentenceHold {
  let held = "";
  const cut = (isLast: boolean): HeldSentence[] => {
    const whole: HeldSentence[] = [];
    for (let end = endOfFirst(held, isLast); end > 0; end = endOfFirst(held, isLast)) {
      const sentence = read(held.slice(0, end));
      held = held.slice(end);
      if (sentence !== null) whole.push(sentence);
    }
    return whole;
  };
  return {
    push(delta) {
      held += delta;
      return cut(false);
    },
    flush() {
      return cut(true);
    },
  };
}

/** Where the first whole piece ends; 0 when there is none yet. */
function endOfFirst(text: string, isLast: boolean): number {
  const start = text.search(/\S/u);
  if (start < 0) return 0;
  if (text.startsWith("```", start)) return endOfCode(text, start, isLast);
  const leading = LEADING_MARKS.exec(text);
  if (leading !== null) return leading[0].length;
  END.lastIndex = start;
  for (let match = END.exec(text); match; match = END.exec(text)) {
    const at = match.index;
    const end = at + match[0].length;
    if (match[0].startsWith("\n")) return at > start ? end - match[0].length : end;
    if (!isEnd(text, start, { at, end })) continue;
    const decided = whereMarksEnd(text, end, isLast);
    if (decided === null) return 0;
    return decided;
  }
  return isLast ? text.length : 0;
}

function endOfCode(text: string, start: number, isLast: boolean): number {
  const close = text.indexOf("\n```", start + 3);
  if (close < 0) return isLast ? text.length : 0;
  const lineEnd = text.indexOf("\n", close + 4);
  if (lineEnd < 0) return isLast || /^\n```\s*$/u.test(text.slice(close)) ? text.length : 0;
  return lineEnd;
}

/** Whether the mark really ends a sentence: not in "2.5", "e.g.", "Dr." or "J. Smith". */
function isEnd(text: string, start: number, { at, end }: { at: number; end: number }): boolean {
  if (text.charAt(at) !== ".") return true;
  const next = text.charAt(end);
  if (next !== "" && !/[\s["'”’»)]/u.test(next)) return false;
  const word = /[\p{L}\p{M}\p{N}.:]+$/u.exec(text.slice(Math.max(start, at - 20), at))?.[0] ?? "";
  const after = text.slice(end).trimStart();
  if (/^\p{Ll}/u.test(after)) return false;
  if (/^(?:\p{Lu}|(?:\p{L}\.)+\p{L}|\d{1,2})$/u.test(word))
    return /^\d/u.test(word) && after !== "" && !/^\p{Lu}/u.test(after)
      ? false
      : at - start > 40 && !/^\p{L}/u.test(word);
  return !SHORT.has(word.toLowerCase());
}

/**
 * The end of the sentence with the marks that follow its full stop; null while another may come. A sentence that has
 * its mark already, or that the model went on from, waits for none.
 */
function whereMarksEnd(text: string, end: number, isLast: boolean): number | null {
  const marks = /^(?:\s?(?:\[\d{1,2}(?:\s?[,;]\s?\d{1,2})*\]|【\d{1,2}[^】]{0,20}】))+[.!?]?/u.exec(text.slice(end));
  const stop = end + (marks?.[0].length ?? 0);
  const rest = text.slice(stop);
  if (isLast || /^\s+[^\s[【]/u.test(rest) || /^\s*\n/u.test(rest)) return stop;
  if (rest === "" && (marks !== null || MARK.test(text.slice(0, end)))) return stop;
  if (/^\s*(?:[[【][\d\s,;]{0,12})?$/u.test(rest)) return null;
  return stop;
}

function read(piece: string): HeldSentence | null {
  const before = /^\s*/u.exec(piece)?.[0] ?? "";
  const body = piece.slice(before.length).trimEnd();
  if (body === "") return null;
  if (body.startsWith("```")) return { before, text: body, sources: [] };
  const sources: number[] = [];
  const text = body.replace(CODE_OR_MARKS, (mark) => {
    if (mark.startsWith("`")) return mark;
    for (const number of mark.replace(/†.*/u, "").match(/\d+/gu) ?? [])
      if (!sources.includes(Number(number))) sources.push(Number(number));
    return "";
  });
  const closed = text.replace(/\s+([.,;:!?])/gu, "$1").trim();
  // "at 9 a.m. [1]." has its full stop twice once the mark is out.
  return { before, text: sources.length > 0 ? closed.replace(/(?<![.])([.!?])\.$/u, "$1") : closed, sources };
}

const END = /[.!?…]+["'”’»)*_]*|[。！？।॥؟]+["'”』」]*|\n+/gu;
/** Marks of a sentence that is out already. */
const LEADING_MARKS = /^\s*(?:\s?(?:\[\d{1,2}(?:\s?[,;]\s?\d{1,2})*\]|【\d{1,2}[^】]{0,20}】))+/u;
const MARK = /\[\d{1,2}(?:\s?[,;]\s?\d{1,2})*\]|【\d{1,2}[^】]{0,20}】/u;
/** Marks to be taken out; inline code is matched first, so that `items[1]` stays as it is. */
const CODE_OR_MARKS = /`[^`]*`|\s?\[\d{1,2}(?:\s?[,;]\s?\d{1,2})*\]|\s?【\d{1,2}[^】]{0,20}】/gu;
const SHORT = new Set(
  "mr mrs ms dr prof st vs no nr inc ltd co jr sr approx ca cf e.g i.e z.b u.a d.h bzw usw etc p.ex m.in np bijv art abs tel ул г им т.е т.д".split(
    " ",
  ),
);
