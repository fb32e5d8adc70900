/** One socket of a visitor, by hand: what it heard, and how it ended. */
import type { ServerFrame } from "@parley/contracts";
import { expect, onTestFinished } from "vitest";
import WebSocket from "ws";

export interface Line {
  socket: WebSocket;
  frames: ServerFrame[];
  closed: Promise<number>;
  send(frame: unknown): void;
  /** The first frame, heard before or after the call, that fits. */
  heard<T extends ServerFrame["type"]>(
    type: T,
    fits?: (frame: Extract<ServerFrame, { type: T }>) => boolean,
  ): Promise<Extract<ServerFrame, { type: T }>>;
}

export async function openLine(url: string): Promise<Line> {
  const socket = new WebSocket(new URL("/v1/realtime", url.replace(/^http/, "ws")));
  onTestFinished(() => socket.terminate());
  const frames: ServerFrame[] = [];
  socket.on("message", (data) => frames.push(JSON.parse(data.toString())));
  socket.on("error", () => {});
  const closed = new Promise<number>((done) => socket.on("close", (code) => done(code)));
  await new Promise<void>((done, fail) => socket.once("open", done).once("error", fail));
  const line: Line = {
    socket,
    frames,
    closed,
    send: (frame) => socket.send(typeof frame === "string" ? frame : JSON.stringify(frame)),
    async heard(type, fits = () => true) {
      type Wanted = Extract<ServerFrame, { type: typeof type }>;
      const find = () => frames.find((frame): frame is Wanted => frame.type === type && fits(Object(frame)));
      await expect.poll(find, { timeout: 15_000, interval: 5 }).toBeDefined();
      const found = find();
      if (!found) throw new Error("it went away again");
      return found;
    },
  };
  return line;
}
