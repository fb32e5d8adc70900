import { inflateRawSync } from "node:zlib";
import { parseLimits } from "./limits.ts";
import { ParseFault } from "./types.ts";

export interface ZipEntry {
  /** As it stands in the archive, `/` between; only ever compared and shown, never a path on a disk. */
  name: string;
  isDirectory: boolean;
}

export interface Archive {
  entries: ZipEntry[];
  has(name: string): boolean;
  /** Unpacked; undefined when there is no such entry. Throws `too_large`, `encrypted` and `damaged`. */
  read(name: string): Uint8Array | undefined;
}

interface Entry extends ZipEntry {
  method: number;
  flags: number;
  packed: number;
  size: number;
  offset: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const LONGEST_COMMENT = 65_535;
/** In a comment of the archive's format that says: the name is UTF-8. */
const UTF8 = 0x800;

/** The directory of a ZIP in memory; entries are unpacked one by one when they are asked for, within the limits. */
export function openZip(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(bytes, view);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  let unpacked = 0;

  return {
    entries: entries.map(({ name, isDirectory }) => ({ name, isDirectory })),
    has: (name) => byName.has(name),
    read(name) {
      const entry = byName.get(name);
      if (!entry) return undefined;
      if ((entry.flags & 1) !== 0)
        throw new ParseFault(
          "encrypted",
          "The file is locked with a password. Save it without one and upload it again.",
        );
      if (entry.size > parseLimits.entryBytes) throw tooLarge();
      const content = unpack(packedBytes(bytes, view, entry), entry.method);
      unpacked += content.length;
      if (unpacked > parseLimits.unpackedBytes) throw tooLarge();
      return content;
    },
  };
}

const tooLarge = () => new ParseFault("too_large", "It unpacks to more than can be read. Split it into smaller files.");
const damaged = () => new ParseFault("damaged", "The file is damaged or incomplete. Save it anew and upload it again.");

function unpack(packed: Uint8Array, method: number): Uint8Array {
  if (method === 0) return packed;
  if (method !== 8)
    throw new ParseFault("unsupported", "It is packed in a way that cannot be read. Pack it as a usual ZIP.");
  try {
    return inflateRawSync(packed, { maxOutputLength: parseLimits.entryBytes });
  } catch (error) {
    throw error instanceof RangeError ? tooLarge() : damaged();
  }
}

function packedBytes(bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array {
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL) throw damaged();
  const from = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  if (from + entry.packed > bytes.length) throw damaged();
  return bytes.subarray(from, from + entry.packed);
}

function readDirectory(bytes: Uint8Array, view: DataView): Entry[] {
  const end = findEnd(bytes, view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > parseLimits.entries)
    throw new ParseFault("too_large", `It holds more than ${parseLimits.entries} files. Split it into smaller ones.`);
  const entries: Entry[] = [];
  for (let number = 0; number < count; number += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) throw damaged();
    const nameLength = view.getUint16(at + 28, true);
    const flags = view.getUint16(at + 8, true);
    const name = nameOf(bytes.subarray(at + 46, at + 46 + nameLength), (flags & UTF8) !== 0);
    entries.push({
      name,
      isDirectory: name.endsWith("/"),
      flags,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function findEnd(bytes: Uint8Array, view: DataView): number {
  const first = Math.max(0, bytes.length - 22 - LONGEST_COMMENT);
  for (let at = bytes.length - 22; at >= first; at -= 1) if (view.getUint32(at, true) === END) return at;
  throw damaged();
}

function nameOf(bytes: Uint8Array, isUtf8: boolean): string {
  if (!isUtf8) {
    try {
      return tidyPath(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    } catch {
      return tidyPath(new TextDecoder("windows-1252").decode(bytes));
    }
  }
  return tidyPath(new TextDecoder().decode(bytes));
}

const tidyPath = (name: string): string => name.replace(/\\/g, "/").replace(/^\.?\/+/, "");
