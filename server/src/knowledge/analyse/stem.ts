import { stemmer as arabic } from "@orama/stemmers/arabic";
import { stemmer as armenian } from "@orama/stemmers/armenian";
import { stemmer as bulgarian } from "@orama/stemmers/bulgarian";
import { stemmer as danish } from "@orama/stemmers/danish";
import { stemmer as dutch } from "@orama/stemmers/dutch";
import { stemmer as english } from "@orama/stemmers/english";
import { stemmer as finnish } from "@orama/stemmers/finnish";
import { stemmer as french } from "@orama/stemmers/french";
import { stemmer as german } from "@orama/stemmers/german";
import { stemmer as greek } from "@orama/stemmers/greek";
import { stemmer as hungarian } from "@orama/stemmers/hungarian";
import { stemmer as hindi } from "@orama/stemmers/indian";
import { stemmer as indonesian } from "@orama/stemmers/indonesian";
import { stemmer as irish } from "@orama/stemmers/irish";
import { stemmer as italian } from "@orama/stemmers/italian";
import { stemmer as lithuanian } from "@orama/stemmers/lithuanian";
import { stemmer as nepali } from "@orama/stemmers/nepali";
import { stemmer as norwegian } from "@orama/stemmers/norwegian";
import { stemmer as portuguese } from "@orama/stemmers/portuguese";
import { stemmer as romanian } from "@orama/stemmers/romanian";
import { stemmer as russian } from "@orama/stemmers/russian";
import { stemmer as serbian } from "@orama/stemmers/serbian";
import { stemmer as spanish } from "@orama/stemmers/spanish";
import { stemmer as swedish } from "@orama/stemmers/swedish";
import { stemmer as tamil } from "@orama/stemmers/tamil";
import { stemmer as turkish } from "@orama/stemmers/turkish";
import { stemmer as ukrainian } from "@orama/stemmers/ukrainian";

type Stemmer = (word: string) => string;

/** The stem of a lower-case word, its accents folded where people leave them out when they type. */
export function stem(word: string, language: string): string {
  const spelled = prepare(word, language);
  const prepared = foldedFirst.has(language) ? fold(spelled, language) : spelled;
  return fold(stemmers[language]?.(prepared) ?? prepared, language);
}

/** Accents are left out so often in typing that here they must not decide which ending is taken off. */
const foldedFirst = new Set(["fr", "it", "ro"]);

/** By primary language subtag. */
const stemmers: Record<string, Stemmer | undefined> = {
  ar: withoutPrefix(arabic),
  hy: armenian,
  bg: bulgarian,
  da: danish,
  nl: dutch,
  en: english,
  fi: finnish,
  fr: french,
  de: german,
  el: greek,
  hu: hungarian,
  hi: hindi,
  id: indonesian,
  ga: irish,
  it: italian,
  lt: lithuanian,
  ne: nepali,
  no: norwegian,
  pt: portuguese,
  ro: romanian,
  ru: russian,
  sr: serbian,
  es: spanish,
  sv: swedish,
  ta: tamil,
  tr: turkish,
  uk: ukrainian,
  he: hebrew,
};

/** Spellings, left-out accents among them, that a stemmer must see in one form. */
function prepare(word: string, language: string): string {
  if (language === "de")
    return word
      .replace(/ae/g, "ä")
      .replace(/oe/g, "ö")
      .replace(/(?<![aeiouäöüq])ue/g, "ü");
  if (language === "es") return word.replace(/(?<=[cs])ion$/, "ión");
  if (language === "pt") return word.replace(/cao$/, "ção").replace(/coes$/, "ções");
  if (language === "hi") return hindiSpelling(word);
  if (language === "vi") return vietnameseSpelling(word);
  if (language === "ro") return word.replace(/ş/g, "ș").replace(/ţ/g, "ț");
  return word;
}

/** "and the book", "by the book": the Arabic stemmer takes off the article, not what stands before it. */
function withoutPrefix(stemmer: Stemmer): Stemmer {
  return (word) => stemmer(word.length > 5 ? word.replace(/^[وفبك](?=ال)/, "").replace(/^لل/, "ال") : word);
}

/** One or two of the letters that Hebrew writes before a noun: and, the, in, to, from, that, as. */
function hebrew(word: string): string {
  if (word.length < 5) return word;
  return word.replace(/^ו?[הבלמשכ]?(?=.{3})/u, "").replace(/(?<=.{3})(?:ים|ות)$/u, "");
}

/** Spellings of one word in Hindi: a nasal before a consonant or its dot (कैम्ब्रिज, कैंब्रिज), the open vowels of English words. */
function hindiSpelling(word: string): string {
  return word
    .replace(/[ङञणनम]\u094d(?=[क-ह])|\u0901/g, "\u0902")
    .replace(/[\u0945\u0946]/g, "\u0947")
    .replace(/[\u0949\u094a]/g, "\u094b")
    .replace(/[ऍऎ]/g, "ए")
    .replace(/[ऑऒ]/g, "ओ");
}

/** Where the tone of a word is written is a matter of school: "hoà", "hòa". */
function vietnameseSpelling(word: string): string {
  const found = lateTone.exec(word);
  if (found === null) return word;
  const [, start = "", first = "", second = ""] = found;
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(second.normalize("NFD"))?.[0] ?? "";
  const plain = second.normalize("NFD").replace(tone, "").normalize("NFC");
  return `${start}${`${first}${tone}`.normalize("NFC")}${plain}`;
}

const lateTone = /^(.*(?<!q))([ou])([àáảãạèéẻẽẹỳýỷỹỵ])$/u;

/** Vietnamese tones and the breve of Russian й are letters, not ornaments. */
function fold(term: string, language: string): string {
  if (language === "vi" || isAscii(term)) return term;
  const plain = term.replace(/ё/g, "е").replace(/ı/g, "i").replace(/ß/g, "ss").replace(/đ/g, "d").replace(/ø/g, "o");
  if (!/[\u00c0-\u024f\u0370-\u03ff\u1e00-\u1fff]/.test(plain)) return plain;
  return plain
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .replace(/ς/g, "σ");
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 127) return false;
  return true;
}
