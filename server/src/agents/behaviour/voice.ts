import type { AgentBehaviour, AgentProfile } from "../types.ts";
import { primary } from "../texts/texts.ts";
import { phrasesInTone } from "../texts/tones.ts";
import type { LanguageTexts, Phrases } from "../texts/types.ts";

/** The texts of a language as this agent says them: in its tone, and in its owner's own words where there are any. */
export function voiceOf(agent: AgentProfile, texts: LanguageTexts): LanguageTexts {
  if (agent.behaviour === undefined) return texts;
  const { tone, fallbacks, greeting, role } = agent.behaviour;
  const toned = phrasesInTone(texts.code, tone);
  // The owner writes one language; visitors of another read Parley's own words in theirs.
  const own = primary(agent.language) === texts.code ? ownPhrases({ fallbacks, greeting, role }, texts, toned) : {};
  if (isEmpty(toned) && isEmpty(own)) return texts;
  return { ...texts, phrases: { ...texts.phrases, ...toned, ...own } };
}

function ownPhrases(
  { fallbacks = {}, greeting, role }: Pick<AgentBehaviour, "fallbacks" | "greeting" | "role">,
  texts: LanguageTexts,
  toned: Partial<Phrases>,
): Partial<Phrases> {
  const own: Partial<Phrases> = {};
  // After the owner's own words, advice of Parley's would be a second voice.
  if (fallbacks.unknown) Object.assign(own, { unknown: fallbacks.unknown, askAgain: "" });
  if (fallbacks.person) own.person = fallbacks.person;
  if (fallbacks.away) own.away = fallbacks.away;
  if (fallbacks.failed) own.failed = fallbacks.failed;
  if (fallbacks.unavailable) own.unavailable = fallbacks.unavailable;
  if (greeting) own.greeting = greeting;
  if (role) own.whoAreYou = `${toned.whoAreYou ?? texts.phrases.whoAreYou} ${role}`;
  return own;
}

function isEmpty(phrases: Partial<Phrases>): boolean {
  for (const _ in phrases) return false;
  return true;
}
