/** The thread in which the embedded database runs: bytes in, bytes out, one after the other. */
import { readFileSync, writeFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import type { WorkerReply, WorkerRequest, WorkerStart } from "./embedded-protocol.ts";
import { copyDatabase } from "./copy-database.ts";

if (!parentPort) throw new Error("This file runs as a worker thread");
const port = parentPort;
const start: WorkerStart = workerData;

const reply = (message: WorkerReply, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);

const database = await PGlite.create({
  ...(start.directory === undefined ? {} : { dataDir: start.directory }),
  ...(start.template === undefined ? {} : { loadDataDir: new Blob([readFileSync(start.template)]) }),
  // The default of 128 MB costs as much memory at rest and answers no faster.
  startParams: [
    ...PGlite.defaultStartParams,
    "-c",
    "shared_buffers=16MB",
    "-c",
    "max_wal_size=128MB",
    "-c",
    "min_wal_size=32MB",
  ],
});

port.on("message", (request: WorkerRequest) => {
  // An error here is not one of SQL, which comes as bytes: the engine itself is broken. The thread ends, and the
  // other side opens the directory anew.
  if (request.kind === "wire") {
    const bytes = database.execProtocolRawSync(request.bytes);
    reply({ id: request.id, kind: "wire", bytes }, bytes.buffer instanceof ArrayBuffer ? [bytes.buffer] : []);
    return;
  }
  serve(request).then(
    () => reply({ id: request.id, kind: "done" }),
    (error: unknown) =>
      reply({ id: request.id, kind: "failed", message: error instanceof Error ? error.message : "failed" }),
  );
});

async function serve(request: Exclude<WorkerRequest, { kind: "wire" }>): Promise<void> {
  switch (request.kind) {
    case "copy":
      return copyDatabase(database, start.directory ?? "", request.to);
    case "dump":
      return writeFileSync(request.to, Buffer.from(await (await database.dumpDataDir("none")).arrayBuffer()));
    case "close":
      await database.close();
      port.close();
  }
}

reply({ id: 0, kind: "ready" });
