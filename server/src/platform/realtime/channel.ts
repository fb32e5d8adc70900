/** The listening end between processes; opened again when it was lost. */
import type { Log } from "../log.ts";
import type { Carrier } from "./carriers.ts";

interface ChannelDeps {
  carrier: Carrier;
  log: Log | undefined;
  heard: (payload: string) => void;
}

export function createChannel({ carrier, log, heard }: ChannelDeps) {
  let stopListening: (() => Promise<void>) | undefined;
  let reopening = false;
  let closed = false;

  async function end(): Promise<void> {
    const stop = stopListening;
    stopListening = undefined;
    // A connection that is lost cannot be left politely.
    await stop?.().catch(() => {});
  }

  return {
    async open(): Promise<void> {
      stopListening = await carrier.listen(heard);
    },
    async reopen(): Promise<void> {
      if (reopening || closed) return;
      reopening = true;
      log?.warn({}, "Listening again for other processes");
      try {
        await end();
        stopListening = await carrier.listen(heard);
      } catch (err) {
        log?.warn({ err }, "Listening for other processes failed and is tried again");
      }
      reopening = false;
      if (closed) await end();
    },
    async close(): Promise<void> {
      closed = true;
      await end();
    },
  };
}
