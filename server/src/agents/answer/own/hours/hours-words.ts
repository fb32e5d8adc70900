/** How each language says whether a business is open. */
import { primary } from "../../../texts/texts.ts";

export interface HoursWords {
  yes: string;
  no: string;
  closed: string;
  /** {time}: when it closes. */
  until: string;
  /** {day} and {time}: when it opens next. */
  again: string;
  /** A weekday within `again`; left out: as it is. */
  on?: string;
}

const words: Record<string, HoursWords> = {
  ar: { yes: "نعم", no: "لا", closed: "مغلق", until: "نعم، حتى الساعة {time}.", again: "لا، نفتح {day} الساعة {time}." },
  de: {
    yes: "Ja",
    no: "Nein",
    closed: "geschlossen",
    until: "Ja, bis {time} Uhr.",
    again: "Nein, wir öffnen {day} um {time} Uhr.",
    on: "am {day}",
  },
  el: {
    yes: "Ναι",
    no: "Όχι",
    closed: "κλειστά",
    until: "Ναι, έως τις {time}.",
    again: "Όχι. Ανοίγουμε: {day}, {time}.",
  },
  en: {
    yes: "Yes",
    no: "No",
    closed: "closed",
    until: "Yes, until {time}.",
    again: "No, we open {day} at {time}.",
    on: "on {day}",
  },
  es: {
    yes: "Sí",
    no: "No",
    closed: "cerrado",
    until: "Sí, hasta las {time}.",
    again: "No, abrimos {day} a las {time}.",
    on: "el {day}",
  },
  fr: {
    yes: "Oui",
    no: "Non",
    closed: "fermé",
    until: "Oui, jusqu’à {time}.",
    again: "Non, nous ouvrons {day} à {time}.",
  },
  he: { yes: "כן", no: "לא", closed: "סגור", until: "כן, עד {time}.", again: "לא, נפתח {day} ב-{time}.", on: "ב{day}" },
  hi: { yes: "हाँ", no: "नहीं", closed: "बंद", until: "हाँ, {time} तक।", again: "नहीं, हम {day} {time} पर खुलेंगे।" },
  it: {
    yes: "Sì",
    no: "No",
    closed: "chiuso",
    until: "Sì, fino alle {time}.",
    again: "No, apriamo {day} alle {time}.",
  },
  ja: {
    yes: "はい",
    no: "いいえ",
    closed: "休み",
    until: "はい、{time}まで営業しています。",
    again: "いいえ、次は{day}の{time}に開きます。",
  },
  ko: {
    yes: "네",
    no: "아니요",
    closed: "휴무",
    until: "네, {time}까지 영업합니다.",
    again: "아니요, {day} {time}에 엽니다.",
  },
  nl: {
    yes: "Ja",
    no: "Nee",
    closed: "gesloten",
    until: "Ja, tot {time} uur.",
    again: "Nee, we openen {day} om {time} uur.",
    on: "op {day}",
  },
  pl: { yes: "Tak", no: "Nie", closed: "zamknięte", until: "Tak, do {time}.", again: "Nie. Otwieramy: {day}, {time}." },
  pt: {
    yes: "Sim",
    no: "Não",
    closed: "fechado",
    until: "Sim, até às {time}.",
    again: "Não, abrimos {day} às {time}.",
  },
  ro: { yes: "Da", no: "Nu", closed: "închis", until: "Da, până la {time}.", again: "Nu, deschidem {day} la {time}." },
  ru: { yes: "Да", no: "Нет", closed: "закрыто", until: "Да, до {time}.", again: "Нет. Откроемся: {day}, {time}." },
  th: { yes: "ใช่", no: "ไม่", closed: "ปิด", until: "ใช่ เปิดถึง {time} น.", again: "ไม่ เราเปิด{day} เวลา {time} น." },
  tr: {
    yes: "Evet",
    no: "Hayır",
    closed: "kapalı",
    until: "Evet, kapanış saati {time}.",
    again: "Hayır. Açılış: {day} {time}.",
  },
  uk: { yes: "Так", no: "Ні", closed: "зачинено", until: "Так, до {time}.", again: "Ні. Відчиняємося: {day}, {time}." },
  vi: {
    yes: "Có",
    no: "Không",
    closed: "đóng cửa",
    until: "Có, mở cửa đến {time}.",
    again: "Không, chúng tôi mở cửa {day} lúc {time}.",
  },
  zh: {
    yes: "是的",
    no: "不营业",
    closed: "休息",
    until: "是的，营业到{time}。",
    again: "现在不营业，{day}{time}开门。",
  },
};

/** Undefined where a language has none: then the hours are listed as they are. */
export const hoursWordsOf = (language: string): HoursWords | undefined => words[primary(language)];

/** A question whether something is closed is not answered with yes or no: "Yes" could be taken for both. */
export const CLOSING =
  /clos|shut|geschlossen|schlie|ferm[eé]|cerr|chius|chiud|fech|gesloten|sluit|dicht|zamk|închi|закры|зачин|κλειστ|κλείν|kapal|kapan|مغلق|تغلق|סגור|סוגר|बंद|閉|닫|关门|關門|(?<!เ)ปิด|đóng/iu;

/** Asks for more than yes or no. */
export const ASKING =
  /(?<!\p{L})(?:when|what|how|which|wann|wie|welche[rn]?|wieviel|quand|quel(?:le)?s?|comment|combien|cuándo|qué|cuál(?:es)?|cómo|cuánto|quando|che|quali?|quanto|que|wanneer|hoe|wat|welke|kiedy|której|jakie|jak|când|ce|cât|когда|сколько|скольки|какие|какой|как|коли|котрій|котрої|які|πότε|τι|ποιες|ποιο|zaman|kaçta|kaça|nedir|متى|ما|كم|מתי|מה|כמה|कब|कितने|khi nào|mấy|lúc nào)(?!\p{L})|いつ|何時|何曜|どう|언제|몇|어떻게|เมื่อไหร่|เมื่อไร|กี่โมง|วันไหน|几点|幾點|何时|何時|什么|什麼|多久|哪/iu;

/** Asks for the hours themselves. */
export const NOUNS =
  /\bhours\b|\btimes\b|öffnungszeit|horair|horario|horário|orari|openingstijd|openingsuren|godzin|часы|график|графік|режим|години|ωράριο|ώρες|時間|시간|时间|時間|giờ mở|giờ làm|saatler|เวลา|שעות|ساعات|समय|program/iu;

/** Asks for more than one moment, or for one that no day and no hour names. */
export const VAGUE =
  /week|woche|fin de semana|fine settimana|fim de semana|weekend|выходн|вихідн|周末|週末|주말|สุดสัปดาห์|cuối tuần|hafta|סופ|שבוע|σαββατοκ|عطلة|أسبوع|सप्ताह|\blate\b|\bearly\b|usually|normal|tonight|abend|soir|noche|sera\b|\bdays\b|\btage\b|tous les jours/iu;
