import type { Tone } from "@parley/contracts";

/** How a language speaks to somebody politely and familiarly; capitals count where the language has them so. */
const addresses: Record<string, { formal: RegExp; familiar: RegExp }> = {
  // A "Sie" that begins a sentence may be "they".
  de: {
    formal: /(?<=[\p{Ll},] )(?:Sie|Ihnen|Ihr|Ihre|Ihrem|Ihren|Ihrer)(?![\p{L}])/gu,
    familiar: /(?<![\p{L}])(?:du|dich|dir|dein|deine|deinem|deinen|deiner|euch|euer|eure|euren)(?![\p{L}])/giu,
  },
  fr: {
    formal: /(?<![\p{L}])(?:vous|votre|vos)(?![\p{L}])/giu,
    familiar: /(?<![\p{L}])(?:tu|toi|ton|tes)(?![\p{L}])/giu,
  },
  es: {
    formal: /(?<![\p{L}])(?:usted|ustedes)(?![\p{L}])/giu,
    familiar: /(?<![\p{L}])(?:tú|tu|tus|te|contigo|vosotros|vuestro|vuestra)(?![\p{L}])/giu,
  },
  it: {
    formal: /(?<=[\p{Ll},] )(?:Lei|Le|Suo|Sua|Suoi|Vi|Voi|Vostro|Vostra)(?![\p{L}])/gu,
    familiar: /(?<![\p{L}])(?:tu|tuo|tua|tuoi|tue|ti)(?![\p{L}])/giu,
  },
  nl: {
    formal: /(?<![\p{L}])(?:u|uw)(?![\p{L}])/giu,
    familiar: /(?<![\p{L}])(?:je|jij|jou|jouw|jullie)(?![\p{L}])/giu,
  },
  pt: {
    formal: /(?<![\p{L}])(?:o senhor|a senhora|vossa excelência)(?![\p{L}])/giu,
    familiar: /(?<![\p{L}])(?:você|vocês|tu|teu|tua|contigo)(?![\p{L}])/giu,
  },
  pl: {
    formal: /(?<![\p{L}])(?:Państwo|Państwa|Państwu|Pan|Pani|Pana)(?![\p{L}])/gu,
    familiar: /(?<![\p{L}])(?:ty|ciebie|cię|tobie|twój|twoja|twoje|wasz|wasza|wasze)(?![\p{L}])/giu,
  },
  ru: {
    formal: /(?<![\p{L}])(?:вы|вас|вам|вами|ваш|ваша|ваше|ваши|вашего|вашей)(?![\p{L}])/giu,
    familiar: /(?<![\p{L}])(?:ты|тебя|тебе|тобой|твой|твоя|твоё|твои)(?![\p{L}])/giu,
  },
  tr: {
    formal: /(?<![\p{L}])(?:siz|sizi|size|sizin)(?![\p{L}])/giu,
    familiar: /(?<![\p{L}])(?:sen|seni|sana|senin)(?![\p{L}])/giu,
  },
};

/** Fewer say nothing. */
const LEAST = 4;
const CLEARLY = 3;
/** Sentences with an exclamation mark, of all. */
const LIVELY = 0.12;
const LEAST_SENTENCES = 25;

/** How a site speaks to its visitors: by its forms of address, else by its exclamations; neutral when neither tells. */
export function findTone(text: string, language: string): Tone {
  const forms = addresses[language.split(/[-_]/u, 1)[0] ?? ""];
  const count = (pattern: RegExp | undefined) => (pattern === undefined ? 0 : (text.match(pattern)?.length ?? 0));
  const [formal, familiar] = [count(forms?.formal), count(forms?.familiar)];
  if (formal >= LEAST && formal >= familiar * CLEARLY) return "formal";
  if (familiar >= LEAST && familiar >= formal * CLEARLY) return "friendly";
  const ends = text.match(/[.!?。！？](?=\s|$)/gu) ?? [];
  const lively = ends.filter((end) => /[!！]/u.test(end)).length;
  return ends.length >= LEAST_SENTENCES && lively / ends.length >= LIVELY ? "friendly" : "neutral";
}
