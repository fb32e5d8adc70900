import type { Citation, Place } from "@parley/contracts";
import type { Passage } from "../../knowledge/index.ts";
import { placeOfQuote } from "./place-of-quote.ts";
import { plainText } from "./plain-text.ts";
import { readPassage } from "./extract/read-passage.ts";
import { linkToText } from "./text-fragment.ts";

/** Makes the citations of one answer: a source keeps the number of its first use. */
export interface Citer {
  /** `quote`: text of one block of the passage, which the page is opened at. */
  cite(passage: Passage, quote: string): Citation;
  /** A source of the organization's own. */
  citeOwn(source: Omit<Citation, "number">): Citation;
}

export function createCiter(): Citer {
  const numbers = new Map<string, number>();
  const numberOf = (id: string) => {
    const number = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, number);
    return number;
  };
  return {
    citeOwn: (source) => ({ number: numberOf(source.documentId), ...source }),
    cite(passage, quote) {
      return {
        number: numberOf(passage.documentId),
        documentId: passage.documentId,
        ...(passage.documentVersion === undefined ? {} : { documentVersion: passage.documentVersion }),
        ...(passage.checkedAt === undefined ? {} : { checkedAt: passage.checkedAt }),
        externalId: passage.externalId,
        title: passage.title,
        url: passage.url,
        link: passage.url === null ? null : linkToText(passage.url, quote),
        text: windowAround(passage, quote),
        ...placedAt(placeOfQuote(passage, quote)),
      };
    },
  };
}

const placedAt = (place: Place | undefined): { place?: Place } => (place === undefined ? {} : { place });

/** The passage as plain text, at most 600 characters, with the quoted words in it. */
function windowAround(passage: Passage, quote: string): string {
  const units = readPassage(passage);
  const lines = units.map((unit) => unit.text.replace(/\s+/gu, " "));
  const whole = lines.join(" ");
  if (whole === "") return plainText(passage.text).slice(0, TEXT_LIMIT);
  if (whole.length <= TEXT_LIMIT) return whole;
  let first = Math.max(
    0,
    units.findIndex((unit) => unit.quote === quote || unit.text === quote),
  );
  let text = clip(lines[first] ?? "");
  for (let last = first + 1; last < lines.length && fits(text, lines[last]); last += 1) text += ` ${lines[last]}`;
  for (; first > 0 && fits(text, lines[first - 1]); first -= 1) text = `${lines[first - 1]} ${text}`;
  return text;
}

function fits(text: string, line = ""): boolean {
  return text.length + 1 + line.length <= TEXT_LIMIT;
}

function clip(text: string): string {
  return text.length <= TEXT_LIMIT
    ? text
    : `${text
        .slice(0, TEXT_LIMIT - 1)
        .toWellFormed()
        .trimEnd()}…`;
}

const TEXT_LIMIT = 600;
