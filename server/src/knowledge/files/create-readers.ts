import { Worker } from "node:worker_threads";
import type { Clock } from "../../platform/index.ts";
import type { PageReading, PageSource } from "../extract/read-page.ts";
import type { FileToRead, ParsedFile, ReadPicture } from "./parse/types.ts";
import { type ReaderLimits, readInThread } from "./read-in-thread.ts";
import type { Result, Task } from "./reader-protocol.ts";

export interface Readers {
  /** Reads a file in a thread of its own. Throws a `ParseFault`; whatever the file does, this process goes on. */
  read(file: FileToRead, signal?: AbortSignal): Promise<ParsedFile>;
  /** The same for a page that would hold this process up. */
  readPage(source: PageSource, signal?: AbortSignal): Promise<PageReading>;
  /** Ends all threads. */
  stop(): Promise<void>;
}

export const readerLimits: ReaderLimits = {
  threads: 2,
  baseMs: 8_000,
  perMegabyteMs: 2_000,
  mostMs: 120_000,
  memoryMb: 288,
  idleMs: 15_000,
};

interface Thread {
  worker: Worker;
  busy: boolean;
  endIdle: (() => void) | undefined;
}

export interface ReadersDeps {
  clock: Clock;
  /** Absent where pictures cannot be read. */
  readPicture?: ReadPicture | undefined;
  limits?: Partial<ReaderLimits>;
}

/** A small pool of threads that read files, each within its limits of time and memory; what goes beyond is killed. */
export function createReaders({ clock, readPicture, limits: own }: ReadersDeps): Readers {
  const limits = { ...readerLimits, ...own };
  const threads = new Set<Thread>();
  const waiting: (() => void)[] = [];
  let busy = 0;
  let stopped = false;

  async function turn(): Promise<void> {
    while (busy >= limits.threads) {
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    busy += 1;
  }

  function leave(): void {
    busy -= 1;
    waiting.shift()?.();
  }

  function start(): Thread {
    const idle = [...threads].find((thread) => !thread.busy);
    if (idle) return idle;
    const worker = new Worker(new URL("./parse-worker.ts", import.meta.url), {
      resourceLimits: {
        maxOldGenerationSizeMb: Math.round(limits.memoryMb * 0.7),
        maxYoungGenerationSizeMb: 16,
        stackSizeMb: 4,
      },
      env: {},
      stdout: true,
      stderr: true,
      trackUnmanagedFds: true,
    });
    // What a library says of a bad file is nobody's business.
    worker.stdout.resume();
    worker.stderr.resume();
    worker.unref();
    worker.on("error", () => undefined);
    const thread: Thread = { worker, busy: false, endIdle: undefined };
    worker.on("exit", () => threads.delete(thread));
    threads.add(thread);
    return thread;
  }

  function release(thread: Thread): void {
    thread.busy = false;
    if (!threads.has(thread)) return;
    thread.worker.unref();
    if (stopped) return void thread.worker.terminate();
    const end = clock.every(limits.idleMs, () => {
      end();
      if (thread.busy) return;
      // It ends in a moment: no file is given to it any more.
      threads.delete(thread);
      void thread.worker.terminate();
    });
    thread.endIdle = end;
  }

  async function run(task: Task, signal: AbortSignal | undefined): Promise<Result> {
    signal?.throwIfAborted();
    await turn();
    if (signal?.aborted === true) {
      leave();
      signal.throwIfAborted();
    }
    const thread = start();
    thread.busy = true;
    thread.endIdle?.();
    thread.worker.ref();
    try {
      const ended = () => threads.delete(thread);
      return await readInThread(thread.worker, task, { clock, limits, readPicture, signal, ended });
    } finally {
      release(thread);
      leave();
    }
  }

  return {
    async read({ name, bytes }, signal) {
      const result = await run({ kind: "read", name, bytes, canSee: readPicture !== undefined }, signal);
      if (result.kind !== "read") throw new Error("The thread read something else.");
      return result.file;
    },
    async readPage(source, signal) {
      const result = await run({ kind: "page", source }, signal);
      if (result.kind !== "page") throw new Error("The thread read something else.");
      return result.page;
    },
    async stop() {
      stopped = true;
      await Promise.all(
        [...threads].map(({ worker, endIdle }) => {
          endIdle?.();
          return worker.terminate();
        }),
      );
    },
  };
}
