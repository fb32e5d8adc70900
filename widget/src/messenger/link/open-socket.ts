import type { ClientFrame, ServerFrame } from "@parley/contracts";

/** A silent line is asked for a sign after this, and given up when none comes. */
const PING_EVERY_MS = 25_000;
const PONG_WITHIN_MS = 8_000;

export interface Line {
  send(frame: ClientFrame): void;
  /** Asks for a sign of life now, as after the machine slept. */
  check(): void;
  close(): void;
}

export interface LineEvents {
  open(): void;
  frame(frame: ServerFrame): void;
  /** Called once, for whatever reason the line ended, except `close()`. */
  lost(): void;
}

/** One WebSocket with its heartbeat. */
export function openSocket(address: string, events: LineEvents): Line {
  const socket = new WebSocket(address);
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let over = false;

  const end = (tell: boolean) => {
    if (over) return;
    over = true;
    clearTimeout(quiet);
    socket.close();
    if (tell) events.lost();
  };
  const send = (frame: ClientFrame) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
  };
  const check = () => {
    clearTimeout(quiet);
    send({ type: "ping" });
    quiet = setTimeout(() => end(true), PONG_WITHIN_MS);
  };
  const heard = () => {
    clearTimeout(quiet);
    quiet = setTimeout(check, PING_EVERY_MS);
  };

  quiet = setTimeout(() => end(true), PONG_WITHIN_MS * 2);
  socket.addEventListener("open", () => {
    if (over) return;
    heard();
    events.open();
  });
  socket.addEventListener("message", (event) => {
    if (over) return;
    heard();
    const frame = parseFrame(event.data);
    if (frame !== null) events.frame(frame);
  });
  socket.addEventListener("close", () => end(true));
  socket.addEventListener("error", () => end(true));
  return { send, check, close: () => end(false) };
}

/** Frames come from our own server; what this version does not know is passed over. */
function parseFrame(data: unknown): ServerFrame | null {
  if (typeof data !== "string") return null;
  try {
    const frame: ServerFrame = JSON.parse(data);
    return typeof frame?.type === "string" ? frame : null;
  } catch {
    return null;
  }
}
