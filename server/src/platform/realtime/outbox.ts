/** The sending end between processes: one payload after the other, and frames that come close together in one. */
import { AsyncLocalStorage } from "node:async_hooks";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import type { Carrier } from "./carriers.ts";
import { packFrames, writePayload, type Payload } from "./packing.ts";

const TOGETHER_MS = 10;
const MAX_QUEUED_CHARS = 16 * 1024 * 1024;
export const MAX_FRAME_CHARS = 8 * 1024 * 1024;

type Outgoing = Omit<Payload, "from">;

interface OutboxDeps {
  carrier: Carrier;
  clock: Clock;
  log: Log | undefined;
  self: string;
}

export function createOutbox({ carrier, clock, log, self }: OutboxDeps) {
  const maxBody = carrier.maxBytes - writePayload({ from: self, kind: "frames", body: "" }).length;
  let frames: string[] = [];
  let queuedChars = 0;
  let notices: Outgoing[] = [];
  let active = false;
  let running: Promise<void> | undefined;
  let full = false;
  const closing = new AbortController();
  // Who publishes inside a transaction does not make the sending a part of it.
  const outside = AsyncLocalStorage.snapshot();

  async function run(): Promise<void> {
    active = true;
    while (frames.length > 0 || notices.length > 0) {
      if (notices.length === 0) await clock.sleep(TOGETHER_MS, closing.signal);
      // Frames first: after `bye` the others forget who spoke.
      const batch = [...packFrames(frames, maxBody), ...notices];
      notices = [];
      frames = [];
      queuedChars = 0;
      for (const outgoing of batch) await post(outgoing);
      full = false;
    }
    active = false;
  }

  async function post(outgoing: Outgoing): Promise<void> {
    try {
      await carrier.send(writePayload({ from: self, ...outgoing }));
    } catch (err) {
      log?.warn({ err }, "A real-time message did not reach the other processes");
    }
  }

  function wake(): void {
    if (!active) running = outside(run);
  }

  return {
    put(outgoing: Outgoing): void {
      if (closing.signal.aborted) return;
      notices.push(outgoing);
      wake();
    },
    putFrame(topic: string, data: unknown): void {
      if (closing.signal.aborted) return;
      const frame = encode(topic, data);
      if (frame === undefined || frame.length > MAX_FRAME_CHARS || queuedChars + frame.length > MAX_QUEUED_CHARS) {
        if (!full) log?.warn({}, "Real-time messages for other processes are dropped: too much at once");
        full = true;
        return;
      }
      queuedChars += frame.length;
      frames.push(frame);
      wake();
    },
    flushed: async () => running,
    async close(): Promise<void> {
      closing.abort();
      await running;
    },
  };
}

function encode(topic: string, data: unknown): string | undefined {
  try {
    return JSON.stringify([topic, data]);
  } catch {
    return undefined;
  }
}
