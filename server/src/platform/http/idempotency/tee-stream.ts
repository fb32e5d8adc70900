import { PassThrough, type Readable } from "node:stream";

/**
 * What `source` sends, to be sent on, and kept up to `most` bytes: `ended` gets all of it when it is whole, null when it
 * was more, and is waited for before the end is sent. A reader who leaves does not end the source, so that a second
 * request finds the whole answer.
 */
export function teeStream(
  source: Readable,
  { most, ended, failed }: { most: number; ended: (whole: Buffer | null) => Promise<void>; failed: () => void },
): Readable {
  const out = new PassThrough();
  let kept: Buffer[] | null = [];
  let size = 0;
  source.on("data", (chunk: Buffer | string) => {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > most) kept = null;
    kept?.push(bytes);
    if (!out.destroyed && !out.write(bytes)) source.pause();
  });
  out.on("drain", () => source.resume());
  out.on("close", () => source.resume());
  // Whoever reads may be gone; that is no error of anybody's.
  out.on("error", () => source.resume());
  source.once("end", () => void ended(kept && Buffer.concat(kept)).finally(() => out.end()));
  source.once("error", (error) => {
    failed();
    out.destroy(error);
  });
  source.once("close", () => {
    if (!source.readableEnded && !source.errored) {
      failed();
      out.destroy();
    }
  });
  return out;
}
