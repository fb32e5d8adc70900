/** What makes an answer read like one, and not like a list of search results. */
import { countWords } from "../../../server/src/agents/answer/extract/count-words.ts";
import { splitSentences } from "../../../server/src/agents/answer/split-sentences.ts";

/** What is wrong with the form of an answer; nothing where it reads like one. */
export function faultsOfForm(text: string): string[] {
  const faults: string[] = [];
  const prose = text.replace(/```[^]*?```/gu, "```");
  const lines = prose.split("\n").filter((line) => line.trim() !== "");
  if (countWords(text) > MOST_WORDS) faults.push("more than 90 words");
  if (/^\p{Ll}/u.test(text)) faults.push("begins within a sentence");
  if (lines.some((line) => BOILERPLATE.test(line))) faults.push("words of the page's furniture");
  if (lines.some((line, at) => /[:：]$/u.test(line) && !/^(?:- |```)/u.test(lines[at + 1] ?? "")))
    faults.push("leads in to nothing");
  if (lines.some(isHalf)) faults.push("ends within a sentence");
  if (/[?？؟]\s*$/u.test(prose)) faults.push("ends with a question");
  const said = lines.flatMap((line) => splitSentences(line)).map((one) => one.toLowerCase().trim());
  if (new Set(said).size < said.length) faults.push("says something twice");
  return faults;
}

/** A long line that is neither an item nor a row nor ends as sentences do; Thai has no such end. */
function isHalf(line: string): boolean {
  const isOther = /^(?:- |```|…)/u.test(line) || /[:;]\s/u.test(line) || /\p{Script=Thai}/u.test(line);
  return !isOther && countWords(line) > SCRAP && !/[.!?…。！？।॥؟۔:：]["'”’»)\]\s]*$/u.test(line);
}

const MOST_WORDS = 90;
const SCRAP = 25;
const BOILERPLATE =
  /(?:^|\s)(?:read more|learn more|click here|skip to|back to top|all rights reserved|cookie settings)\b|\b(?:In|Out) ?\[[ \d]*\]:| [›»] .* [›»] /iu;
