import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { ARCHIVE_FORMAT, ARCHIVE_VERSION, Fault } from "@parley/contracts";
import { z } from "zod";
import type { ArchivePart } from "../../knowledge/index.ts";
import { AGENT_PART } from "./agent-part.ts";
import { readTar, type TarEntry, type TarLimits } from "./tar.ts";

const manifestSchema = z.object({
  format: z.literal(ARCHIVE_FORMAT),
  version: z.literal(ARCHIVE_VERSION),
  name: z.string().max(300),
  createdAt: z.string().max(40),
  counts: z.record(z.string().max(60), z.int().nonnegative()),
  entries: z
    .array(z.object({ name: z.string().max(200), bytes: z.int(), sha256: z.string().length(64), lines: z.int() }))
    .max(50_000),
});
export type ReadManifest = z.infer<typeof manifestSchema>;

export const ARCHIVE_LIMITS: TarLimits & { packedBytes: number } = {
  packedBytes: 1024 ** 3,
  entryBytes: 128 * 1024 ** 2,
  allBytes: 8 * 1024 ** 3,
  entries: 50_000,
};

/** The agent itself and its versions, which are read as a whole. */
const MOST_OF_AGENT = 1_000;

/** From the packed bytes; what cannot be unpacked is a fault. */
export async function* unpack(packed: Readable, limits: TarLimits = ARCHIVE_LIMITS): AsyncGenerator<TarEntry> {
  const gunzip = createGunzip();
  packed.on("error", (error) => gunzip.destroy(error));
  try {
    yield* readTar(packed.pipe(gunzip), limits);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (!code.startsWith("Z_")) throw error;
    throw new Fault(
      "invalid_request",
      "This is not a whole archive of an agent: it is cut off, damaged or something else. Nothing was made.",
      {
        cause: error,
      },
    );
  } finally {
    gunzip.destroy();
    packed.destroy();
  }
}

/**
 * To its very end, before anything is made of it: every entry is in the manifest with its hash and size, every line is
 * what its part says. Faults: invalid_request, too_large.
 */
export async function verifyArchive(
  entries: AsyncIterable<TarEntry>,
  parts: readonly ArchivePart[],
  signal: AbortSignal,
): Promise<ReadManifest> {
  const found = new Map<string, { bytes: number; sha256: string; lines: number }>();
  const counts = new Map<string, number>();
  const known = new Set(parts.map(({ name }) => name));
  let manifest: ReadManifest | undefined;
  for await (const { name, content } of entries) {
    signal.throwIfAborted();
    if (manifest || found.has(name)) throw wrong(`it holds ${name} where nothing should follow`);
    if (name === "manifest.json") {
      manifest = readManifest(content);
      continue;
    }
    const lines = name.startsWith("blobs/") ? 1 : checkLines(name, content, parts);
    const part = name.split("/")[0] ?? "";
    if (part !== "blobs") counts.set(part, (counts.get(part) ?? 0) + lines);
    found.set(name, { bytes: content.length, sha256: createHash("sha256").update(content).digest("hex"), lines });
  }
  if (!manifest) throw wrong("its end is missing");
  if (manifest.entries.length !== found.size) throw wrong("its list of contents does not fit what is in it");
  for (const entry of manifest.entries) {
    const own = found.get(entry.name);
    if (own?.sha256 !== entry.sha256 || own.bytes !== entry.bytes || own.lines !== entry.lines)
      throw wrong(`${entry.name} is not what was written`);
  }
  for (const [part, count] of Object.entries(manifest.counts))
    if (counts.get(part) !== count && (count > 0 || !known.has(part)))
      throw wrong(`the number of ${part} is not what was written`);
  if ((counts.get(AGENT_PART) ?? 0) > MOST_OF_AGENT) throw wrong("it holds too many versions");
  return manifest;
}

function readManifest(content: Buffer): ReadManifest {
  if (content.length > LONGEST_LINE || !isParsable(content)) throw wrong("its list of contents is too large");
  const value = parse(content.toString("utf8"));
  const named = z.object({ format: z.string(), version: z.int() }).safeParse(value);
  if (named.success && named.data.format === ARCHIVE_FORMAT && named.data.version !== ARCHIVE_VERSION)
    throw new Fault(
      "unsupported_type",
      `The archive has format ${named.data.version}, and this Parley reads format ${ARCHIVE_VERSION}. Update Parley, or export the agent with this version.`,
    );
  const manifest = manifestSchema.safeParse(value);
  if (!manifest.success) throw wrong("its list of contents cannot be read");
  return manifest.data;
}

/** Parts that are not known here are refused rather than left out: something of the agent would be missing. */
function checkLines(name: string, content: Buffer, parts: readonly ArchivePart[]): number {
  const part = parts.find((one) => name.startsWith(`${one.name}/`));
  if (!part) throw wrong(`it holds ${name}, which is not known here`);
  let count = 0;
  for (const line of linesOf(content)) {
    count += 1;
    const checked = part.line.safeParse(parse(line));
    if (!checked.success)
      throw wrong(`line ${count} of ${name} is not as it should be (${checked.error.issues[0]?.path.join(".") ?? ""})`);
  }
  return count;
}

const NEWLINE = 0x0a;
/** The longest text of a document, with every sign of it escaped. */
const LONGEST_LINE = 64 * 1024 ** 2;
/** Values of one line: far more than the places of the largest document, and what fits into memory. */
const MOST_VALUES = 1_000_000;
const DEEPEST = 64;

/** One after the other, each of a size and a shape that can be parsed. Faults: too_large. */
export function* linesOf(content: Buffer): Generator<string> {
  for (let from = 0; from < content.length;) {
    const found = content.indexOf(NEWLINE, from);
    const end = found < 0 ? content.length : found;
    if (end > from) {
      const line = content.subarray(from, end);
      if (line.length > LONGEST_LINE || !isParsable(line))
        throw new Fault("too_large", "The archive holds a line that is too large to read. Nothing was made.");
      yield line.toString("utf8");
    }
    from = end + 1;
  }
}

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const opening = new Set([0x5b, 0x7b]);
const closing = new Set([0x5d, 0x7d]);

/** How many values a JSON text holds and how deep, told before it is parsed: a few bytes may stand for much memory. */
function isParsable(json: Uint8Array): boolean {
  let values = 0;
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at] ?? 0;
    if (quoted) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) quoted = false;
    } else if (byte === QUOTE) quoted = true;
    else if (byte === COMMA) values += 1;
    else if (opening.has(byte)) {
      values += 1;
      depth += 1;
    } else if (closing.has(byte)) depth -= 1;
    if (values > MOST_VALUES || depth > DEEPEST) return false;
  }
  return true;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const wrong = (what: string) =>
  new Fault("invalid_request", `This archive cannot be read: ${what}. Nothing was made. Export the agent again.`);
