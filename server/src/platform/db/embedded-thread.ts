/** The main thread's end of the embedded database's thread. */
import { Worker } from "node:worker_threads";
import type { WorkerReply, WorkerRequest, WorkerStart } from "./embedded-protocol.ts";

type WithoutId<T> = T extends { id: number } ? Omit<T, "id"> : never;

export interface EmbeddedThread {
  wire(bytes: Uint8Array): Promise<Uint8Array>;
  copy(to: string): Promise<void>;
  dump(to: string): Promise<void>;
  /** Ends the database in good order and the thread with it. */
  close(): Promise<void>;
  /** Ends the thread at once, as a crash would. */
  terminate(): Promise<void>;
  /** Settles when the thread has ended; true when nobody had asked for it. */
  readonly ended: Promise<boolean>;
}

const OPEN_TIMEOUT_MS = 120_000;

/** Resolves when the database answers; rejects when it cannot be opened. */
export async function startEmbeddedThread(start: WorkerStart): Promise<EmbeddedThread> {
  const talk = startTalk(start);
  await talk.ready;
  return {
    ended: talk.ended,
    async wire(bytes) {
      const received = await talk.ask({ kind: "wire", bytes });
      if (received.kind !== "wire") throw lostError();
      return received.bytes;
    },
    async copy(to) {
      await talk.ask({ kind: "copy", to });
    },
    async dump(to) {
      await talk.ask({ kind: "dump", to });
    },
    close: talk.close,
    terminate: talk.terminate,
  };
}

type Settle = { resolve: (reply: WorkerReply) => void; reject: (error: Error) => void };

function startTalk(start: WorkerStart) {
  const worker = startWorker(start);
  const waiting = new Map<number, Settle>();
  let lastId = 0;
  let closing = false;
  let failure: Error | undefined;

  const reply = (id: number) =>
    new Promise<WorkerReply>((resolve, reject) => {
      waiting.set(id, { resolve, reject });
    });
  const ended = new Promise<boolean>((resolve) => {
    worker.on("exit", () => {
      failure ??= lostError();
      for (const { reject } of waiting.values()) reject(failure);
      waiting.clear();
      resolve(!closing);
    });
  });
  worker.on("error", (error) => (failure = lostError(error)));
  worker.on("message", (message: WorkerReply) => {
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    asked?.resolve(message);
  });

  const ask = async (request: WithoutId<WorkerRequest>): Promise<WorkerReply> => {
    if (failure || closing) throw failure ?? lostError();
    lastId += 1;
    const answer = reply(lastId);
    worker.postMessage({ ...request, id: lastId }, []);
    const received = await answer;
    if (received.kind === "failed") throw new Error(received.message);
    return received;
  };
  const tooLong = setTimeout(() => void worker.terminate(), OPEN_TIMEOUT_MS);
  return {
    ended,
    ask,
    async terminate(): Promise<void> {
      await worker.terminate();
    },
    ready: reply(0).finally(() => clearTimeout(tooLong)),
    async close(): Promise<void> {
      if (failure || closing) return;
      const done = ask({ kind: "close" });
      closing = true;
      await done.catch(() => {});
      await ended;
    },
  };
}

function startWorker(workerData: WorkerStart): Worker {
  return new Worker(new URL("./embedded-worker.ts", import.meta.url), {
    workerData,
    name: "parley-database",
    execArgv: [],
    // It mostly passes bytes on: left alone, its young objects would be given as much room as the main thread's.
    resourceLimits: { maxYoungGenerationSizeMb: 24 },
  });
}

/** 57P01 is what PostgreSQL says when it goes down under a statement. */
function lostError(cause?: unknown): Error {
  return Object.assign(new Error("The embedded database has stopped", { cause }), { code: "57P01" });
}

export const isLost = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "57P01";
