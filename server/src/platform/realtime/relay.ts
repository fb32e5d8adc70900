/**
 * Between processes: frames published here go to the others, theirs are heard here. Silent while nobody else is
 * known, since a NOTIFY costs the database something even when no one listens.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";
import type { Clock } from "../clock.ts";
import { errorFields, type Log } from "../log/log-port.ts";
import type { Carrier } from "./carriers.ts";
import { createUnpacker, packFrames, readPayload, writePayload, type Frame, type Payload, type PayloadKind } from "./packing.ts";

const TOGETHER_MS = 10;
const BEAT_MS = 3_000;
/** Alone, a beat is only there to notice that the channel is dead, and another process that is alone as well. */
const BEATS_ALONE = 5;
const FORGET_MS = 10_000;
const MAX_QUEUED_CHARS = 16 * 1024 * 1024;
const MAX_FRAME_CHARS = 8 * 1024 * 1024;

export interface Relay {
  send(topic: string, data: unknown): void;
  start(): Promise<void>;
  stop(): Promise<void>;
}

interface RelayDeps {
  carrier: Carrier;
  clock: Clock;
  log: Log | undefined;
  heard: (topic: string, data: unknown) => void;
}

interface Peer {
  heardAt: number;
  unpack: (payload: Payload) => Frame[];
}

export function createRelay({ carrier, clock, log, heard }: RelayDeps): Relay {
  const self = randomBytes(9).toString("base64url");
  const peers = new Map<string, Peer>();
  const outbox = createOutbox({ carrier, clock, log, self });
  const channel = createChannel({ carrier, log, heard: receive });
  let unanswered = 0;
  let beats = 0;
  let stopBeating: (() => void) | undefined;

  function receive(text: string): void {
    const payload = readPayload(text);
    if (!payload) return;
    if (payload.from === self) unanswered = 0;
    else if (payload.kind === "bye") peers.delete(payload.from);
    else {
      const peer = meet(payload.from);
      if (payload.kind === "hello") announce("here");
      for (const [topic, data] of peer.unpack(payload)) heard(topic, data);
    }
  }

  function meet(name: string): Peer {
    const peer = peers.get(name) ?? { heardAt: 0, unpack: createUnpacker(MAX_FRAME_CHARS) };
    peer.heardAt = clock.now();
    peers.set(name, peer);
    return peer;
  }

  function announce(kind: PayloadKind): void {
    outbox.put({ kind, body: "" });
  }

  function beat(): void {
    for (const [name, peer] of peers) if (clock.now() - peer.heardAt > FORGET_MS) peers.delete(name);
    beats += 1;
    if (peers.size === 0 && unanswered === 0 && beats % BEATS_ALONE !== 0) return;
    // Our own beats come back to us; when they do not, the connection that listens is lost.
    if (unanswered >= 2) {
      unanswered = 0;
      void channel.reopen();
    }
    unanswered += 1;
    announce(peers.size === 0 || unanswered > 1 ? "hello" : "here");
  }

  return {
    send(topic, data) {
      if (peers.size > 0) outbox.putFrame(topic, data);
    },
    async start() {
      await channel.open();
      stopBeating = clock.every(BEAT_MS, beat);
      announce("hello");
      await outbox.flushed();
    },
    async stop() {
      stopBeating?.();
      announce("bye");
      await outbox.close();
      await channel.close();
      await carrier.close();
    },
  };
}

type Outgoing = Omit<Payload, "from">;

interface OutboxDeps {
  carrier: Carrier;
  clock: Clock;
  log: Log | undefined;
  self: string;
}

/** Sends one payload after the other; frames that come within a few milliseconds go together. */
function createOutbox({ carrier, clock, log, self }: OutboxDeps) {
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
    } catch (error) {
      log?.warn(errorFields(error), "A real-time message did not reach the other processes");
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

interface ChannelDeps {
  carrier: Carrier;
  log: Log | undefined;
  heard: (payload: string) => void;
}

/** The listening end; opened again when it was lost. */
function createChannel({ carrier, log, heard }: ChannelDeps) {
  let stopListening: (() => Promise<void>) | undefined;
  let reopening = false;
  let closed = false;

  async function end(): Promise<void> {
    const stop = stopListening;
    stopListening = undefined;
    // A connection that is lost cannot be left politely.
    await stop?.().catch(() => {});
  }

  return {
    async open(): Promise<void> {
      stopListening = await carrier.listen(heard);
    },
    async reopen(): Promise<void> {
      if (reopening || closed) return;
      reopening = true;
      log?.warn({}, "Listening again for other processes");
      try {
        await end();
        stopListening = await carrier.listen(heard);
      } catch (error) {
        log?.warn(errorFields(error), "Listening for other processes failed and is tried again");
      }
      reopening = false;
      if (closed) await end();
    },
    async close(): Promise<void> {
      closed = true;
      await end();
    },
  };
}
