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
  /** Settles when the thread has ended; true when nobody had asked for it. */
  readonly ended: Promise<boolean>;
}

const OPEN_TIMEOUT_MS = 120_000;

/** Resolves when the database answers; rejects when it cannot be opened. */
export async function startEmbeddedThread(start: WorkerStart): Promise<EmbeddedThread> {
  const worker = new Worker(new URL("./embedded-worker.ts", import.meta.url), { workerData: start, name: "parley-database", execArgv: [], resourceLimits: { maxYoungGenerationSizeMb: 24 } });
  const waiting = new Map<number, { resolve: (reply: WorkerReply) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  let closing = false;
  let failure: Error | undefined;

  const reply = (id: number) => new Promise<WorkerReply>((resolve, reject) => waiting.set(id, { resolve, reject }));
  const ended = new Promise<boolean>((resolve) => {
    worker.on("exit", () => {
      const error = failure ?? lostError();
      failure = error;
      for (const { reject } of waiting.values()) reject(error);
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
    worker.postMessage({ ...request, id: lastId });
    const received = await answer;
    if (received.kind === "failed") throw new Error(received.message);
    return received;
  };

  const tooLong = setTimeout(() => void worker.terminate(), OPEN_TIMEOUT_MS);
  try {
    await reply(0);
  } finally {
    clearTimeout(tooLong);
  }
  return {
    ended,
    async wire(bytes) {
      const received = await ask({ kind: "wire", bytes });
      if (received.kind !== "wire") throw lostError();
      return received.bytes;
    },
    async copy(to) {
      await ask({ kind: "copy", to });
    },
    async dump(to) {
      await ask({ kind: "dump", to });
    },
    async close() {
      if (failure || closing) return;
      const done = ask({ kind: "close" });
      closing = true;
      await done.catch(() => {});
      await ended;
    },
  };
}

/** 57P01 is what PostgreSQL says when it goes down under a statement. */
function lostError(cause?: unknown): Error {
  return Object.assign(new Error("The embedded database has stopped", { cause }), { code: "57P01" });
}
