import { enLexicon } from "./en-lexicon.ts";
import type { LanguageTexts } from "./types.ts";

export const en: LanguageTexts = {
  code: "en",
  phrases: {
    greeting:
      "Hello! I am the AI agent of {name}. Ask me anything about it, and I will show you where each answer comes from.",
    thanks: "You're welcome! Is there anything else you would like to know?",
    bye: "Goodbye, and thanks for stopping by!",
    howAreYou: "I'm well, thank you. What can I find for you?",
    whoAreYou:
      "I'm the AI agent of {name}, not a person. I answer from the pages of this website and show where each answer comes from.",
    person: "I'm an AI agent and can't bring in a person here.",
    away: "The team is away just now. It is next available: {time}.",
    contact: "This is how to reach the team:",
    unknown: "I couldn't find that on this website.",
    unknownPart: "I couldn't find anything about “{question}”.",
    stillReading: "I'm still reading this website and haven't found that yet. Please ask me again in a few minutes.",
    perhaps: "Perhaps this helps:",
    askAgain: "Perhaps other words help.",
    clarify: "Could you tell me a little more about what you are looking for?",
    failed: "Something went wrong on my side. Please try again.",
    unavailable: "I'm not available at the moment. Please come back later.",
    cut: "…and {count} more on the page",
    more: "Tell me more about {topic}",
  },
  lexicon: enLexicon,
};
