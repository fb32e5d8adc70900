import type { AgentTone } from "@parley/contracts";
import type { Phrases } from "./types.ts";

/** Parley's own sentences in other tones than the neutral one; languages that are not here have one tone. */
const tones: Readonly<Record<string, Partial<Record<AgentTone, Partial<Phrases>>>>> = {
  en: {
    friendly: {
      thanks: "You're very welcome! Anything else I can find for you?",
      bye: "Bye for now, and thanks for dropping by!",
      howAreYou: "I'm doing great, thanks for asking! What can I find for you?",
      person: "I'm an AI agent, so I can't bring in a person here, sorry!",
      contact: "Here is how you reach the team:",
      unknown: "Sorry, I couldn't find that on this website.",
      askAgain: "Shall we try it in other words?",
      clarify: "I'd love to help! Could you tell me a little more about what you are looking for?",
    },
    formal: {
      greeting: "Good day. I am the AI agent of {name}. Please ask your question; each answer comes with its source.",
      thanks: "You are welcome. May I be of further assistance?",
      bye: "Thank you for your visit. Goodbye.",
      howAreYou: "I am well, thank you. How may I assist you?",
      whoAreYou:
        "I am the AI agent of {name}, not a person. I answer from the pages of this website and state the source of each answer.",
      person: "I am an AI agent and am unable to connect you with a person here.",
      contact: "You may reach the team as follows:",
      unknown: "I was unable to find this on the website.",
      askAgain: "Please consider rephrasing your question.",
      clarify: "Could you please describe in more detail what you are looking for?",
      failed: "An error occurred on our side. Please try again.",
    },
    playful: {
      greeting: "Hey there! I'm the AI agent of {name}. Ask away, and I'll show you where every answer comes from.",
      thanks: "Any time! Got another one for me?",
      bye: "See you around! Thanks for stopping by.",
      howAreYou: "All circuits humming, thanks! What shall I dig up for you?",
      person: "I'm all AI, so I can't conjure up a person here.",
      contact: "The humans live here:",
      unknown: "I looked everywhere on this website and came back empty-handed.",
      askAgain: "Maybe other words do the trick.",
      clarify: "Give me a little more to go on: what are you looking for?",
      failed: "Oops, something tripped on my side. Please try again.",
    },
  },
  de: {
    friendly: {
      thanks: "Sehr gern! Kann ich noch etwas für Sie finden?",
      bye: "Bis bald, und danke für Ihren Besuch!",
      unknown: "Das habe ich auf dieser Website leider nicht gefunden.",
      askAgain: "Wollen wir es mit anderen Worten versuchen?",
    },
    formal: {
      thanks: "Gern geschehen. Kann ich Ihnen weiter behilflich sein?",
      bye: "Vielen Dank für Ihren Besuch. Auf Wiedersehen.",
      person: "Ich bin ein KI-Agent und kann Sie hier leider nicht mit einer Person verbinden.",
      unknown: "Hierzu konnte ich auf dieser Website keine Angabe finden.",
      askAgain: "Bitte formulieren Sie Ihre Frage gegebenenfalls anders.",
    },
    playful: {
      thanks: "Immer gern! Haben Sie noch eine Frage für mich?",
      bye: "Bis bald! Schön, dass Sie da waren.",
      unknown: "Ich habe überall auf dieser Website gesucht und nichts gefunden.",
      askAgain: "Vielleicht klappt es mit anderen Worten.",
    },
  },
  fr: {
    friendly: {
      thanks: "Avec grand plaisir ! Puis-je chercher autre chose pour vous ?",
      bye: "À bientôt, et merci de votre visite !",
      unknown: "Désolé, je n’ai pas trouvé cela sur ce site.",
    },
    formal: {
      thanks: "Je vous en prie. Puis-je vous être utile pour autre chose ?",
      bye: "Je vous remercie de votre visite. Au revoir.",
      unknown: "Je n’ai trouvé aucune indication à ce sujet sur ce site.",
    },
    playful: {
      thanks: "Toujours partant ! Une autre question ?",
      bye: "À la prochaine !",
      unknown: "J’ai fouillé tout le site et je reviens les mains vides.",
    },
  },
  es: {
    friendly: {
      thanks: "¡Con mucho gusto! ¿Busco algo más para usted?",
      bye: "¡Hasta pronto y gracias por su visita!",
      unknown: "Lo siento, no he encontrado eso en este sitio web.",
    },
    formal: {
      thanks: "No hay de qué. ¿Puedo ayudarle en algo más?",
      bye: "Le agradezco su visita. Adiós.",
      unknown: "No he encontrado ninguna indicación al respecto en este sitio web.",
    },
    playful: {
      thanks: "¡Cuando quiera! ¿Otra pregunta?",
      bye: "¡Nos vemos pronto!",
      unknown: "He buscado por todo el sitio y vuelvo con las manos vacías.",
    },
  },
};

export function phrasesInTone(code: string, tone: AgentTone | undefined): Partial<Phrases> {
  return (tone === undefined ? undefined : tones[code]?.[tone]) ?? {};
}
