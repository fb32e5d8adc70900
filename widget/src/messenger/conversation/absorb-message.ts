import type { Message } from "@parley/contracts";
import type { Thread } from "./types.ts";

/** Puts stored messages in their place by `seq`, each once; an answer that is stored replaces its draft. */
export function absorbMessages(thread: Thread, messages: Message[]): Thread {
  const fresh = messages.filter((message) => !thread.messages.some((held) => held.id === message.id));
  if (fresh.length === 0) return thread;
  const all = [...thread.messages, ...fresh].sort((a, b) => a.seq - b.seq);
  const answered = new Set(all.map((message) => message.replyTo));
  return {
    ...thread,
    messages: all,
    drafts: thread.drafts.filter((draft) => !answered.has(draft.replyTo)),
    answering: waitsForAnswer(all, fresh, thread.answering),
  };
}

/** The last message up to which nothing is missing: what the server is asked to go on from. */
export function lastWithoutGap(thread: Thread): number {
  let last = 0;
  for (const message of thread.messages) {
    if (message.seq !== last + 1) break;
    last = message.seq;
  }
  return last;
}

export function hasGap(thread: Thread): boolean {
  return lastWithoutGap(thread) !== (thread.messages.at(-1)?.seq ?? 0);
}

/** A visitor's message that just came is being answered, until the answer to the last of them is there. */
function waitsForAnswer(all: Message[], fresh: Message[], before: boolean): boolean {
  const asked = all.findLast((message) => message.role === "visitor");
  if (asked === undefined) return before;
  if (all.some((message) => message.replyTo === asked.id)) return false;
  return before || fresh.some((message) => message.id === asked.id);
}
