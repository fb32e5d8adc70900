/** What a client sends, one frame after the other, and the patience with clients that babble, flood or stay silent. */
import { Fault, HELLO_WITHIN_MS } from "@parley/contracts";
import type { WebSocket } from "ws";
import type { Clock } from "../clock.ts";
import { CLOSE, type FramePort } from "./frame-port.ts";

export interface Hearing<F extends { type: string }> {
  clock: Clock;
  port: FramePort;
  /** @throws Fault invalid_request for what is no frame. */
  read(text: string): F;
  /** Called for one frame after the other. */
  handle(frame: F): Promise<void>;
  /** What could not be read or handled; a Fault is for the client, anything else for the log. */
  fault(error: unknown, text: string): void;
  /** False closes the socket when the time for `hello` is over. */
  greeted(): boolean;
  closed(): void;
}

/** Frames that wait while an earlier one is being handled; a client that goes on regardless is flooding. */
const QUEUE_LIMIT = 64;
/** Frames that could not be read before the socket is closed. */
const STRIKES = 10;
/** Frames of any kind: how many at once, and how many a second after that. A person's browser needs a few. */
const FRAMES = { burst: 300, perSecond: 30 };

export function hearFrames<F extends { type: string }>(socket: WebSocket, hearing: Hearing<F>): void {
  const { clock, port } = hearing;
  const greeting = new AbortController();
  const keepsPace = createPace(clock);
  let queue = Promise.resolve();
  let waiting = 0;
  let strikes = 0;

  void clock.sleep(HELLO_WITHIN_MS, greeting.signal).then(() => {
    if (!hearing.greeted() && !greeting.signal.aborted) port.close(CLOSE.policy, "say hello first");
  });
  socket.on("error", () => socket.terminate());
  socket.on("close", () => {
    greeting.abort();
    hearing.closed();
  });
  socket.on("message", (data, isBinary) => {
    if (isBinary) return port.close(CLOSE.unsupported, "text frames only");
    if (waiting >= QUEUE_LIMIT || !keepsPace()) return port.close(CLOSE.policy, "too many frames");
    const text = data.toString();
    waiting += 1;
    queue = queue.then(async () => {
      try {
        const frame = hearing.read(text);
        if (frame.type === "hello") greeting.abort();
        await hearing.handle(frame);
      } catch (error) {
        hearing.fault(error, text);
        strikes += error instanceof Fault && error.code === "invalid_request" ? 1 : 0;
        if (strikes >= STRIKES) port.close(CLOSE.policy, "too many bad frames");
        if (error instanceof Fault && error.code === "unauthorized") port.close(CLOSE.unauthorized, "not signed in");
      } finally {
        waiting -= 1;
      }
    });
  });
}

/** False once more frames came than anybody means to send. */
function createPace(clock: Clock): () => boolean {
  let [left, at] = [FRAMES.burst, clock.now()];
  return () => {
    const now = clock.now();
    left = Math.min(FRAMES.burst, left + ((now - at) / 1000) * FRAMES.perSecond) - 1;
    at = now;
    return left >= 0;
  };
}

/** @throws Fault invalid_request */
export function parseFrame(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    throw new Fault("invalid_request", "A frame must be one JSON object.");
  }
}
