// Makes cmaps.bin anew: the tables by which East Asian PDFs name their letters, without the 40 MB around them.
//   npm pack pdfjs-dist, unpack it, then: node server/src/knowledge/files/parse/pdf/renew-cmaps.mjs DIRECTORY/package/cmaps
// The data (licence beside): Adobe's CMap resources as packed by pdf.js.
// Layout, packed as a whole with Brotli: the length of the list (u32, little-endian), the list as JSON ([name, from, bytes]
// each), the tables.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const from = process.argv[2] ?? ".";
const tables = readdirSync(from)
  .filter((name) => name.endsWith(".bcmap"))
  .map((name) => ({ name: name.replace(/\.bcmap$/, ""), bytes: readFileSync(join(from, name)) }));
let at = 0;
const list = tables.map(({ name, bytes }) => {
  const entry = [name, at, bytes.length];
  at += bytes.length;
  return entry;
});
const head = Buffer.from(JSON.stringify(list));
const length = Buffer.alloc(4);
length.writeUInt32LE(head.length);
const whole = Buffer.concat([length, head, ...tables.map(({ bytes }) => bytes)]);
const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
writeFileSync(join(import.meta.dirname, "cmaps.bin"), brotliCompressSync(whole, { params }));
