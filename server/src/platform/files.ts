/** Named bytes, outside the database. Names are ours (`agents/agt_.../logo.png`), never a user's. */
import { randomBytes } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { Fault } from "@parley/contracts";

export interface Files {
  write(name: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** As it comes in, never whole in memory. What `content` throws is thrown on, and nothing of it stays. */
  receive(name: string, content: AsyncIterable<Uint8Array>, contentType: string): Promise<void>;
  read(name: string): Promise<{ bytes: Uint8Array; contentType: string } | undefined>;
  /** To be sent on piece by piece. `size` in bytes. */
  open(name: string): Promise<{ content: Readable; size: number; contentType: string } | undefined>;
  remove(name: string): Promise<void>;
  /** Every name, for the backup. */
  list(): AsyncIterable<string>;
}

/** Ends the name of what is being written; a kill may leave one behind, which nobody lists and the next start may sweep. */
const UNFINISHED = ".new~";
const MOST_TRIES = 10;
const LONGEST_NAME = 200;
const LONGEST_TYPE = 200;

/**
 * Files in a local directory, made when the first is written. The content type stands in the file's own first line, so
 * that both change in one rename. Throws on a name outside `a-z A-Z 0-9 . _ -` and `/`, or with an empty or dotted part.
 */
export function createLocalFiles(dir: string): Files {
  const pathOf = (name: string) => join(dir, ...checkName(name));

  async function put(name: string, contentType: string, fill: (file: FileHandle) => Promise<void>): Promise<void> {
    const path = pathOf(name);
    const type = checkType(contentType);
    const beside = `${path}.${randomBytes(6).toString("hex")}${UNFINISHED}`;
    try {
      const file = await openIn(dirname(path), beside);
      try {
        await file.writeFile(`${type}\n`);
        await fill(file);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(beside, path);
    } catch (error) {
      await rm(beside, { force: true });
      throw isFull(error) ? noRoom(error) : error;
    }
  }

  return {
    write: (name, bytes, contentType) => put(name, contentType, (file) => file.writeFile(bytes)),
    receive: (name, content, contentType) =>
      put(name, contentType, async (file) => {
        for await (const piece of content) await file.writeFile(piece);
      }),
    async open(name) {
      const file = await open(pathOf(name), "r").catch(unlessMissing);
      if (!file) return undefined;
      const head = Buffer.alloc(LONGEST_TYPE + 1);
      const { bytesRead } = await file.read(head, 0, head.length, 0);
      const end = head.subarray(0, bytesRead).indexOf("\n");
      const { size } = await file.stat();
      const contentType = head.subarray(0, end).toString();
      return { content: file.createReadStream({ start: end + 1 }), size: size - end - 1, contentType };
    },
    async read(name) {
      const whole = await readFile(pathOf(name)).catch(unlessMissing);
      if (!whole) return undefined;
      const end = whole.indexOf("\n");
      return { contentType: whole.subarray(0, end).toString(), bytes: whole.subarray(end + 1) };
    },
    async remove(name) {
      const path = pathOf(name);
      await rm(path, { force: true });
      // The last one out takes the folder along.
      if (dirname(path) !== dir) await rmdir(dirname(path)).catch(() => undefined);
    },
    list: () => listFrom(dir, ""),
  };
}

/** The folder may go with its last file between its making and the opening: then it is made again. */
async function openIn(folder: string, path: string): Promise<FileHandle> {
  for (let tries = 0; ; tries += 1) {
    try {
      await mkdir(folder, { recursive: true });
      return await open(path, "wx", 0o600);
    } catch (error) {
      if (tries === MOST_TRIES || !isMissing(error)) throw error;
    }
  }
}

const isMissing = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "ENOENT";
const isFull = (error: unknown): boolean =>
  error instanceof Error && "code" in error && (error.code === "ENOSPC" || error.code === "EDQUOT");

const noRoom = (cause: unknown) =>
  new Fault("unavailable", "The server's disk is full. Nothing was kept; free some space and try again.", { cause });

function checkName(name: string): string[] {
  const parts = name.split("/");
  const good =
    name.length <= LONGEST_NAME &&
    parts.every((part) => /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(part) && !part.endsWith("."));
  if (!good)
    throw new Error(
      "A file's name may hold letters, digits, '.', '_', '-' and '/' only, with no empty or dotted part.",
    );
  return parts;
}

function checkType(contentType: string): string {
  if (contentType.length > LONGEST_TYPE || !/^[\x20-\x7e]+$/.test(contentType))
    throw new Error("That is not a content type.");
  return contentType;
}

async function* listFrom(dir: string, prefix: string): AsyncIterable<string> {
  const entries = (await readdir(dir, { withFileTypes: true }).catch(unlessMissing)) ?? [];
  for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    if (entry.isDirectory()) yield* listFrom(join(dir, entry.name), `${prefix}${entry.name}/`);
    else if (entry.isFile() && !entry.name.endsWith(UNFINISHED)) yield prefix + entry.name;
  }
}

/** For `catch`: undefined for what is not there, and everything else thrown on. */
export function unlessMissing(error: unknown): undefined {
  const code = error instanceof Error && "code" in error ? error.code : "";
  if (code !== "ENOENT" && code !== "ENOTDIR" && code !== "EISDIR") throw error;
}
