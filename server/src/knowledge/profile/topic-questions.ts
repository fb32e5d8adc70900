import type { PageOutline } from "./find-questions.ts";

/** What a page is about, by its address or title, and how one asks for it. Only what reads well as it stands. */
const topics: { about: RegExp; ask: Record<string, string> }[] = [
  {
    about: /opening|hours|öffnungszeiten|horaires|horario|orari/i,
    ask: {
      en: "When are you open?",
      de: "Wann haben Sie geöffnet?",
      fr: "Quels sont les horaires d’ouverture ?",
      es: "¿Cuál es el horario?",
      it: "Quali sono gli orari di apertura?",
    },
  },
  {
    about: /pric|preise|tarif|precio|prezz|plans|rates/i,
    ask: {
      en: "How much does it cost?",
      de: "Was kostet das?",
      fr: "Combien ça coûte ?",
      es: "¿Cuánto cuesta?",
      it: "Quanto costa?",
    },
  },
  {
    about: /install/i,
    ask: {
      en: "How do I install it?",
      de: "Wie installiere ich es?",
      fr: "Comment l’installer ?",
      es: "¿Cómo se instala?",
      it: "Come si installa?",
    },
  },
  {
    about: /quick-?start|getting[- _]?started|erste[- ]schritte/i,
    ask: {
      en: "How do I get started?",
      de: "Wie fange ich an?",
      fr: "Comment démarrer ?",
      es: "¿Cómo empiezo?",
      it: "Come si comincia?",
    },
  },
  {
    about: /shipping|delivery|versand|lieferung|livraison|env[ií]o|spedizion/i,
    ask: {
      en: "How does delivery work?",
      de: "Wie läuft die Lieferung ab?",
      fr: "Comment se passe la livraison ?",
      es: "¿Cómo funciona el envío?",
      it: "Come funziona la spedizione?",
    },
  },
  {
    about: /return|refund|rückgabe|widerruf|retour|devoluc|resi\b/i,
    ask: {
      en: "Can I return something?",
      de: "Kann ich etwas zurückgeben?",
      fr: "Puis-je retourner un article ?",
      es: "¿Puedo devolver algo?",
      it: "Posso restituire un articolo?",
    },
  },
  {
    about: /services?\b|leistungen|servicios|servizi|prestations/i,
    ask: {
      en: "Which services do you offer?",
      de: "Welche Leistungen bieten Sie an?",
      fr: "Quels services proposez-vous ?",
      es: "¿Qué servicios ofrecen?",
      it: "Quali servizi offrite?",
    },
  },
  {
    about: /locations?\b|directions|anfahrt|find-?us|visit-?us|standort/i,
    ask: {
      en: "Where can I find you?",
      de: "Wo finde ich Sie?",
      fr: "Où vous trouver ?",
      es: "¿Dónde están?",
      it: "Dove vi trovate?",
    },
  },
  {
    about: /contact|kontakt|contatt/i,
    ask: {
      en: "How can I contact you?",
      de: "Wie erreiche ich Sie?",
      fr: "Comment vous contacter ?",
      es: "¿Cómo puedo contactarles?",
      it: "Come posso contattarvi?",
    },
  },
];

/** Questions for what the site has a page about, in its language if we can ask in it. */
export function topicQuestions(pages: readonly PageOutline[], language: string): string[] {
  return topics.flatMap(({ about, ask }) => {
    const question = ask[language];
    const isThere = pages.some((page) => namesOf(page).some((name) => about.test(name)));
    return question !== undefined && isThere ? [question] : [];
  });
}

/** The title's own part and the end of the address, where they are short: a long one is about more than one thing. */
function namesOf({ title, url }: PageOutline): string[] {
  const last =
    url === null
      ? ""
      : (new URL(url).pathname
          .split("/")
          .filter((part) => part !== "")
          .at(-1) ?? "");
  return [title.split(/\s[|–—-]\s/, 1)[0] ?? "", last.replace(/\.[a-z]+$/i, "")].filter(
    (name) => name.split(/[\s_-]+/).length <= 3,
  );
}
