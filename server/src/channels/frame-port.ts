/** One socket as the protocol sees it: frames in, frames out, and the ways in which it ends. */
import { clientFrame, type ClientFrame, Fault, MESSAGE_LIMIT, type ServerFrame } from "@parley/contracts";
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
  fault(error: unknown, clientId: string | null): void;
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

export function createFramePort(
  socket: WebSocket,
  encode: (frame: object) => string,
  report: (error: unknown) => void,
): FramePort {
  const port: FramePort = {
    send(frame) {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > BACKLOG_LIMIT) return port.close(CLOSE.policy, "too slow");
      socket.send(encode(frame));
    },
    fault(error, clientId) {
      const fault = error instanceof Fault ? error : new Fault("internal");
      if (!(error instanceof Fault)) report(error);
      port.send({
        type: "fault",
        code: fault.code,
        message: fault.message,
        clientId,
        retryAfterMs: fault.retryAfterMs ?? null,
      } satisfies ServerFrame);
    },
    close(code, reason) {
      socket.close(code, reason);
    },
  };
  return port;
}

/** @throws Fault invalid_request that names the field, or too_large for a message that is too long. */
export function readFrame(data: string): ClientFrame {
  const parsed = clientFrame.safeParse(parseJson(data));
  if (parsed.success) {
    if (parsed.data.type === "message" && !isPlain(parsed.data.clientId)) {
      throw new Fault("invalid_request", "The clientId of a message must be plain characters.");
    }
    return parsed.data;
  }
  const issue = parsed.error.issues[0];
  if (issue?.code === "too_big" && issue.path[0] === "text") {
    throw new Fault("too_large", `A message may have at most ${MESSAGE_LIMIT} characters.`, { field: "text" });
  }
  throw new Fault(
    "invalid_request",
    `The frame is not valid: ${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`.trim(),
  );
}

/** The id of the message that a bad frame was about, so that the client can let go of it. */
export function clientIdIn(data: string): string | null {
  try {
    const id: unknown = readObject(parseJson(data))?.["clientId"];
    return typeof id === "string" && id.length <= 64 && isPlain(id) ? id : null;
  } catch {
    return null;
  }
}

function parseJson(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    throw new Fault("invalid_request", "A frame must be one JSON object.");
  }
}

function readObject(value: unknown): Record<string, unknown> | undefined {
  return typeof value === "object" && value !== null ? { ...value } : undefined;
}

/** Can be stored and compared: no control characters, no halves of surrogate pairs. */
const isPlain = (text: string) => text.isWellFormed() && !/\p{Cc}/u.test(text);
