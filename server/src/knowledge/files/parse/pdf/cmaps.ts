import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";

/** Unpacked when the first is asked for. */
let packed: { bytes: Uint8Array; list: Map<string, [from: number, length: number]> } | undefined;

/** For pdf.js: gives the tables that lie beside this file, and nothing else. Fetches nothing. */
export class LocalTables {
  // pdf.js makes it with addresses that are of no use here.
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    if (kind !== "cMapUrl") throw new Error("There is no such table here");
    packed ??= open();
    const at = packed.list.get(filename.replace(/\.bcmap$/, ""));
    if (!at) throw new Error("There is no such table here");
    return packed.bytes.slice(at[0], at[0] + at[1]);
  }
}

function open() {
  const bytes = brotliDecompressSync(readFileSync(join(import.meta.dirname, "cmaps.bin")));
  const length = bytes.readUInt32LE(0);
  const list: [string, number, number][] = JSON.parse(bytes.subarray(4, 4 + length).toString());
  const from = 4 + length;
  return {
    bytes: new Uint8Array(bytes),
    list: new Map(list.map(([name, at, size]) => [name, [from + at, size] as [number, number]])),
  };
}
