import type { Readable, Writable } from "node:stream";
import { z } from "zod";

type Fields = Record<string, unknown>;

/** One page's side of the conversation with the browser, or the browser's own. */
export interface DevtoolsSession {
  /** Rejects when the browser refuses, when it is gone, or when no answer comes in time. */
  send(method: string, params?: Fields): Promise<Fields>;
  on(event: string, hear: (params: Fields) => void): void;
}

export interface DevtoolsPipe extends DevtoolsSession {
  session(id: string): DevtoolsSession;
  /** Resolves when the browser has gone. */
  readonly closed: Promise<void>;
}

const incoming = z.object({
  id: z.number().optional(),
  method: z.string().optional(),
  params: z.record(z.string(), z.unknown()).optional(),
  result: z.record(z.string(), z.unknown()).optional(),
  error: z.object({ message: z.string() }).optional(),
  sessionId: z.string().optional(),
});

/** A browser that does not answer so long is stuck. */
const ANSWER_WITHIN_MS = 15_000;
/** A single message, such as the text of a page, is never larger. */
const LARGEST_MESSAGE = 64_000_000;

/**
 * Chromium's DevTools protocol over its pipe (`--remote-debugging-pipe`): JSON texts that end with a zero byte. No port
 * is opened, and the browser ends by itself when the pipe closes, however this process ends.
 */
export function openDevtoolsPipe(to: Writable, from: Readable): DevtoolsPipe {
  const waiting = new Map<number, { done: (result: Fields) => void; failed: (error: Error) => void }>();
  const listeners = new Map<string, ((params: Fields) => void)[]>();
  const gone = Promise.withResolvers<void>();
  let last = 0;
  let isOpen = true;

  function close(): void {
    if (!isOpen) return;
    isOpen = false;
    for (const { failed } of waiting.values()) failed(new Error("The browser has gone."));
    waiting.clear();
    gone.resolve();
  }

  function hear(text: string): void {
    const message = incoming.safeParse(parse(text));
    if (!message.success) return;
    const { id, method, params = {}, result = {}, error, sessionId = "" } = message.data;
    if (method !== undefined) for (const listener of listeners.get(`${sessionId} ${method}`) ?? []) listener(params);
    const asker = id === undefined ? undefined : waiting.get(id);
    if (id === undefined || !asker) return;
    waiting.delete(id);
    if (error) asker.failed(new Error(error.message));
    else asker.done(result);
  }

  function send(sessionId: string, method: string, params: Fields = {}): Promise<Fields> {
    if (!isOpen) return Promise.reject(new Error("The browser has gone."));
    const id = ++last;
    const { promise, resolve, reject } = Promise.withResolvers<Fields>();
    const late = setTimeout(() => {
      waiting.delete(id);
      reject(new Error(`The browser did not answer in time (${method}).`));
    }, ANSWER_WITHIN_MS);
    waiting.set(id, { done: resolve, failed: reject });
    to.write(`${JSON.stringify({ id, method, params, ...(sessionId !== "" && { sessionId }) })}\0`);
    return promise.finally(() => clearTimeout(late));
  }

  function on(sessionId: string, event: string, listener: (params: Fields) => void): void {
    const key = `${sessionId} ${event}`;
    listeners.set(key, [...(listeners.get(key) ?? []), listener]);
  }

  readMessages(from, { hear, tooLarge: () => to.destroy() });
  for (const stream of [to, from]) {
    stream.on("error", close);
    stream.on("close", close);
  }
  const sessionOf = (id: string): DevtoolsSession => ({
    send: (method, params) => send(id, method, params),
    on: (event, listener) => on(id, event, listener),
  });
  return { ...sessionOf(""), session: sessionOf, closed: gone.promise };
}

function readMessages(
  from: Readable,
  { hear, tooLarge }: { hear: (text: string) => void; tooLarge: () => void },
): void {
  let pieces: Buffer[] = [];
  let size = 0;
  from.on("data", (data: Buffer) => {
    let rest = data;
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      pieces.push(rest.subarray(0, end));
      hear(Buffer.concat(pieces).toString("utf8"));
      pieces = [];
      size = 0;
      rest = rest.subarray(end + 1);
    }
    if (rest.length > 0) pieces.push(rest);
    size += rest.length;
    if (size > LARGEST_MESSAGE) tooLarge();
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
