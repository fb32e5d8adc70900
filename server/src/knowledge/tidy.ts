import type { Clock, Database } from "../platform/index.ts";

/**
 * Keeps the postings vacuumed: until then a search visits the table for each of them, which takes four times as
 * long, and the embedded engine has nobody else who would do it.
 */
export interface Tidy {
  wrote(chunks: number): void;
  /** Vacuums now, whatever was written. */
  now(): Promise<void>;
  /** Resolves when no vacuum is under way. */
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 2_000;
const QUIET_MS = 4_000;
const AT_LEAST_EVERY_MS = 30_000;
/** Until so many are there the database believes that its tables are empty, and looks through them row by row. */
const FIRST = 1_000;

const tables = [
  "knowledge_postings",
  "knowledge_chunks",
  "knowledge_documents",
  "knowledge_index_statistics",
  "knowledge_chunk_vectors",
];

/** `failed` hears of a vacuum that did not work; it is tried again after the next write. */
export function createTidy({
  db,
  clock,
  failed,
}: {
  db: Database;
  clock: Clock;
  failed: (error: unknown) => void;
}): Tidy {
  let written = 0;
  let ever = 0;
  let lastWrite = 0;
  let lastRun = 0;
  let running: Promise<void> | undefined;

  const look = () => {
    const now = clock.now();
    const grew = written >= Math.max(FIRST, ever);
    const due = grew || now - lastWrite >= QUIET_MS || now - lastRun >= AT_LEAST_EVERY_MS;
    if (written > 0 && due && !running) run().catch(failed);
  };

  async function run(): Promise<void> {
    ever += written;
    written = 0;
    lastRun = clock.now();
    running = db.vacuum(tables);
    try {
      await running;
    } finally {
      running = undefined;
    }
  }

  const end = clock.every(LOOK_EVERY_MS, look);
  return {
    wrote(chunks) {
      if (written === 0) lastRun = Math.max(lastRun, lastWrite === 0 ? clock.now() : lastRun);
      written += chunks;
      lastWrite = clock.now();
    },
    async now() {
      await running;
      await run();
    },
    async stop() {
      end();
      await running?.catch(() => undefined);
    },
  };
}
