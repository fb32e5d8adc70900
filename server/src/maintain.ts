/** What is done to the data while no server runs. */
import type { Config } from "./config.ts";
import { createClock, openDatabase } from "./platform/index.ts";

/** Applies the migrations that are missing, as a start does. @throws Fault if another process uses the data. */
export async function migrateParley(config: Config): Promise<void> {
  const { databaseUrl, dataDir } = config;
  const database = await openDatabase({
    ...(databaseUrl === null ? { dataDir } : { url: databaseUrl }),
    clock: createClock(),
    warn: (message) => void process.stderr.write(`${message}\n`),
  });
  await database.close();
}
