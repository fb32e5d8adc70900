/** A thread that reads files, one at a time. It has no network, and touches no disk but to load its own code. */
import { parentPort } from "node:worker_threads";
import { Fault } from "@parley/contracts";
import { parseFile } from "./parse/parse-file.ts";
import { ParseFault } from "./parse/types.ts";
import type { FromReader, ToReader } from "./reader-protocol.ts";

const port = parentPort;
if (!port) throw new Error("This runs in a thread");
for (const name of ["fetch", "WebSocket", "EventSource", "XMLHttpRequest"]) Reflect.deleteProperty(globalThis, name);

const send = (message: FromReader) => port.postMessage(message);
let seen: ((text: string) => void) | undefined;

port.on("message", (message: ToReader) => {
  if (message.kind === "seen") seen?.(message.text);
  else void (message.kind === "page" ? readPageHere(message) : read(message));
});

/** Loaded with the first page that is too large for the server's own thread. */
async function readPageHere({ source }: Extract<ToReader, { kind: "page" }>): Promise<void> {
  try {
    const { readPage } = await import("../extract/read-page.ts");
    send({ kind: "page", page: await readPage(source) });
  } catch (error) {
    const message = error instanceof Fault ? error.message : "The page cannot be read.";
    send({ kind: "fault", code: "damaged", message });
  }
}

async function read({ name, bytes, canSee }: Extract<ToReader, { kind: "read" }>): Promise<void> {
  const readPicture = canSee
    ? (picture: Uint8Array) =>
        new Promise<string>((resolve) => {
          seen = resolve;
          send({ kind: "picture", picture });
        })
    : undefined;
  try {
    send({ kind: "read", file: await parseFile({ name, bytes }, { readPicture }) });
  } catch (error) {
    if (error instanceof ParseFault) send({ kind: "fault", code: error.code, message: error.message });
    else
      send({
        kind: "fault",
        code: "damaged",
        message: "The file cannot be read: it is damaged, or made in an unusual way. Save it anew and upload it again.",
      });
  }
}
