/** LISTEN on a connection of its own, which is made anew when it is lost. What was sent meanwhile is not heard. */
import { Client } from "pg";
import { databaseError } from "./database-error.ts";

type Heard = (payload: string) => void;

const AGAIN_AFTER_MS = 500;

export function listenOnPostgres(url: string, warn: (message: string, error?: unknown) => void) {
  const channels = new Map<string, Set<Heard>>();
  const hear = (channel: string, payload: string) => channels.get(channel)?.forEach((heard) => heard(payload));
  const connection = keepConnected(() => openListener(url, { channels: [...channels.keys()], hear }), {
    wanted: () => channels.size > 0,
    lost: (error) =>
      warn("The connection that listens to the database was lost; making a new one", error && databaseError(error)),
  });
  return {
    async listen(channel: string, heard: Heard): Promise<() => Promise<void>> {
      const client = await connection.get();
      const hearers = channels.get(channel) ?? new Set();
      channels.set(channel, hearers.add(heard));
      await client.query(`listen ${channel}`);
      return async () => {
        hearers.delete(heard);
        if (hearers.size > 0 || channels.get(channel) !== hearers) return;
        channels.delete(channel);
        await connection
          .current()
          ?.query(`unlisten ${channel}`)
          .catch(() => {});
      };
    },
    close: connection.close,
  };
}

async function openListener(
  connectionString: string,
  { channels, hear }: { channels: readonly string[]; hear: (channel: string, payload: string) => void },
): Promise<Client> {
  const client = new Client({
    connectionString,
    keepAlive: true,
    application_name: "parley listen",
    connectionTimeoutMillis: 10_000,
  });
  // Before it is connected, `connect` tells; afterwards, "end" follows.
  client.on("error", () => {});
  client.on("notification", ({ channel, payload }) => hear(channel, payload ?? ""));
  await client.connect();
  for (const channel of channels) await client.query(`listen ${channel}`);
  return client;
}

function keepConnected(open: () => Promise<Client>, on: { wanted: () => boolean; lost: (error?: Error) => void }) {
  let connection: Promise<Client> | undefined;
  let current: Client | undefined;
  let closed = false;
  let again: NodeJS.Timeout | undefined;

  const retry = () => {
    clearTimeout(again);
    if (closed || !on.wanted()) return;
    again = setTimeout(() => void get().catch(retry), AGAIN_AFTER_MS);
    again.unref();
  };
  const watch = (client: Client): Client => {
    let reason: Error | undefined;
    client.on("error", (error) => (reason = error));
    client.on("end", () => {
      if (client !== current) return;
      current = undefined;
      connection = undefined;
      if (closed) return;
      on.lost(reason);
      retry();
    });
    current = client;
    return client;
  };
  const get = (): Promise<Client> => {
    connection ??= open().then(watch, (error: unknown) => {
      connection = undefined;
      throw error;
    });
    return connection;
  };
  return {
    get,
    current: () => current,
    async close(): Promise<void> {
      closed = true;
      clearTimeout(again);
      const client = await connection?.catch(() => undefined);
      await client?.end();
    },
  };
}
