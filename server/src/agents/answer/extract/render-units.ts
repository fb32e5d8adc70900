import type { Passage } from "../../../knowledge/index.ts";
import { plainText } from "../plain-text.ts";
import { countWords } from "./count-words.ts";
import type { RankedUnit } from "./rank-units.ts";

/** Units of one passage as a person reads them: sentences run on, rows and items stand on lines of their own. */
export function renderUnits(units: readonly RankedUnit[]): string {
  let text = "";
  for (const [at, { unit, passage, place }] of units.entries()) {
    const before = units[at - 1]?.unit;
    const isLed = before?.lead === unit.lead || before?.text === unit.lead || ENDED.test(unit.lead);
    const lead = isLed && (at > 0 || ENDED.test(unit.lead)) ? "" : unit.lead;
    if (unit.kind === "code")
      text += `${gap(text, "\n\n")}${lead === "" ? "" : `${lead}\n`}\`\`\`\n${unit.text}\n\`\`\``;
    else if (unit.kind === "item") text += `${gap(text, "\n")}${lead === "" ? "" : `${lead}\n`}- ${unit.text}`;
    else {
      const isRunning = unit.kind === "sentence" && before?.kind === "sentence" && runsOn(units[at - 1], place);
      text += gap(text, isRunning ? " " : "\n") + (at === 0 ? begun(named(unit.text, passage)) : unit.text);
    }
  }
  return text;
}

/** Whether what stands at a place of the same passage goes on from a unit: after its end, or where Thai was cut. */
function runsOn(before: RankedUnit | undefined, place: number): boolean {
  if (before === undefined) return false;
  return ENDED.test(before.unit.text) || (mayGoOn(before) && place === before.place + 1);
}

/** Thai ends its sentences with no mark: whether one ends here is not known. */
export function mayGoOn({ unit }: RankedUnit): boolean {
  return unit.kind === "sentence" && THAI_END.test(unit.text);
}

/** "7 East 7th Street" alone says nothing: a scrap of a page is led in by the name of what it stands under. */
function named(text: string, passage: Passage): string {
  if (ENDED.test(text) || UNMARKED.test(text) || LEADS_IN.test(text) || countWords(text) > SCRAP) return text;
  const own = passage.title.split(/\s[|\u2013\u2014\u00b7-]\s/u, 1)[0] ?? "";
  const name = plainText(passage.headings.at(-1) ?? own).replace(EDGES, "");
  const plain = text.toLowerCase();
  const names = [own, name].filter(
    (one, at, all) => one !== "" && !ENDED.test(one) && !plain.includes(one.toLowerCase()) && all.indexOf(one) === at,
  );
  return names.length === 0 ? text : `${names.join(", ")}: ${text}`;
}

/** A sentence that a page writes small, as after a mark of a list, begins an answer like any other. */
function begun(text: string): string {
  return ENDED.test(text) && SMALL.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

function gap(text: string, between: string): string {
  return text === "" ? "" : between;
}

/** "4. Choose a format #": numbers and marks around a heading. */
const EDGES = /^\d{1,2}(?:\.\d{1,2})*[.)]\s+|[\s#¶:]+$/gu;
const SMALL = /^\p{Ll}+[\s,]/u;
/** Thai ends its sentences with no mark. */
const UNMARKED = /\p{Script=Thai}.*\s/u;
const LEADS_IN = /[:：]$/u;
const THAI_END = /\p{Script=Thai}[^.!?\n]*$/u;
export const ENDED = /[.!?…。！？।॥؟۔][\s"'”’»)\]]*$/u;
/** Words of a line that is no sentence. */
const SCRAP = 25;
