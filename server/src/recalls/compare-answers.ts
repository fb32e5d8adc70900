/** Whether two answers to one question mean the same. Deterministic: no model is asked. */
import type { EndReason, RecallDifference } from "@parley/contracts";
import { wordsOf } from "../knowledge/index.ts";

/** Share of the words of both that they have in common, below which they say different things. */
const ALIKE = 0.6;

/** Empty: they mean the same. */
export function compareAnswers(before: string, after: { text: string; reason: EndReason }): RecallDifference[] {
  if (after.reason !== "answered") return ["unanswered"];
  const [old, fresh] = [readAnswer(before), readAnswer(after.text)];
  if (old.words.join(" ") === fresh.words.join(" ")) return [];
  const differs: RecallDifference[] = [];
  if (!sameSet(old.figures, fresh.figures)) differs.push("figures");
  if (old.negations !== fresh.negations) differs.push("negation");
  if (alike(old.words, fresh.words) < ALIKE) differs.push("words");
  return differs;
}

function readAnswer(text: string) {
  const words = wordsOf(text.toLowerCase()).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const figures = new Set(
    words.flatMap((word) => (/\p{N}/u.test(word) ? [figureOf(word)] : NAMED.has(word) ? [word] : [])),
  );
  const negations = words.filter((word) => NEGATIONS.has(word) || /n['’]t$/u.test(word)).length + signs(text);
  return { words, figures, negations };
}

/** `1,200.00`, `1.200,00` and `1200` are one figure; `9:00` is another than `900`. */
function figureOf(word: string): string {
  if (/[:/]/.test(word)) return word;
  const parts = word.split(/[.,]/);
  const last = parts.at(-1) ?? "";
  if (parts.length === 1) return String(Number(word)) === "NaN" ? word : String(Number(word));
  const isFraction = last.length !== 3;
  const whole = parts.slice(0, isFraction ? -1 : undefined).join("");
  const fraction = isFraction ? last.replace(/0+$/, "") : "";
  return fraction === "" ? whole.replace(/^0+(?=\d)/, "") : `${whole.replace(/^0+(?=\d)/, "")}.${fraction}`;
}

function sameSet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((each) => other.has(each));
}

function alike(one: readonly string[], other: readonly string[]): number {
  const [a, b] = [new Set(one), new Set(other)];
  if (a.size + b.size === 0) return 1;
  let common = 0;
  for (const word of a) if (b.has(word)) common += 1;
  return (2 * common) / (a.size + b.size);
}

/** Days and months are figures that are written as words. */
const NAMED: ReadonlySet<string> = new Set(
  ["en", "de", "fr", "es", "it", "nl", "pt", "pl", "sv", "tr", "ro", "el", "ru", "vi"].flatMap((language) => {
    const month = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" });
    const day = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
    const months = Array.from({ length: 12 }, (_, at) => month.format(Date.UTC(2026, at, 15)));
    const days = Array.from({ length: 7 }, (_, at) => day.format(Date.UTC(2026, 0, 4 + at)));
    return [...months, ...days].flatMap((name) => wordsOf(name.toLowerCase()).filter((word) => word.length > 3));
  }),
);

const NEGATIONS: ReadonlySet<string> = new Set(
  `no not never none nobody nothing without cannot neither nor
  nein nicht kein keine keinen keinem keiner nie niemals ohne
  non pas jamais aucun aucune sans ni
  no nunca jamás ningún ninguna sin tampoco
  non mai nessun nessuna senza
  nee niet geen nooit zonder
  não nunca nenhum nenhuma sem
  nie nigdy bez żaden brak
  inte aldrig ingen inget inga utan
  değil yok hayır olmadan asla
  nu niciodată fără nici
  όχι δεν μην ποτέ χωρίς
  нет не никогда без нельзя ни
  không chưa
  لا ليس لن لم بدون
  नहीं मत बिना`.split(/\s+/),
);

/** In scripts without spaces, where a word of one sign or more says no. */
function signs(text: string): number {
  return text.match(/[不没沒无無未非]|ない|ません|ไม่|안 |없/gu)?.length ?? 0;
}
