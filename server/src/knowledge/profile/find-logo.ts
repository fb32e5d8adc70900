export interface Logo {
  bytes: Uint8Array;
  extension: "svg" | "png" | "jpg" | "gif" | "webp" | "ico";
  contentType: string;
}

const LARGEST = 200_000;
const LEAST_PIXELS = 40;

/** The first of the addresses that is a picture and large enough; a small one where there is no better. */
export async function findLogo(
  fetch: (url: string, maxBytes: number) => Promise<Uint8Array | undefined>,
  icons: readonly string[],
): Promise<Logo | undefined> {
  let small: Logo | undefined;
  for (const url of icons) {
    const bytes = await fetch(url, LARGEST);
    const logo = bytes && readLogo(bytes);
    if (!logo) continue;
    if (logo.extension !== "ico" && (widthOf(logo) ?? LEAST_PIXELS) >= LEAST_PIXELS) return logo;
    small ??= logo;
  }
  return small;
}

/** By what the bytes are, whatever they are called. Undefined for what is no picture, or one that could do harm. */
export function readLogo(bytes: Uint8Array): Logo | undefined {
  const start = Buffer.from(bytes.subarray(0, 16)).toString("latin1");
  if (start.startsWith("\u0089PNG\r\n")) return { bytes, extension: "png", contentType: "image/png" };
  if (start.startsWith("\u00ff\u00d8\u00ff")) return { bytes, extension: "jpg", contentType: "image/jpeg" };
  if (/^GIF8[79]a/.test(start)) return { bytes, extension: "gif", contentType: "image/gif" };
  if (/^RIFF.{4}WEBP/s.test(start)) return { bytes, extension: "webp", contentType: "image/webp" };
  if (start.startsWith("\u0000\u0000\u0001\u0000")) return { bytes, extension: "ico", contentType: "image/x-icon" };
  const text = new TextDecoder("utf-8").decode(bytes);
  if (/^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg[\s>]/i.test(text) && isHarmless(text))
    return { bytes, extension: "svg", contentType: "image/svg+xml" };
  return undefined;
}

/** No scripts, no handlers, no foreign content, no entities, nothing fetched from elsewhere. */
function isHarmless(svg: string): boolean {
  if (
    /<!doctype|<!entity|<\?xml-stylesheet|<(?:[\w-]+:)?(?:script|foreignobject|iframe|embed|object|handler|listener|audio|video|style\b[^>]*>[^<]*(?:@import|url\())/i.test(
      svg,
    )
  )
    return false;
  if (/[\s"'/]on[a-z]+\s*=/i.test(svg) || /javascript:|data:text/i.test(svg)) return false;
  for (const [, , target = ""] of svg.matchAll(/(?:href|src)\s*=\s*(["'])(.*?)\1/gis))
    if (!/^\s*(?:#|data:image\/(?:png|jpeg|gif|webp);)/i.test(target)) return false;
  return !/url\(\s*["']?(?!#)/i.test(svg);
}

function widthOf({ extension, bytes }: Logo): number | undefined {
  if (extension !== "png" || bytes.length < 24) return undefined;
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(16);
}
