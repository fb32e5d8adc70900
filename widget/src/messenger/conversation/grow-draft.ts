import type { AnswerPart, ContentPart, EndReason } from "@parley/contracts";
import type { Draft, Thread } from "./types.ts";

interface Piece {
  replyTo: string;
  index: number;
  part: AnswerPart;
}

/** Takes in one piece of an answer: in any order, any number of times; what is already stored stays as it is. */
export function growDraft(thread: Thread, { replyTo, index, part }: Piece): Thread {
  if (thread.messages.some((message) => message.replyTo === replyTo)) return thread;
  const draft = thread.drafts.find((each) => each.replyTo === replyTo) ?? emptyDraft(replyTo);
  if (index < draft.next || draft.early[index] !== undefined) return thread;
  let grown: Draft = { ...draft, early: { ...draft.early, [index]: part } };
  let ended: EndReason | undefined;
  for (let ready = grown.early[grown.next]; ready !== undefined; ready = grown.early[grown.next]) {
    if (ready.type === "end") ended = ready.reason;
    grown = take(grown, ready);
  }
  const known = thread.drafts.some((each) => each.replyTo === replyTo);
  return {
    ...thread,
    answering: thread.answering || !grown.ended,
    drafts: known ? thread.drafts.map((each) => (each.replyTo === replyTo ? grown : each)) : [...thread.drafts, grown],
    ends: ended === undefined ? thread.ends : { ...thread.ends, [replyTo]: ended },
  };
}

function take(draft: Draft, part: AnswerPart): Draft {
  const { [draft.next]: _, ...early } = draft.early;
  const rest = { ...draft, early, next: draft.next + 1 };
  if (part.type === "text-delta") return { ...rest, parts: addText(draft.parts, part.text) };
  if (part.type === "citation" || part.type === "products") return { ...rest, parts: [...draft.parts, part] };
  if (part.type === "end") return { ...rest, ended: true };
  return rest;
}

function addText(parts: ContentPart[], text: string): ContentPart[] {
  const last = parts.at(-1);
  if (last?.type !== "text") return [...parts, { type: "text", text }];
  return [...parts.slice(0, -1), { type: "text", text: last.text + text }];
}

function emptyDraft(replyTo: string): Draft {
  return { replyTo, parts: [], next: 0, early: {}, ended: false };
}
