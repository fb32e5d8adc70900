import type { Agent, Citation, ContentPart } from "@parley/contracts";

interface Sample {
  question: string;
  /** Two sentences with their pages, and a list between them. */
  first: string;
  list: string[];
  last: string;
  pages: [string, string];
}

const SAMPLES: Record<string, Sample> = {
  en: {
    question: "When are you open, and do I need to book?",
    first: "We are open **Tuesday to Saturday, 9:00 to 18:00**.",
    list: ["Walk in whenever you like", "Book for groups of six or more"],
    last: "On public holidays we stay closed.",
    pages: ["Opening hours", "Visiting us"],
  },
  de: {
    question: "Wann haben Sie geöffnet, und muss ich reservieren?",
    first: "Geöffnet ist **Dienstag bis Samstag, 9:00 bis 18:00 Uhr**.",
    list: ["Kommen Sie ohne Terminvereinbarung vorbei", "Ab sechs Personen bitte reservieren"],
    last: "An gesetzlichen Feiertagen bleibt geschlossen.",
    pages: ["Öffnungszeiten", "Besucherinformationen"],
  },
  fr: {
    question: "Quand êtes-vous ouverts, et faut-il réserver ?",
    first: "Nous sommes ouverts **du mardi au samedi, de 9 h à 18 h**.",
    list: ["Venez quand vous voulez", "Réservez à partir de six personnes"],
    last: "Nous fermons les jours fériés.",
    pages: ["Horaires d’ouverture", "Nous rendre visite"],
  },
  es: {
    question: "¿Cuándo abren? ¿Hay que reservar?",
    first: "Abrimos **de martes a sábado, de 9:00 a 18:00**.",
    list: ["Venga cuando quiera", "Reserve a partir de seis personas"],
    last: "Los días festivos cerramos.",
    pages: ["Horario", "Cómo visitarnos"],
  },
  ar: {
    question: "متى تفتحون، وهل أحتاج إلى الحجز؟",
    first: "نفتح **من الثلاثاء إلى السبت، من 9:00 إلى 18:00**.",
    list: ["يمكنكم الحضور في أي وقت", "يُرجى الحجز لستة أشخاص أو أكثر"],
    last: "نغلق في أيام العطل الرسمية.",
    pages: ["ساعات العمل", "زيارتنا"],
  },
};

/** A question and an answer as they could be on any site, in the visitor's language where we have it. */
export function sampleTexts(language: string, agent: Agent): { question: string; answer: ContentPart[] } {
  const sample = SAMPLES[language.split("-")[0] ?? ""] ?? SAMPLES["en"];
  if (sample === undefined) return { question: "", answer: [] };
  const { question, first, list, last, pages } = sample;
  const cite = (number: number, text: string): ContentPart => ({
    type: "citation",
    citation: citation({ number, title: pages[number - 1] ?? "", text, url: agent.siteUrl }),
  });
  return {
    question,
    answer: [
      { type: "text", text: first },
      cite(1, first.replace(/\*\*/g, "")),
      { type: "text", text: `\n\n${list.map((entry) => `- ${entry}`).join("\n")}` },
      cite(2, list.join(". ")),
      { type: "text", text: `\n\n${last}` },
      cite(1, last),
    ],
  };
}

function citation({ number, title, text, url }: Pick<Citation, "number" | "title" | "text" | "url">): Citation {
  return { number, documentId: `sample-${number}`, externalId: null, title, url, link: url, text };
}
