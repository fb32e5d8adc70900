import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import type { Busboy as BusboyClass } from "@fastify/busboy";
import { PassThrough, type Readable } from "node:stream";
import { Fault } from "@parley/contracts";

/** One file as it came in, lying in the file store under a name of its own. */
export interface Received {
  /** As the person called it, made harmless. */
  name: string;
  stored: string;
  size: number;
  /** SHA-256 of its bytes. */
  hash: string;
}

/** What came of one file of an upload. */
export type Arrival = { name: string; received: Received } | { name: string; fault: Fault };

export interface UploadLimits {
  /** Of one file. */
  fileBytes: number;
  files: number;
}

export const uploadLimits: UploadLimits = { fileBytes: 50 * 1024 * 1024, files: 100 };

/** A body that is read by its route and not before: nothing of it lies in memory. */
export class UploadBody {
  readonly #content: Readable;
  readonly #headers: IncomingHttpHeaders;

  constructor(content: Readable, headers: IncomingHttpHeaders) {
    this.#content = content;
    this.#headers = headers;
  }

  /**
   * Gives each file in turn to `keep`, which takes all of its bytes, and to `arrived` when it is whole. One that is too
   * large or fails is told by itself; the others go on. Faults: invalid_request for a body that is no upload.
   */
  async each(
    limits: UploadLimits,
    {
      keep,
      arrived,
    }: { keep(content: AsyncIterable<Uint8Array>): Promise<string>; arrived(arrival: Arrival): Promise<void> },
  ): Promise<void> {
    const { Busboy } = await import("@fastify/busboy");
    const parser = openParser(Busboy, this.#headers, limits);
    const open = new Set<PassThrough>();
    let work = Promise.resolve();
    let failed: { error: unknown } | undefined;
    let broken: Error | undefined;
    let tooMany = false;
    const end = new Promise<void>((resolve) => {
      const breakOff = (error: Error) => {
        broken ??= error;
        for (const one of open) one.destroy(error);
        resolve();
      };
      parser.on("file", (_field, content, filename) => {
        const name = cleanName(filename);
        const through = content.pipe(new PassThrough());
        open.add(through);
        through.on("close", () => open.delete(through));
        content.on("error", (error) => through.destroy(error));
        const one = receive({ name, content: through, keep, isCut: () => content.truncated });
        // Told at the end: the body is still on its way.
        work = work.then(async () => arrived(await one)).catch((error: unknown) => void (failed ??= { error }));
      });
      parser.on("filesLimit", () => (tooMany = true));
      parser.on("error", (error) => breakOff(error instanceof Error ? error : new Error("The upload broke off")));
      parser.on("finish", resolve);
      this.#content.on("error", breakOff);
      const closed = () => {
        if (this.#content.readableEnded) resolve();
        else breakOff(new Error("The connection was closed"));
      };
      this.#content.on("close", closed);
      if (this.#content.destroyed) closed();
    });
    this.#content.pipe(parser);
    await end;
    await work;
    if (failed) throw failed.error;
    if (broken) throw new Fault("invalid_request", "The upload broke off. Send the files again.", { cause: broken });
    if (tooMany)
      await arrived({
        name: "",
        fault: new Fault("too_large", `At most ${limits.files} files can be sent at once. Send the others after them.`),
      });
  }
}

function openParser(Busboy: typeof BusboyClass, headers: IncomingHttpHeaders, { fileBytes, files }: UploadLimits) {
  try {
    const limits = { fileSize: fileBytes, files, fields: 20, fieldSize: 1_000, headerPairs: 50, parts: files + 20 };
    return new Busboy({ headers: { ...headers, "content-type": headers["content-type"] ?? "" }, limits });
  } catch (cause) {
    throw new Fault("invalid_request", "That is no upload of files: send multipart/form-data with a boundary.", {
      cause,
    });
  }
}

interface Incoming {
  name: string;
  content: Readable;
  keep(content: AsyncIterable<Uint8Array>): Promise<string>;
  isCut(): boolean;
}

async function receive({ name, content, keep, isCut }: Incoming): Promise<Arrival> {
  const hash = createHash("sha256");
  let size = 0;
  async function* counted() {
    for await (const piece of content) {
      const bytes: Uint8Array = piece;
      size += bytes.length;
      hash.update(bytes);
      yield bytes;
    }
    if (isCut())
      throw new Fault(
        "too_large",
        "The file is larger than 50 MB. Split it, or make its pictures smaller, and upload that.",
      );
    if (size === 0) throw new Fault("invalid_request", "The file is empty.");
  }
  try {
    const stored = await keep(counted());
    return { name, received: { name, stored, size, hash: hash.digest("hex") } };
  } catch (error) {
    // The rest of it is passed over, so that the next file can come.
    content.resume();
    return {
      name,
      fault:
        error instanceof Fault
          ? error
          : new Fault("internal", "The file could not be kept. Try again.", { cause: error }),
    };
  }
}

const LONGEST_NAME = 200;

/** The last part of a path in one line: no folders, no control or direction signs. Never used as a path. */
export function cleanName(name: string | undefined): string {
  const last = (name ?? "").toWellFormed().split(/[\\/]/).at(-1) ?? "";
  const clean = last
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "")
    .replace(/\s+/g, " ")
    .trim();
  if (clean === "" || /^\.+$/.test(clean)) return "file";
  if (clean.length <= LONGEST_NAME) return clean;
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(clean)?.[0] ?? "";
  return `${clean.slice(0, LONGEST_NAME - ending.length).toWellFormed()}${ending}`;
}
