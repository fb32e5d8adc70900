/** Keeps the words and the hours of conversations close behind what is said. */
import type { Database, Events, Log } from "../platform/index.ts";
import { digestConversations, digestOld } from "./digest-conversations.ts";

/** Many at once cost little more than one; who looks for words just said finds them a moment later. */
const REST_MS = 1_000;

export interface DigestDeps {
  db: Database;
  events: Events;
  log: Pick<Log, "warn">;
}

export function keepDigests({ db, events, log }: DigestDeps) {
  const stopping = new AbortController();
  let catchingUp = Promise.resolve();

  const consumer = { name: "conversations.digest", types: ["message.stored"], restMs: REST_MS } as const;
  events.consumeTogether(consumer, async (stored) => {
    for (const own of Map.groupBy(stored, ({ scope }) => scope.organization).values()) {
      const [first] = own;
      if (first)
        await digestConversations(
          db,
          first.scope,
          own.map(({ data }) => data.conversationId),
        );
    }
  });

  return {
    /** Takes up in the background what was said before there was anybody to write it down. */
    start(): void {
      catchingUp = digestOld(db, stopping.signal).catch((err: unknown) =>
        log.warn({ err }, "Old conversations are not all written down yet; the next start goes on"),
      );
    },
    async stop(): Promise<void> {
      stopping.abort();
      await catchingUp;
    },
  };
}
