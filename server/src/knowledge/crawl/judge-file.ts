import { createHash } from "node:crypto";
import type { PlaceAt } from "../documents/place-of-chunk.ts";
import { ParseFault, type ParsedFile } from "../files/parse/types.ts";
import { detectLanguage } from "../language.ts";
import type { CrawlContext } from "./crawl-context.ts";
import { readerOf, titleFrom, type PageText } from "./page-text.ts";

const SAMPLE = 4_000;

/** The text of a file that a page leads to, read in a thread with limits; why there is none otherwise. */
export async function judgeFile(
  { readers, settings, signal }: CrawlContext,
  { url, entryUrl, bytes }: { url: string; entryUrl: string; bytes: Uint8Array },
): Promise<{ text: PageText | null; reason: string | null }> {
  const name = new URL(url).pathname.split("/").at(-1) ?? "file";
  try {
    const { content, places, title, language } = joined(await readers.read({ name, bytes }, signal));
    const contentHash = `${readerOf(settings)}-${createHash("sha256").update(content).digest("base64url").slice(0, 32)}`;
    const text: PageText = {
      title: title === "" ? titleFrom(entryUrl) : title,
      url,
      language: detectLanguage(content.slice(0, SAMPLE), language),
      markdown: content,
      contentHash,
      products: [],
      places,
    };
    return { text, reason: null };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ParseFault) return { text: null, reason: error.message };
    throw error;
  }
}

/** All parts of a file as one text, with what stands where. */
function joined({ documents }: ParsedFile) {
  let content = "";
  const places: PlaceAt[] = [];
  for (const [at, part] of documents.entries()) {
    const before = at === 0 ? "" : "\n\n";
    const shift = content.length + before.length;
    places.push(...part.places.map((one) => ({ ...one, at: one.at + shift })));
    content += before + part.content;
  }
  return { content, places, title: documents[0]?.title.trim() ?? "", language: documents[0]?.language ?? null };
}
