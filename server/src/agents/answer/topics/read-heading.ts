import type { RankedUnit } from "../extract/rank-units.ts";
import { plainText } from "../plain-text.ts";
import { holdsWord, isUnspaced, lower } from "./match-words.ts";
import { textsOf } from "../../texts/texts.ts";

export interface Heading {
  text: string;
  /** Whether it speaks of this and of nothing else. `own` parted by commas, `beside` by spaces. */
  isAbout(own: string, beside: string): boolean;
}

/** What a unit stands under: the line that leads it in, its heading, or the title of its page. */
export function readHeading({ unit, passage }: Pick<RankedUnit, "unit" | "passage">): Heading {
  const { language } = passage;
  const title = passage.title.split(/\s[|\u2013\u2014\u00b7-]\s/u, 1)[0] ?? "";
  const above = unit.lead !== "" && unit.lead.length <= LONGEST ? unit.lead : passage.headings.at(-1);
  const text = plainText(above ?? title).replace(/[\s#¶:：]+$/gu, "");
  return {
    text,
    isAbout(own, beside) {
      const isOwn = holdsWord(own, language);
      if (isUnspaced(language)) return isOwn(text) && text.length <= SHORT;
      const { openers, common } = textsOf(language).lexicon;
      const small = new Set(lower(`${beside} ${openers} ${common}`).split(" "));
      return (lower(text).match(WORD) ?? []).every((word) => small.has(word) || isOwn(word));
    },
  };
}

const LONGEST = 90;
const SHORT = 8;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
