import { asksContact, type Asker, kindAsked } from "../own/find-fact.ts";
import type { HistoryMessage } from "../../types.ts";
import type { AskedQuestion } from "../understand/understand.ts";
import type { ReadAsk } from "../understand/ask-kind.ts";
import type { PlainAsk } from "./answer-plain-ask.ts";
import { readTopic } from "./read-topic.ts";

/** What a question asks that names nothing; null for every other one. */
export function readPlainAsk(question: Pick<AskedQuestion, "text" | "kinds">, asker: Asker): PlainAsk | null {
  const topic = readTopic(question.text, asker);
  if (topic !== null) return topic;
  if (asksContact(question, asker)) return "contact";
  const fact = kindAsked(question, asker);
  return fact === "hours" || fact === "address" ? fact : null;
}

/** Whether the question before named nothing either, so that there is nothing to go on from. */
export function followsPlainAsk(
  history: readonly HistoryMessage[],
  { readAsk, asker }: { readAsk: ReadAsk; asker: Asker },
): boolean {
  const before = history.findLast(({ role }) => role === "visitor");
  if (before === undefined) return true;
  const kinds = readAsk(before.text, asker.language);
  return readPlainAsk({ text: before.text, kinds }, asker) !== null;
}
