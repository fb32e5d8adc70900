import { randomBytes } from "node:crypto";
import { link, mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { SHORTEST_SECRET } from "./secrets.ts";

const FILE = "secret";

/**
 * The secret of a data directory: read from `secret` in it, or made once, for its owner's eyes only. Two processes that
 * start together get the same one, and a process killed meanwhile leaves a whole secret or none. Throws when the file is unreadable or too short.
 */
export async function loadOrMakeSecret(dataDir: string): Promise<string> {
  const path = join(dataDir, FILE);
  const known = await read(path);
  if (known !== undefined) return check(known, path);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const beside = join(dataDir, `${FILE}.${randomBytes(6).toString("hex")}.new`);
  try {
    const file = await open(beside, "wx", 0o600);
    await file.writeFile(`${randomBytes(32).toString("base64url")}\n`);
    await file.sync();
    await file.close();
    // Unlike a rename, a link fails when another process was first, whose secret is then the one.
    await link(beside, path).catch(async () => {
      // Some file systems know no links; there a rename must do.
      if (!(await exists(path))) await rename(beside, path);
    });
  } finally {
    await rm(beside, { force: true });
  }
  return check((await read(path)) ?? "", path);
}

async function read(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, "utf8")).trim();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function check(secret: string, path: string): string {
  if (secret.length >= SHORTEST_SECRET) return secret;
  throw new Error(
    `The secret in ${path} is damaged (shorter than ${SHORTEST_SECRET} characters). Put back the right one; without it, sealed keys cannot be read.`,
  );
}
