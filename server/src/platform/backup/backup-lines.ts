/**
 * The form of a backup: gzip, one JSON value a line. Values of rows are PostgreSQL's own text, so that the file belongs
 * to neither engine. The last line holds the checksum of all before it.
 */
import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { z } from "zod";

export const FORMAT = "parley-backup";
export const VERSION = 1;

const manifestSchema = z.object({
  format: z.literal(FORMAT),
  version: z.number(),
  migration: z.string(),
  secret: z.string(),
  createdAt: z.string(),
});

const lineSchema = z.union([
  z.object({ manifest: manifestSchema }),
  z.object({ table: z.string(), columns: z.array(z.string()) }),
  z.object({ rows: z.array(z.array(z.string().nullable())) }),
  z.object({ sequence: z.object({ table: z.string(), column: z.string(), last: z.string(), called: z.boolean() }) }),
  z.object({ file: z.object({ name: z.string(), contentType: z.string(), bytes: z.string() }) }),
  z.object({ end: z.object({ sha256: z.string() }) }),
]);

export type Manifest = z.infer<typeof manifestSchema>;
export type Line = z.infer<typeof lineSchema>;

/** A line as it is written, counted into the checksum. */
export function encodeLine(line: Line, hash: Hash): Buffer {
  const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
  hash.update(bytes);
  return bytes;
}

/** Every line but the last; throws when the file is cut off, changed or none of ours. */
export async function* readLines(file: string): AsyncGenerator<Line> {
  const hash = createHash("sha256");
  let checksum: string | undefined;
  for await (const bytes of splitLines(file)) {
    if (checksum !== undefined) throw new Error("Something follows the end");
    const line = lineSchema.parse(JSON.parse(bytes.toString()));
    if ("end" in line) {
      // On to the end of the file, where gzip has its own checksum.
      checksum = line.end.sha256;
    } else {
      hash.update(bytes).update("\n");
      yield line;
    }
  }
  if (checksum !== hash.digest("hex")) throw new Error("The end is missing, or does not fit what came before");
}

/** By bytes: to Node's readline some characters within a text end a line too. */
async function* splitLines(file: string): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  // An error of either ends both, and is met by the loop. The loop may be over by then: unheard, it would end the process.
  gunzip.on("error", () => {});
  pipeline(createReadStream(file), gunzip, () => {});
  let pieces: Buffer[] = [];
  for await (const chunk of gunzip) {
    let rest: Buffer = chunk;
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      yield Buffer.concat([...pieces, rest.subarray(0, end)]);
      pieces = [];
      rest = rest.subarray(end + 1);
    }
    if (rest.length > 0) pieces.push(rest);
  }
}
