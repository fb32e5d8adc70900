/**
 * A directory as one gzip file, and back. A line of JSON says what follows; the last line says that nothing is missing.
 * gzip's own checksum finds damage, its end a file that was cut off.
 */
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, readdir, stat } from "node:fs/promises";
import { join, normalize, relative } from "node:path";
import { pipeline as pipelineWithCallback } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";

interface Entry {
  path: string;
  /** Absent for a directory. */
  size?: number;
}

/** Written to the disk itself before it resolves. */
export async function packDirectory(directory: string, file: string): Promise<void> {
  await pipeline(entriesOf(directory), createGzip({ level: 1 }), createWriteStream(file));
  const handle = await open(file, "r+");
  await handle.sync();
  await handle.close();
}

/** Throws when the file is damaged or cut off; what lies in `directory` is then worth nothing. */
export async function unpackDirectory(file: string, directory: string): Promise<void> {
  const source = createReadStream(file);
  const gunzip = createGunzip();
  // An error of either ends both, and is met by who reads next. Nobody may be reading any more: unheard, it would end
  // the process.
  gunzip.on("error", () => {});
  pipelineWithCallback(source, gunzip, () => {});
  try {
    await unpackEntries(createReader(gunzip), directory);
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}

async function unpackEntries(reader: Reader, directory: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  for (;;) {
    const entry: Entry | { end: true } = JSON.parse((await reader.line()).toString());
    if ("end" in entry) return reader.end();
    const path = normalize(entry.path);
    if (path.startsWith("..") || path.startsWith("/"))
      throw new Error("The snapshot holds a path that leads out of it");
    const target = join(directory, path);
    if (entry.size === undefined) await mkdir(target, { recursive: true });
    else await pipeline(reader.bytes(entry.size), createWriteStream(target));
  }
}

async function* entriesOf(directory: string): AsyncGenerator<Buffer> {
  const names = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = names.map((entry) => ({ path: join(entry.parentPath, entry.name), isDirectory: entry.isDirectory() }));
  // A directory sorts before what is in it.
  paths.sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const { path, isDirectory } of paths) {
    const name = relative(directory, path);
    if (isDirectory) {
      yield line({ path: name });
      continue;
    }
    const { size } = await stat(path);
    yield line({ path: name, size });
    if (size > 0) yield* createReadStream(path);
  }
  yield line({ end: true });
}

const line = (value: object) => Buffer.from(`${JSON.stringify(value)}\n`);

type Reader = ReturnType<typeof createReader>;

function createReader(stream: AsyncIterable<Buffer>) {
  const chunks = stream[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  const more = async (): Promise<boolean> => {
    const next = await chunks.next();
    if (next.done) return false;
    rest = rest.length === 0 ? next.value : Buffer.concat([rest, next.value]);
    return true;
  };
  const need = async () => {
    if (!(await more())) throw new Error("The snapshot ends too early");
  };
  return {
    async line(): Promise<Buffer> {
      for (;;) {
        const end = rest.indexOf(10);
        if (end >= 0) {
          const found = rest.subarray(0, end);
          rest = rest.subarray(end + 1);
          return found;
        }
        await need();
      }
    },
    async *bytes(size: number): AsyncGenerator<Buffer> {
      for (let missing = size; missing > 0;) {
        if (rest.length === 0) await need();
        const part = rest.subarray(0, missing);
        rest = rest.subarray(part.length);
        missing -= part.length;
        yield part;
      }
    },
    /** To the very end, where gzip compares its checksum. */
    async end(): Promise<void> {
      while (await more());
    },
  };
}
