/** One conversation as a file to keep or to hand on. */
import type { Conversation, ThreadMessage } from "@parley/contracts";

export interface Exported {
  conversation: Conversation & { agentName: string };
  messages: ThreadMessage[];
}

export const exportAsJson = (exported: Exported): string => `${JSON.stringify(exported, null, 2)}\n`;

/** For people: who said what and when (UTC), with the sources of every answer. */
export function exportAsText({ conversation, messages }: Exported): string {
  const head = [
    conversation.title,
    `${conversation.agentName}, conversation ${conversation.id}, begun ${minutes(conversation.createdAt)} UTC`,
  ];
  return `${[...head, "", ...messages.flatMap((message) => [...linesOf(message, conversation.agentName), ""])].join("\n").trimEnd()}\n`;
}

function linesOf(message: ThreadMessage, agentName: string): string[] {
  const who = message.role === "visitor" ? "Visitor" : agentName;
  const lines = [`${who}, ${minutes(message.createdAt)}`, message.text];
  const sources = new Map(
    message.parts.flatMap((part) => (part.type === "citation" ? [[part.citation.number, part.citation] as const] : [])),
  );
  for (const [number, source] of sources) {
    lines.push(`  [${number}] ${[source.title, source.url].filter(Boolean).join(" ")}`);
  }
  if (message.rating !== null) lines.push(`  Rated ${message.rating}`);
  if (message.correction) lines.push(`  Corrected ${minutes(message.correction.at)}: ${message.correction.answer}`);
  return lines;
}

const minutes = (iso: string) => iso.slice(0, 16).replace("T", " ");
