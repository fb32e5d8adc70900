import { gunzip } from "node:zlib";
import { Fault } from "@parley/contracts";

/** A page unpacks to no more than this. */
const LARGEST = 20_000_000;

/** Bytes that are gzip, whatever they are called, unpacked; others as they are. Faults: response_too_large, http_error. */
export async function unpackBody(body: Uint8Array, largest = LARGEST): Promise<Uint8Array> {
  if (body[0] !== 0x1f || body[1] !== 0x8b || body[2] !== 8) return body;
  return new Promise((resolve, reject) => {
    gunzip(body, { maxOutputLength: largest }, (error, bytes) => {
      if (!error) return resolve(bytes);
      const isLarge = "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
      reject(
        isLarge
          ? new Fault("response_too_large", "The page unpacks to more than can be read.")
          : new Fault("http_error", "The page is packed and damaged."),
      );
    });
  });
}

/**
 * The text of a page: by its byte order mark, by the header's charset, by its own meta tag, else UTF-8. A charset
 * that is unknown or plainly wrong gives way to the next.
 */
export function decodeHtml(body: Uint8Array, contentType: string | undefined): string {
  const marked = byMark(body);
  if (marked !== undefined) return marked;
  const head = new TextDecoder("latin1").decode(body.subarray(0, 4_096));
  const header = /charset\s*=\s*["']?\s*([^\s"';]+)/i.exec(contentType ?? "")?.[1];
  const meta = /<meta\b[^>]*\bcharset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(head)?.[1];
  const xml = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"']+)/i.exec(head)?.[1];
  const isUtf8 = strict(body, "utf-8");
  // Valid UTF-8 with anything beyond ASCII in it is UTF-8, whatever it is said to be.
  if (isUtf8 !== undefined && /[^\u0000-\u007f]/.test(isUtf8)) return isUtf8;
  for (const label of [header, meta, xml]) {
    const text = label === undefined || /^utf-?(8|16\w*)$/i.test(label) ? undefined : strict(body, label);
    if (text !== undefined) return text;
  }
  return isUtf8 ?? decodeUnnamed(body);
}

function byMark(body: Uint8Array): string | undefined {
  if (body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf) return new TextDecoder("utf-8").decode(body);
  if (body[0] === 0xff && body[1] === 0xfe) return new TextDecoder("utf-16le").decode(body);
  if (body[0] === 0xfe && body[1] === 0xff) return new TextDecoder("utf-16be").decode(body);
  // Without a mark, but every other byte of "<!" or "<h" is empty.
  if (body[1] === 0 && body[3] === 0) return new TextDecoder("utf-16le").decode(body);
  if (body[0] === 0 && body[2] === 0) return new TextDecoder("utf-16be").decode(body);
  return undefined;
}

function strict(body: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}

/** Mostly UTF-8 with a damaged spot, or an old western page that does not say so. */
function decodeUnnamed(body: Uint8Array): string {
  const text = new TextDecoder("utf-8").decode(body);
  const broken = text.split("\ufffd").length - 1;
  const beyond = text.replace(/[\u0000-\u007f\ufffd]/g, "").length;
  return broken > beyond ? new TextDecoder("windows-1252").decode(body) : text;
}
