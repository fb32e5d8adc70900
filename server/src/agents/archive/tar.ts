/** The plainest kind of tar: regular files under our own names, nothing else. */
import { Fault } from "@parley/contracts";

const BLOCK = 512;
/** Ours alone: no path of anybody's, no `..`, nothing that leads elsewhere. */
const NAME = /^[a-z][a-z-]{0,40}(?:\/[A-Za-z0-9_-]{1,80})?\.(?:json|jsonl|bin)$/;

export interface TarEntry {
  name: string;
  content: Buffer;
}

export function* tarEntry({ name, content }: TarEntry): Generator<Buffer> {
  const head = Buffer.alloc(BLOCK);
  head.write(name, 0, 100, "ascii");
  for (const [at, text] of [
    [100, "0000600"],
    [108, "0000000"],
    [116, "0000000"],
  ] as const)
    head.write(`${text}\0`, at, "ascii");
  head.write(`${content.length.toString(8).padStart(11, "0")}\0`, 124, "ascii");
  head.write(`${"0".padStart(11, "0")}\0`, 136, "ascii");
  head.write("        0", 148, "ascii");
  head.write("ustar\0", 257, "ascii");
  head.write("00", 263, "ascii");
  head.write(`${sumOf(head).toString(8).padStart(6, "0")}\0 `, 148, "ascii");
  yield head;
  yield content;
  const rest = content.length % BLOCK;
  if (rest > 0) yield Buffer.alloc(BLOCK - rest);
}

export const TAR_END = Buffer.alloc(BLOCK * 2);

const sumOf = (head: Buffer): number => head.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 0x20 : byte), 0);

export interface TarLimits {
  /** Bytes of one entry, of all of them, and how many there may be. */
  entryBytes: number;
  allBytes: number;
  entries: number;
}

const broken = (what: string) =>
  new Fault(
    "invalid_request",
    `This is not a whole archive of an agent: ${what}. Nothing was made. Export the agent again.`,
  );

/** Entries one after the other, each whole in memory and none larger than allowed. Faults: invalid_request, too_large. */
export async function* readTar(content: AsyncIterable<Uint8Array>, limits: TarLimits): AsyncGenerator<TarEntry> {
  const source = reader(content, limits.allBytes);
  for (let count = 0; ; count += 1) {
    const head = await source.take(BLOCK);
    if (head === undefined) throw broken("it is cut off");
    if (head.every((byte) => byte === 0)) return source.drain();
    if (count >= limits.entries) throw new Fault("too_large", "The archive holds too many entries.");
    const { name, size } = readHead(head);
    if (size > limits.entryBytes) throw new Fault("too_large", `The archive's entry ${name} is too large.`);
    const body = await source.take(size);
    if (body === undefined) throw broken("it is cut off");
    const rest = size % BLOCK;
    if (rest > 0) await source.take(BLOCK - rest);
    yield { name, content: body };
  }
}

function readHead(head: Buffer): { name: string; size: number } {
  const text = (from: number, length: number) => head.toString("latin1", from, from + length).replace(/\0[^]*$/, "");
  if (Number.parseInt(text(148, 8).trim(), 8) !== sumOf(head)) throw broken("it is damaged or something else");
  const kind = text(156, 1);
  const name = text(0, 100);
  if (kind !== "" && kind !== "0") throw broken("it holds something else than files");
  if (!NAME.test(name) || text(345, 155) !== "") throw broken("it holds a file under a name that is none of ours");
  const size = /^[0-7]+$/.test(text(124, 12).trim()) ? Number.parseInt(text(124, 12), 8) : -1;
  if (size < 0) throw broken("the size of an entry cannot be read");
  return { name, size };
}

function reader(content: AsyncIterable<Uint8Array>, most: number) {
  const chunks = content[Symbol.asyncIterator]();
  let held: Uint8Array[] = [];
  let length = 0;
  let all = 0;

  async function more(): Promise<boolean> {
    const { done, value } = await chunks.next();
    if (done === true) return false;
    all += value.length;
    if (all > most) throw new Fault("too_large", "The archive unpacks to more than an agent may have.");
    held.push(value);
    length += value.length;
    return true;
  }

  return {
    /** Undefined when it ends before. */
    async take(size: number): Promise<Buffer | undefined> {
      while (length < size) if (!(await more())) return undefined;
      const whole =
        held.length === 1 && held[0]
          ? Buffer.from(held[0].buffer, held[0].byteOffset, held[0].length)
          : Buffer.concat(held);
      const rest = whole.subarray(size);
      held = rest.length > 0 ? [rest] : [];
      length = rest.length;
      return Buffer.from(whole.subarray(0, size));
    },
    async drain(): Promise<void> {
      held = [];
      length = 0;
      while (await more()) held = [];
    },
  };
}
