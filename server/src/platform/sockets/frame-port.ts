/** One socket as a protocol of JSON frames sees it: frames out, and the ways in which it ends. */
import type { WebSocket } from "ws";

/** Close codes of ours, beside those of the standard. */
export const CLOSE = {
  unsupported: 1003,
  policy: 1008,
  failed: 1011,
  restart: 1012,
  unauthorized: 4401,
} as const;

/** A client that reads slower than this, in bytes not yet sent, is cut off; it resumes where it was. */
const BACKLOG_LIMIT = 1024 * 1024;

export interface FramePort {
  send(frame: object): void;
  close(code: number, reason: string): void;
}

/** Many sockets often hear one frame: it is written out once. */
export function createFrameEncoder(): (frame: object) => string {
  const written = new WeakMap<object, string>();
  return (frame) => {
    const known = written.get(frame);
    if (known !== undefined) return known;
    const text = JSON.stringify(frame);
    written.set(frame, text);
    return text;
  };
}

export function createFramePort(socket: WebSocket, encode: (frame: object) => string): FramePort {
  const port: FramePort = {
    send(frame) {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > BACKLOG_LIMIT) return port.close(CLOSE.policy, "too slow");
      socket.send(encode(frame));
    },
    close(code, reason) {
      socket.close(code, reason);
    },
  };
  return port;
}
