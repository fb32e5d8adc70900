import type { EventData } from "@parley/contracts";
import type { TurnsOf } from "../conversations/index.ts";

/** Between an answer and the one before it there may stand what others said meanwhile. */
const MESSAGES_BEFORE = 16;

type Told = EventData<"message.stored" | "message.rated" | "message.corrected">;

/** Which turns are to be judged anew. An answer says something of the turn before it; a rating or a correction may be of any turn. */
export function turnsTold(told: readonly Told[]): TurnsOf[] {
  const since = new Map<string, number | null>();
  for (const data of told) {
    if ("role" in data && data.role === "visitor") continue;
    const from = "seq" in data ? data.seq - MESSAGES_BEFORE : null;
    const earlier = since.get(data.conversationId);
    const least = earlier === undefined || earlier === null || from === null ? from : Math.min(earlier, from);
    since.set(data.conversationId, earlier === null ? null : least);
  }
  return Array.from(since, ([conversationId, from]) => ({ conversationId, since: from }));
}
