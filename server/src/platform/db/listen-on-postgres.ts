/** LISTEN on a connection of its own, which is made anew when it is lost. What was sent meanwhile is not heard. */
import { Client } from "pg";
import { databaseError } from "./database-error.ts";

type Heard = (payload: string) => void;

const AGAIN_AFTER_MS = 500;

export function listenOnPostgres(url: string, warn: (message: string, error?: unknown) => void) {
  const channels = new Map<string, Set<Heard>>();
  let connection: Promise<Client> | undefined;
  let closed = false;
  let again: NodeJS.Timeout | undefined;

  const open = async (): Promise<Client> => {
    const client = new Client({ connectionString: url, keepAlive: true, application_name: "parley listen", connectionTimeoutMillis: 10_000 });
    client.on("error", (error) => lost(client, error));
    client.on("end", () => lost(client));
    client.on("notification", ({ channel, payload }) => {
      for (const heard of channels.get(channel) ?? []) heard(payload ?? "");
    });
    await client.connect();
    for (const channel of channels.keys()) await client.query(`listen ${channel}`);
    return client;
  };

  let current: Client | undefined;
  const connect = (): Promise<Client> => {
    connection ??= open().then(
      (client) => (current = client),
      (error: unknown) => {
        connection = undefined;
        throw error;
      },
    );
    return connection;
  };

  const lost = (client: Client, error?: Error) => {
    if (closed || client !== current) return;
    current = undefined;
    connection = undefined;
    client.end().catch(() => {});
    warn("The connection that listens to the database was lost; making a new one", error && databaseError(error));
    retry();
  };
  const retry = () => {
    if (closed || channels.size === 0) return;
    clearTimeout(again);
    again = setTimeout(() => void connect().catch(retry), AGAIN_AFTER_MS);
    again.unref();
  };

  return {
    async listen(channel: string, heard: Heard): Promise<() => Promise<void>> {
      const client = await connect();
      const hearers = channels.get(channel) ?? new Set();
      channels.set(channel, hearers.add(heard));
      await client.query(`listen ${channel}`);
      return async () => {
        hearers.delete(heard);
        if (hearers.size > 0 || channels.get(channel) !== hearers) return;
        channels.delete(channel);
        await current?.query(`unlisten ${channel}`).catch(() => {});
      };
    },
    async close() {
      closed = true;
      clearTimeout(again);
      const client = await connection?.catch(() => undefined);
      await client?.end();
    },
  };
}
