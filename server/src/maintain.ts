/** What is done to the data while no server runs. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "./config.ts";
import {
  createClock,
  createLocalFiles,
  createSecrets,
  type Database,
  loadOrMakeSecret,
  openDatabase,
  readBackup,
  SYSTEM,
  verifyBackup,
} from "./platform/index.ts";
import { createLinks } from "./tenants/index.ts";

/** Applies the migrations that are missing, as a start does. @throws Fault if another process uses the data. */
export async function migrateParley(config: Config): Promise<void> {
  const db = await open(config);
  await db.close();
}

/** Puts a backup in place, all of it or nothing. @throws Fault if the file is damaged, or the data is not empty or in use. */
export async function restoreParley(config: Config, file: string): Promise<void> {
  // Before anything is made: a damaged file leaves the directory as it was.
  await verifyBackup(file);
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  const secrets = createSecrets(config.secret ?? (await loadOrMakeSecret(config.dataDir)));
  const db = await open(config);
  try {
    const files = createLocalFiles(join(config.dataDir, "files"));
    await readBackup({ db, files, secretFingerprint: secrets.fingerprint }, file);
  } finally {
    await db.close();
  }
}

/** For a server that is started later, at the address that it is configured for. @throws Fault if another process uses the data. */
export async function makeOwnerLink(config: Config): Promise<{ url: string; expiresAt: string }> {
  const db = await open(config);
  try {
    const { token, expiresAt } = await db.transaction(SYSTEM, (tx) =>
      createLinks(createClock()).make(tx, { purpose: "owner" }),
    );
    return { url: `${addressOf(config)}/owner/${token}`, expiresAt: expiresAt.toISOString() };
  } finally {
    await db.close();
  }
}

function addressOf({ publicUrl, host, port }: Config): string {
  const name = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return publicUrl ?? `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}

function open({ databaseUrl, dataDir }: Config): Promise<Database> {
  return openDatabase({
    ...(databaseUrl === null ? { dataDir } : { url: databaseUrl }),
    clock: createClock(),
    warn: (message) => void process.stderr.write(`${message}\n`),
  });
}
