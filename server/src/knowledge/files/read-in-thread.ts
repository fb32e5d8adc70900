import type { Worker } from "node:worker_threads";
import type { Clock } from "../../platform/index.ts";
import { ParseFault, type ReadPicture } from "./parse/types.ts";
import type { FromReader, Result, Task, ToReader } from "./reader-protocol.ts";

export interface ReaderLimits {
  /** Threads at a time; files beyond wait their turn. */
  threads: number;
  /** For a file at all, and more for each megabyte of it. */
  baseMs: number;
  perMegabyteMs: number;
  mostMs: number;
  /** Of one thread, all kinds of memory together. */
  memoryMb: number;
  /** A thread without work ends after this long. */
  idleMs: number;
}

/** Reading the words of a picture stops the file's own clock, up to this long for all of them. */
const PICTURES_MS = 15 * 60_000;
const LOOK_EVERY_MS = 150;
const MB = 1024 * 1024;

interface Reading {
  clock: Clock;
  limits: ReaderLimits;
  readPicture: ReadPicture | undefined;
  signal: AbortSignal | undefined;
  /** The thread takes no more work. */
  ended(): void;
}

/** One file or page in a thread, which is killed when it takes too long or too much. Throws a `ParseFault`. */
export function readInThread(worker: Worker, task: Task, reading: Reading): Promise<Result> {
  const { clock, limits, readPicture, signal, ended } = reading;
  const allowed = Math.min(limits.mostMs, limits.baseMs + (sizeOf(task) / MB) * limits.perMegabyteMs);
  const began = cpuOf(worker);
  let used = 0;
  let looking = 0;
  let isLooking = false;

  return new Promise((resolve, reject) => {
    let settled = false;
    const settle = (end: () => void) => {
      settled = true;
      endWatch();
      worker.off("message", hear);
      worker.off("exit", gone);
      worker.off("error", failed);
      signal?.removeEventListener("abort", abort);
      end();
    };
    const kill = (error: Error) => {
      // Looked at too late: the thread may be at the next file already.
      if (settled) return;
      ended();
      settle(() => reject(error));
      void worker.terminate();
    };
    const abort = () => kill(signal?.reason instanceof Error ? signal.reason : new Error("The reading was ended"));
    const gone = () => {
      ended();
      settle(() => reject(brokeOff()));
    };
    const failed = (error: unknown) => {
      ended();
      settle(() => reject(faultOf(error)));
    };
    const hear = (message: FromReader) => {
      if (message.kind === "picture") void look(message.picture);
      else
        settle(() =>
          message.kind === "fault" ? reject(new ParseFault(message.code, message.message)) : resolve(message),
        );
    };
    const look = async (picture: Uint8Array) => {
      isLooking = true;
      const text = await readPicture?.(picture).catch(() => "");
      isLooking = false;
      worker.postMessage({ kind: "seen", text: text ?? "" } satisfies ToReader, []);
    };
    const endWatch = clock.every(LOOK_EVERY_MS, () => {
      if (isLooking) looking += LOOK_EVERY_MS;
      else used += LOOK_EVERY_MS;
      if (used > allowed * WAITING || looking > PICTURES_MS) kill(tooSlow());
      else if (used > allowed) void watchTime(worker, { began, allowed }, () => kill(tooSlow()));
      else void watchMemory(worker, limits.memoryMb, () => kill(tooMuchMemory()));
    });
    worker.on("message", hear);
    worker.on("exit", gone);
    worker.on("error", failed);
    signal?.addEventListener("abort", abort, { once: true });
    worker.postMessage(task, []);
  });
}

const sizeOf = (task: Task): number => (task.kind === "read" ? task.bytes.length : task.source.html.length);

/** On a busy machine a file is not to blame for the turns that its thread did not get. */
const WAITING = 5;

/** Milliseconds of processor time of a thread so far; undefined when it has ended. */
async function cpuOf(worker: Worker): Promise<number | undefined> {
  try {
    const { user, system } = await worker.cpuUsage();
    return (user + system) / 1_000;
  } catch {
    return undefined;
  }
}

async function watchTime(
  worker: Worker,
  { began, allowed }: { began: Promise<number | undefined>; allowed: number },
  over: () => void,
): Promise<void> {
  const [first = 0, now] = await Promise.all([began, cpuOf(worker)]);
  if (now !== undefined && now - first > allowed * 0.8) over();
}

/** Buffers are not in the thread's own limit, which holds for objects alone. */
async function watchMemory(worker: Worker, mostMb: number, over: () => void): Promise<void> {
  try {
    const { total_heap_size: heap, external_memory: external } = await worker.getHeapStatistics();
    if (heap + external > mostMb * MB) over();
  } catch {
    // It has ended meanwhile.
  }
}

function faultOf(error: unknown): ParseFault {
  const code = error instanceof Error && "code" in error ? error.code : "";
  return code === "ERR_WORKER_OUT_OF_MEMORY" ? tooMuchMemory() : brokeOff();
}

const brokeOff = () =>
  new ParseFault("failed", "Reading the file broke off. Try again; if it happens again, save the file anew.");

const tooMuchMemory = () =>
  new ParseFault("too_large", "Reading it takes more memory than a file may. Split it into smaller files.");
const tooSlow = () =>
  new ParseFault("too_slow", "Reading it takes longer than a file may. Split it into smaller files, or save it anew.");
