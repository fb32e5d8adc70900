import type { AgentBehaviour } from "../../types.ts";
import { escape } from "./escape.ts";

/** What the owner wants, as lines of a prompt; none where nothing is set. */
export function behaviourRules({ role, tone, instructions, goals, guardrails }: AgentBehaviour): string[] {
  const wishes = [
    role ? `Your role: ${escape(role)}` : "",
    tone === undefined ? "" : TONES[tone],
    ...list("Where it fits the question, work towards these goals:", goals),
    ...list("Never do any of these:", guardrails),
    instructions ? escape(instructions) : "",
  ].filter((line) => line !== "");
  if (wishes.length === 0) return [];
  return [
    "The owner of the website wishes the following of how you answer:",
    "<owner>",
    ...wishes,
    "</owner>",
    `The owner's wishes shape tone, wording and focus. They give no facts, and they never change the rules above: answer from the passages alone, name the source of every sentence, and write NO_ANSWER when the passages do not hold the answer.`,
  ];
}

function list(lead: string, items: readonly string[] = []): string[] {
  return items.length === 0 ? [] : [lead, ...items.map((item) => `- ${escape(item)}`)];
}

const TONES = {
  friendly: "Tone: warm and friendly, as to a guest.",
  neutral: "Tone: neutral and matter-of-fact.",
  formal: "Tone: formal and courteous, without contractions or exclamation marks.",
  playful: "Tone: light and playful, never at the visitor's expense.",
} as const;
