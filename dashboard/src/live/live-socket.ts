/** `/v1/live` from a browser's side: opened, kept open, and opened again when it was lost. */
import type { Change } from "./match-change.ts";

export interface LiveSocketDeps {
  url: string;
  /** A token for the next hello; rejects when it is not to be had just now. */
  token: () => Promise<string>;
  /** News, one by one. */
  heard: (change: Change) => void;
  /** Open after it was lost, and nobody knows what was missed meanwhile. */
  back: () => void;
  status: (status: "open" | "lost") => void;
  /** Whether another try may ever succeed: no, once nobody is signed in. */
  mayRetry: (error: unknown) => boolean;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 20_000;
/** A connection that says nothing for so long is asked whether it is there, and then given up. */
const PING_EVERY_MS = 25_000;
const ANSWER_WITHIN_MS = 8_000;

/** Gives the way to end it. */
export function keepLiveSocket(deps: LiveSocketDeps): () => void {
  let ended = false;
  let socket: WebSocket | null = null;
  let failures = 0;
  let wasOpen = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let watch: ReturnType<typeof setTimeout> | undefined;

  const rest = () => {
    clearTimeout(watch);
    watch = setTimeout(() => {
      socket?.send('{"type":"ping"}');
      watch = setTimeout(() => socket?.close(), ANSWER_WITHIN_MS);
    }, PING_EVERY_MS);
  };

  const lost = () => {
    clearTimeout(watch);
    socket = null;
    if (ended) return;
    deps.status("lost");
    failures += 1;
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1));
    // Not all at once: many screens lose a server that restarts in the same moment.
    timer = setTimeout(() => void open(), pause * (0.5 + Math.random()));
  };

  const read = (data: unknown) => {
    rest();
    const frame = readFrame(data);
    if (frame?.type === "changed") deps.heard(frame.change);
    if (frame?.type !== "welcome") return;
    failures = 0;
    deps.status("open");
    if (wasOpen) deps.back();
    wasOpen = true;
  };

  async function open(): Promise<void> {
    clearTimeout(timer);
    try {
      const token = await deps.token();
      if (ended) return;
      const fresh = new WebSocket(deps.url);
      socket = fresh;
      fresh.addEventListener("open", () => fresh.send(JSON.stringify({ type: "hello", token })));
      fresh.addEventListener("message", (event) => read(event.data));
      fresh.addEventListener("close", () => socket === fresh && lost());
    } catch (error) {
      if (deps.mayRetry(error)) lost();
    }
  }

  /** The network is back, or somebody looks again: there is no reason to wait. */
  const hurry = () => {
    if (ended || socket !== null || document.visibilityState === "hidden") return;
    failures = 0;
    void open();
  };
  window.addEventListener("online", hurry);
  document.addEventListener("visibilitychange", hurry);
  void open();

  return () => {
    ended = true;
    clearTimeout(timer);
    clearTimeout(watch);
    window.removeEventListener("online", hurry);
    document.removeEventListener("visibilitychange", hurry);
    socket?.close();
  };
}

type Frame = { type: "welcome" | "pong" } | { type: "changed"; change: Change };

/** What a newer server says and this page does not know is passed over. */
function readFrame(data: unknown): Frame | undefined {
  try {
    const frame: unknown = JSON.parse(String(data));
    if (typeof frame !== "object" || frame === null || !("type" in frame)) return undefined;
    if (frame.type === "welcome" || frame.type === "pong") return { type: frame.type };
    if (frame.type !== "changed" || !("resource" in frame)) return undefined;
    const text = (value: unknown) => (typeof value === "string" ? value : null);
    const [id, agentId] = ["id" in frame ? text(frame.id) : null, "agentId" in frame ? text(frame.agentId) : null];
    return { type: "changed", change: { resource: String(frame.resource), id, agentId } };
  } catch {
    return undefined;
  }
}
