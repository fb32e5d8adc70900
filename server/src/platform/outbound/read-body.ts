import type { Duplex } from "node:stream";
import { pipeline } from "node:stream/promises";
import * as zlib from "node:zlib";

export type ByteStream = AsyncIterable<Uint8Array>;

export class TooLarge extends Error {}
export class Undecodable extends Error {}

/** What `readBody` can undo. */
export const acceptEncoding = "gzip, deflate, br, zstd";

const MOST_LAYERS = 4;
/** By how much packed bytes may be more than what they hold. */
const PACKING_SLACK = 64 * 1024;

/**
 * Collects a body of at most `maxBytes`, undoing its `Content-Encoding`. Unknown encodings are left as they are, as is a
 * body that only says that it is gzip. Throws TooLarge as soon as the limit is passed, whatever is still to come; Undecodable.
 */
export async function readBody(source: ByteStream, contentEncoding: string, maxBytes: number): Promise<Uint8Array> {
  const names = encodingsOf(contentEncoding);
  if (names.length > MOST_LAYERS) throw new Undecodable("too many encodings");
  const { first, whole } = await peek(source);
  let stream = counted(whole, maxBytes + PACKING_SLACK);
  for (const [layer, name] of names.toReversed().entries()) {
    const decoder = decoderFor(name, layer === 0 ? first : undefined);
    if (!decoder) break;
    stream = counted(decoded(stream, decoder), maxBytes + PACKING_SLACK);
  }
  return collect(stream, maxBytes);
}

function encodingsOf(header: string): string[] {
  const names = header.split(",").map((name) => name.trim().toLowerCase());
  return names.filter((name) => name !== "" && name !== "identity");
}

async function peek(source: ByteStream): Promise<{ first: Uint8Array; whole: ByteStream }> {
  const iterator = source[Symbol.asyncIterator]();
  const start = await iterator.next();
  async function* whole() {
    for (let part = start; !part.done; part = await iterator.next()) yield part.value;
  }
  return { first: start.done ? new Uint8Array() : start.value, whole: whole() };
}

/** `first`: the body's beginning where it is known, to tell raw deflate and bodies that are not packed at all. */
function decoderFor(name: string, first: Uint8Array | undefined): Duplex | undefined {
  const lenient = { finishFlush: zlib.constants.Z_SYNC_FLUSH };
  if (name === "gzip" || name === "x-gzip") {
    const isGzip = first === undefined || first.length < 2 || (first[0] === 0x1f && first[1] === 0x8b);
    return isGzip ? zlib.createGunzip(lenient) : undefined;
  }
  if (name === "deflate") {
    const isRaw = first?.[0] !== undefined && (first[0] & 0x0f) !== 8;
    return isRaw ? zlib.createInflateRaw(lenient) : zlib.createInflate(lenient);
  }
  if (name === "br") return zlib.createBrotliDecompress({ finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH });
  // RFC 9659: a window of at most 8 MB on the web.
  if (name === "zstd") return zlib.createZstdDecompress({ params: { [zlib.constants.ZSTD_d_windowLogMax]: 23 } });
  return undefined;
}

async function* decoded(source: ByteStream, decoder: Duplex): ByteStream {
  // A failure of the source arrives through the decoder, which `pipeline` destroys with it.
  pipeline(source, decoder).catch(() => undefined);
  try {
    for await (const chunk of decoder) yield chunk;
  } catch (error) {
    throw isDecodingError(error) ? new Undecodable("damaged", { cause: error }) : error;
  } finally {
    decoder.destroy();
  }
}

function isDecodingError(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error)) return false;
  return /^(Z_|ERR_BROTLI|ERR__ERROR|ERR_ZSTD|ZSTD_)/.test(String(error.code));
}

async function* counted(source: ByteStream, limit: number): ByteStream {
  let total = 0;
  for await (const chunk of source) {
    total += chunk.length;
    if (total > limit) throw new TooLarge();
    yield chunk;
  }
}

async function collect(source: ByteStream, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of source) {
    total += chunk.length;
    if (total > maxBytes) throw new TooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, total);
}
