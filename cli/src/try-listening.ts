import { createServer } from "node:net";

/** Null if a server could listen there now, else the system's code, such as EADDRINUSE. */
export function tryListening(host: string, number: number): Promise<string | null> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen(number, host, () => probe.close(() => resolve(null)));
  });
}
