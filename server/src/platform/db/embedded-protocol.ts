/** What the main thread and the thread of the embedded database say to each other. */

export interface WorkerStart {
  /** Where the database lies; undefined keeps it in memory. */
  directory: string | undefined;
  /** A dump to begin with, for tests; read from this file. */
  template: string | undefined;
}

export type WorkerRequest =
  /** Bytes of PostgreSQL's wire protocol; answered by bytes. */
  | { id: number; kind: "wire"; bytes: Uint8Array }
  /** A checkpoint, then a copy of the directory while nothing else runs. */
  | { id: number; kind: "copy"; to: string }
  /** The whole data directory as one uncompressed dump, into a file. */
  | { id: number; kind: "dump"; to: string }
  | { id: number; kind: "close" };

export type WorkerReply =
  | { id: number; kind: "ready" }
  | { id: number; kind: "wire"; bytes: Uint8Array }
  | { id: number; kind: "done" }
  | { id: number; kind: "failed"; message: string };
