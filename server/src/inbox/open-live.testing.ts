/** A member's live socket, by hand: what it heard, and how it ended. */
import type { LiveServerFrame } from "@parley/contracts";
import { expect, onTestFinished } from "vitest";
import WebSocket from "ws";

export interface LiveLine {
  frames: LiveServerFrame[];
  closed: Promise<number>;
  send(frame: unknown): void;
  /** Waits for a change of this resource. */
  hears(resource: string, id?: string): Promise<void>;
}

/** With a token it says hello and waits for the welcome, or for the end. */
export async function openLive(url: string, token?: string): Promise<LiveLine> {
  const socket = new WebSocket(new URL("/v1/live", url.replace(/^http/, "ws")));
  onTestFinished(() => socket.terminate());
  const frames: LiveServerFrame[] = [];
  let over = false;
  socket.on("message", (data) => frames.push(JSON.parse(data.toString())));
  socket.on("error", () => {});
  const closed = new Promise<number>((done) =>
    socket.on("close", (code) => {
      over = true;
      done(code);
    }),
  );
  await new Promise<void>((done, fail) => socket.once("open", done).once("error", fail));
  const line: LiveLine = {
    frames,
    closed,
    send: (frame) => socket.send(typeof frame === "string" ? frame : JSON.stringify(frame)),
    hears: async (resource, id) => {
      await expect
        .poll(() => frames.filter((frame) => frame.type === "changed" && frame.resource === resource), {
          timeout: 10_000,
          interval: 5,
        })
        .toContainEqual(expect.objectContaining(id === undefined ? { resource } : { resource, id }));
    },
  };
  if (token !== undefined) {
    line.send({ type: "hello", token });
    await expect
      .poll(() => over || frames.some(({ type }) => type === "welcome"), { timeout: 10_000, interval: 5 })
      .toBe(true);
  }
  return line;
}
