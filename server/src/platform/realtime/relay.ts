/**
 * Between processes: frames published here go to the others, theirs are heard here. Silent while nobody else is
 * known, since a NOTIFY costs the database something even when no one listens.
 */
import { randomBytes } from "node:crypto";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import type { Carrier } from "./carriers.ts";
import { createChannel } from "./channel.ts";
import { createOutbox, MAX_FRAME_CHARS } from "./outbox.ts";
import { createUnpacker, readPayload, type Frame, type Payload, type PayloadKind } from "./packing.ts";

const BEAT_MS = 3_000;
/** Alone, a beat is only there to notice that the channel is dead, and another process that is alone as well. */
const BEATS_ALONE = 5;
const FORGET_MS = 10_000;

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
